using System.Collections.Concurrent;
using System.Text.Json;
using ComplaintBot.Channels.WeCom;
using ComplaintBot.Turns;

namespace ComplaintBot.Channels.Kefu;

/// <summary>
/// Reads service accounts: a call of WeCom only says that there is something. Each account is read by one at a time, in this process and among
/// several; how far it has been read is noted after a page is durable, so that a sudden death loses nothing, and what comes twice is known.
/// </summary>
/// <param name="api">Asks.</param>
/// <param name="take">Takes a message; when it returns it is durable, or concerns nobody.</param>
/// <param name="parts">What every channel is given.</param>
internal sealed class KefuPuller(WeComApi api, Func<KefuMessage, Task> take, ChannelParts parts) : IDisposable
{
    private const string SyncPath = "/cgi-bin/kf/sync_msg";
    private const long TokenIsOld = 95_007;

    /// <summary>How long whoever reads an account keeps it without a sign of life.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>What lies longer back when an account is read for the first time is history: nobody waits for an answer to it.</summary>
    private static readonly TimeSpan History = TimeSpan.FromHours(1);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly string holder = parts.Ids.Delivery();
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<string, string?> wanted = new();
    private readonly ConcurrentDictionary<string, Lazy<Task>> running = new();
    private readonly ChannelTrouble trouble = new("kefu", parts.Log);

    /// <summary>What a person has to put right, or null.</summary>
    public string? Trouble => trouble.Words;

    /// <summary>Says that an account may have something. Returns at once.</summary>
    public void Ring(string account, string? token)
    {
        wanted[account] = token;
        if (!stopping.IsCancellationRequested) _ = running.GetOrAdd(account, one => new Lazy<Task>(() => Task.Run(() => WorkAsync(one)))).Value;
    }

    /// <summary>Ends; what has not been read stays with WeCom.</summary>
    public async Task StopAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(running.Values.Select(one => one.Value)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => stopping.Dispose();

    private async Task WorkAsync(string account)
    {
        var pause = FirstPause;
        while (!stopping.IsCancellationRequested && wanted.TryRemove(account, out var token))
        {
            try
            {
                if (await ReadAsync(account, token).ConfigureAwait(false))
                {
                    trouble.End();
                    pause = FirstPause;
                }
                else if (await RestAsync(FirstPause).ConfigureAwait(false)) wanted.TryAdd(account, token);
            }
            catch (Exception failure)
            {
                // Whatever it was: if this ended, nobody would be heard any more.
                if (failure is not (WeComException or StoreException)) ChannelLog.Broke(parts.Log, "kefu", "reading messages", failure);
                trouble.Note(Words(failure));
                if (await RestAsync(pause).ConfigureAwait(false)) wanted.TryAdd(account, failure is WeComException { Code: TokenIsOld } ? null : token);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }

        running.TryRemove(account, out _);

        // Somebody may have rung between the last look and leaving.
        if (!stopping.IsCancellationRequested && wanted.TryRemove(account, out var late)) Ring(account, late);
    }

    /// <summary>Reads an account to its end.</summary>
    /// <returns>False when another process is at it.</returns>
    private async Task<bool> ReadAsync(string account, string? token)
    {
        var (cursorNote, leaseNote) = ($"kefu-cursor {account}", $"kefu-reader {account}");
        if (!await ClaimAsync(leaseNote, Lease).ConfigureAwait(false)) return false;
        try
        {
            var cursor = await parts.Notes.FindAsync(cursorNote, CancellationToken.None).ConfigureAwait(false);
            for (var more = true; more && !stopping.IsCancellationRequested && await ClaimAsync(leaseNote, Lease).ConfigureAwait(false);)
            {
                var page = await api.CallAsync(SyncPath, KefuWire.Wish(account, cursor ?? "", token), CancellationToken.None).ConfigureAwait(false);
                await TakeAsync(account, page, isFirst: cursor is null).ConfigureAwait(false);
                var next = page.Text("next_cursor") is { Length: > 0 and <= 256 } said ? said : cursor;
                more = page.Number("has_more") == 1 && next != cursor;
                if (next is not null && next != cursor) await parts.Notes.KeepAsync(cursorNote, next, CancellationToken.None).ConfigureAwait(false);
                cursor = next;
            }
        }
        finally
        {
            await ClaimAsync(leaseNote, TimeSpan.Zero).ConfigureAwait(false);
        }

        return true;
    }

    private async Task TakeAsync(string account, JsonElement page, bool isFirst)
    {
        var now = parts.Clock.GetUtcNow();
        var oldest = isFirst ? now - History : DateTimeOffset.MinValue;
        var messages = page.Objects("msg_list").Select(json => KefuMessage.Read(json, account, now)).OfType<KefuMessage>().Where(message => message.At >= oldest);

        // One after the other for each customer, side by side across them: writing is quicker together.
        await Task.WhenAll(messages.GroupBy(message => message.Customer).Select(TakeAsync)).ConfigureAwait(false);

        async Task TakeAsync(IEnumerable<KefuMessage> ofOne)
        {
            foreach (var message in ofOne) await take(message).ConfigureAwait(false);
        }
    }

    private Task<bool> ClaimAsync(string name, TimeSpan time)
    {
        var now = parts.Clock.GetUtcNow();
        return parts.Notes.ClaimAsync(name, holder, now, now + time, CancellationToken.None);
    }

    private static string Words(Exception failure) => failure switch
    {
        WeComException { Trouble: { } words } => words,
        WeComException or StoreException => Unread(failure.Message),
        _ => Unread(failure.GetType().Name),
    };

    private static string Unread(string why) => $"Messages of Kefu can't be read at the moment: {why}";

    private async Task<bool> RestAsync(TimeSpan rest)
    {
        try
        {
            await Task.Delay(rest, parts.Clock, stopping.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}

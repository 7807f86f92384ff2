using System.Text.Json;
using ComplaintBot.Turns;

namespace ComplaintBot.Channels.Telegram;

/// <summary>
/// How messages come: Telegram is told where to call, or, where it can't reach us, asked for them again and again. Asking, an update is gone at
/// Telegram only when the next request says so, which is after it was written here.
/// </summary>
internal sealed class TelegramConnection(TelegramSettings settings, TelegramClient client, TelegramIntake intake, ChannelParts parts) : IDisposable
{
    private const long AskSeconds = 50;
    private const long MostUpdates = 100;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource stopping = new();
    private Task working = Task.CompletedTask;
    private readonly ChannelTrouble trouble = new("telegram", parts.Log);

    /// <summary>What a person has to put right, or null.</summary>
    public string? Trouble => trouble.Words;

    /// <summary>Begins.</summary>
    public void Start() => working = Task.Run(WorkAsync);

    /// <summary>Ends; what has not been taken stays with Telegram.</summary>
    public async Task StopAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        await working.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => stopping.Dispose();

    /// <summary>Notes what a failure says about the account.</summary>
    public void Note(TelegramException failure)
    {
        if (failure.IsAboutToken) trouble.Note("Telegram does not know the bot's token: set Channels:Telegram:Token to the one @BotFather shows.");
    }

    private async Task WorkAsync()
    {
        var (ready, pause, next) = (false, FirstPause, 0L);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (!ready) await PrepareAsync().ConfigureAwait(false);
                ready = true;
                trouble.End();
                if (settings.PublicUrl is not null) return;
                next = await AskAsync(next).ConfigureAwait(false);
                pause = FirstPause;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // Whatever it was: if this ended, nobody would be heard any more.
                if (failure is not (TelegramException or StoreException)) ChannelLog.Broke(parts.Log, "telegram", "asking for messages", failure);
                trouble.Note(Words(failure));
                await RestAsync((failure as TelegramException)?.RetryAfter ?? pause).ConfigureAwait(false);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    private async Task PrepareAsync()
    {
        var me = await client.CallAsync("getMe", "{}"u8.ToArray(), stopping.Token).ConfigureAwait(false);
        intake.Name = me.ValueKind == JsonValueKind.Object ? me.Text("username") : null;
        if (settings.PublicUrl is { } url)
        {
            var body = TelegramWire.Body(("url", new Uri(url, TelegramWebhook.Path).AbsoluteUri), ("secret_token", settings.Secret), ("allowed_updates", TelegramWire.Kinds));
            await client.CallAsync("setWebhook", body, stopping.Token).ConfigureAwait(false);
        }
        else
        {
            await client.CallAsync("deleteWebhook", "{}"u8.ToArray(), stopping.Token).ConfigureAwait(false);
        }

        ChannelLog.Said(parts.Log, "telegram", settings.PublicUrl is null ? "asks for messages" : "is called for messages");
    }

    private async Task<long> AskAsync(long next)
    {
        var body = TelegramWire.Body(("offset", next), ("timeout", AskSeconds), ("limit", MostUpdates), ("allowed_updates", TelegramWire.Kinds));
        var updates = await client.CallAsync("getUpdates", body, TimeSpan.FromSeconds(AskSeconds) + ChannelHttp.Patience, stopping.Token).ConfigureAwait(false);
        if (updates.ValueKind != JsonValueKind.Array) throw new TelegramException(500, "no updates");
        foreach (var json in updates.EnumerateArray())
        {
            if (json.ValueKind != JsonValueKind.Object || TelegramWire.Read(json) is not { } update) continue;
            await intake.TakeAsync(update, CancellationToken.None).ConfigureAwait(false);
            next = update.Id + 1;
        }

        return next;
    }

    private static string Words(Exception failure) => failure switch
    {
        StoreException store => store.Message,
        TelegramException { IsAboutToken: true } => "Telegram does not know the bot's token: set Channels:Telegram:Token to the one @BotFather shows.",
        TelegramException { Code: 409 } => "Another program asks Telegram for this bot's messages: end it, or set Channels:Telegram:PublicUrl.",
        TelegramException { Code: 0 } => "Telegram can't be reached: check Channels:Telegram:Api, and whether this machine may reach it.",
        TelegramException { Code: 400 } refused => $"Telegram refuses the address it should call: {LogText.Of(TextSplitter.Shorten(refused.Message, 160, TextUnit.Utf16Units))}. Check Channels:Telegram:PublicUrl.",
        TelegramException other => $"Telegram answered {other.Code.ToString(System.Globalization.CultureInfo.InvariantCulture)}; it is asked again.",
        _ => failure.GetType().Name,
    };

    private async Task RestAsync(TimeSpan rest)
    {
        try
        {
            await Task.Delay(rest, parts.Clock, stopping.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The loop sees that it is over.
        }
    }
}

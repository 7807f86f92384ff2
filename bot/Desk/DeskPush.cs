using System.Collections.Concurrent;
using System.Threading.Channels;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Turns;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Desk;

/// <summary>
/// Tells the open desks what has changed. What changes again before it was told is told once; a notice that is lost loses nothing, since
/// pages read on from the line they know.
/// </summary>
internal sealed class DeskPush : IAsyncDisposable
{
    /// <summary>What changes within this time is told together.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(40);

    private static readonly TimeSpan PeopleTogether = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<ConversationKey, bool> changed = new();
    private readonly Channel<bool> chatBell = Bell();
    private readonly Channel<bool> peopleBell = Bell();
    private readonly CancellationTokenSource stopping = new();
    private readonly IHubContext<DeskHub> hub;
    private readonly IChatIndex chats;
    private readonly Presence presence;
    private readonly DeskLoads loads;
    private readonly ILogger log;
    private readonly Task working;

    /// <summary>Begins to tell.</summary>
    public DeskPush(IHubContext<DeskHub> hub, IChatIndex chats, Presence presence, DeskLoads loads, ILogger log)
    {
        (this.hub, this.chats, this.presence, this.loads, this.log) = (hub, chats, presence, loads, log);
        working = Task.WhenAll(
            Task.Run(() => WorkAsync(chatBell.Reader, Together, TellChatsAsync)), Task.Run(() => WorkAsync(peopleBell.Reader, PeopleTogether, TellPeopleAsync)));
    }

    /// <summary>Something of a conversation was committed. Returns at once.</summary>
    public void Changed(ConversationKey key)
    {
        changed[key] = true;
        chatBell.Writer.TryWrite(true);
    }

    /// <summary>Somebody came, went, or has more or less to do. Returns at once.</summary>
    public void PeopleChanged() => peopleBell.Writer.TryWrite(true);

    /// <summary>Somebody writes in a chat: told to whoever looks at it.</summary>
    public Task TypingAsync(ConversationKey key, string who, DeskName by) =>
        hub.Clients.Clients([.. presence.Watching(key)]).SendAsync("typing", new TypingNews(key.Channel, key.Conversation, who, by.Name));

    /// <summary>Who looks at a chat has changed.</summary>
    public Task LookingAsync(ConversationKey key) =>
        hub.Clients.Clients([.. presence.Watching(key)]).SendAsync("looking", new LookingNews(key.Channel, key.Conversation, presence.Looking(key)));

    /// <summary>Tells connections that their session has ended, and closes them.</summary>
    public async Task SignOutAsync(IReadOnlyList<(string Connection, Action Close)> ended)
    {
        try
        {
            await hub.Clients.Clients([.. ended.Select(one => one.Connection)]).SendAsync("signedOut").ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            DeskLog.NotTold(log, failure);
        }

        foreach (var (_, close) in ended) close();
    }

    /// <summary>Stops after what is being told.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        await working.ConfigureAwait(false);
        stopping.Dispose();
    }

    /// <summary>Tells whatever is asked for by a bell, and then rests: what is asked for meanwhile is told together.</summary>
    private async Task WorkAsync(ChannelReader<bool> bell, TimeSpan rest, Func<Task> tell)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await bell.ReadAsync(stopping.Token).ConfigureAwait(false);
                await tell().ConfigureAwait(false);
                await Task.Delay(rest, TimeProvider.System, stopping.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                DeskLog.NotTold(log, failure);
            }
        }
    }

    private async Task TellChatsAsync()
    {
        foreach (var key in changed.Keys)
            if (changed.TryRemove(key, out _)) await TellAsync(key).ConfigureAwait(false);
    }

    /// <summary>Who has the chat sees all of it, others see it without how the customer is reached, and whom it is about does not see it.</summary>
    private async Task TellAsync(ConversationKey key)
    {
        var connections = presence.Connections();
        if (connections.Count == 0 || await chats.FindAsync(key, stopping.Token).ConfigureAwait(false) is not { } row) return;
        var readers = connections.Where(one => DeskReader.MaySee(one.Person, row)).ToLookup(one => DeskReader.IsOwn(one.Person, row.Summary), one => one.Connection);
        await SendAsync(readers[true], row.Summary).ConfigureAwait(false);
        await SendAsync(readers[false], DeskReader.Hidden(row.Summary)).ConfigureAwait(false);
    }

    private Task SendAsync(IEnumerable<string> connections, ChatSummary chat) =>
        connections.ToArray() is { Length: > 0 } to ? hub.Clients.Clients(to).SendAsync("chat", chat, stopping.Token) : Task.CompletedTask;

    private async Task TellPeopleAsync()
    {
        string[] readers = [.. presence.Connections().Where(one => one.Person.MayRead).Select(one => one.Connection)];
        if (readers.Length == 0) return;
        await hub.Clients.Clients(readers).SendAsync("people", await loads.AllAsync(stopping.Token).ConfigureAwait(false), stopping.Token).ConfigureAwait(false);
    }

    private static Channel<bool> Bell() => Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
}

using System.Text.Json;
using ComplaintBot.Turns;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Desk;

/// <summary>
/// Tells the other nodes who is at the desk here, and hears who is there: every two seconds, and at once when somebody comes or goes. Without it
/// each node would take the people of the others for gone, and give their chats away.
/// </summary>
internal sealed class PresenceExchange : IAsyncDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    private readonly ISharedStore shared;
    private readonly Presence presence;
    private readonly Action peopleChanged;
    private readonly Func<ConversationKey, Task> lookingChanged;
    private readonly DueWork rounds;

    /// <summary>Begins.</summary>
    /// <param name="shared">Where nodes meet.</param>
    /// <param name="presence">Who is here, and who is there.</param>
    /// <param name="told">Told that people came or went elsewhere, and that others look at a chat.</param>
    /// <param name="clock">Measures the pauses.</param>
    /// <param name="log">Told of failures.</param>
    public PresenceExchange(ISharedStore shared, Presence presence, (Action People, Func<ConversationKey, Task> Looking) told, TimeProvider clock, ILogger log)
    {
        (this.shared, this.presence, (peopleChanged, lookingChanged)) = (shared, presence, told);
        rounds = new DueWork(ExchangeAsync, failure => DeskLog.PresenceNotExchanged(log, failure), Between, clock);
    }

    /// <summary>Somebody came or went here. Returns at once.</summary>
    public void Ring() => rounds.Ring();

    /// <summary>Tells and hears once.</summary>
    public async Task ExchangeAsync(CancellationToken cancellationToken)
    {
        var told = await shared.ExchangeAsync(JsonSerializer.SerializeToUtf8Bytes(presence.Own(), PresenceJson.Default.IReadOnlyListPresentPerson), cancellationToken).ConfigureAwait(false);
        var (people, looking) = presence.Hear([.. told.SelectMany(table => JsonSerializer.Deserialize(table, PresenceJson.Default.IReadOnlyListPresentPerson) ?? [])]);
        if (people) peopleChanged();
        foreach (var key in looking) await lookingChanged(key).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => rounds.DisposeAsync();
}

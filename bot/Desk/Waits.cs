using System.Collections.Concurrent;
using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Turns;

namespace ComplaintBot.Desk;

/// <summary>
/// How long a customer who is handed over now will really wait: what the last ones of the same priority have waited, by how many are
/// before them and how many take chats today.
/// </summary>
internal sealed class Waits(IChatIndex chats, Presence presence, TimeProvider clock)
{
    /// <summary>A handover raises a case to this priority at the least; before it nobody knows to which.</summary>
    private const int UsualPriority = 2;

    private const int Sample = 20;

    private static readonly TimeSpan Recent = TimeSpan.FromHours(24);
    private static readonly TimeSpan KnownFor = TimeSpan.FromSeconds(10);

    /// <summary>What a chat takes where nobody has waited yet: the promise for the first answer of a person.</summary>
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<int, (DateTimeOffset At, TimeSpan Median)> medians = new();

    /// <summary>What can be promised to the customer of a conversation.</summary>
    public async Task<DeskStatus> StatusAsync(ConversationKey key, ConversationState state, CancellationToken cancellationToken)
    {
        var here = presence.Connections().Select(one => one.Person).Where(person => person.MayAct && presence.StateOf(person.Id) != PresenceState.Away).DistinctBy(person => person.Id).Count();
        if (here == 0 || state.Owner == Owner.Person) return DeskStatus.Nobody;
        var priority = Math.Min(state.Case.Priority, UsualPriority);
        var waiting = await chats.WaitingAsync(cancellationToken).ConfigureAwait(false);
        var own = waiting.FirstOrDefault(chat => chat.Key == key);
        var place = 1 + waiting.Count(chat => chat.Key != key && (chat.Priority, chat.QueuedAt).CompareTo((own?.Priority ?? priority, own?.QueuedAt ?? DateTimeOffset.MaxValue)) < 0);
        var median = await MedianAsync(priority, cancellationToken).ConfigureAwait(false);
        var rounds = (place + here - 1) / here;
        return new(true, place, Math.Max(1, (int)Math.Ceiling((median * rounds).TotalMinutes)));
    }

    private async Task<TimeSpan> MedianAsync(int priority, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (medians.TryGetValue(priority, out var known) && now - known.At < KnownFor) return known.Median;
        var waits = await chats.WaitsAsync(priority, now - Recent, Sample, cancellationToken).ConfigureAwait(false);
        var median = waits.Count == 0 ? Promise : waits.Order().ElementAt(waits.Count / 2);
        medians[priority] = (now, median);
        return median;
    }
}

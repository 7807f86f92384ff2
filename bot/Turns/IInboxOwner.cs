using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Turns;

/// <summary>What a channel decides about deliveries that are worked off later.</summary>
internal interface IInboxOwner
{
    /// <summary>The site a delivery came from. It must follow from the delivery alone: the process that accepted it may be gone.</summary>
    Site SiteOf(Inbound inbound);

    /// <summary>What the customer is told when the turn of a delivery has failed for good.</summary>
    string ApologyFor(Inbound inbound);

    /// <summary>Where the customer of a conversation gets a file that is kept with it: a path of this server.</summary>
    string AddressOf(ConversationKey key, string file);

    /// <summary>Told after a commit, with what was committed to be sent. It must not throw, and not wait.</summary>
    void Answered(ConversationKey key, IReadOnlyList<OutboxLine> lines);

    /// <summary>How long a pause ends a statement in this conversation; null for what the worker goes by. A channel that wants its answers sooner gets them sooner.</summary>
    TimeSpan? PauseOf(ConversationKey key) => null;

    /// <summary>Gets what a delivery only refers to, before its turn: files that are still with the channel. It may be asked again for the same delivery.</summary>
    /// <exception cref="UnusableInboundException">It can't be had for good.</exception>
    Task PrepareAsync(Inbound inbound, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Passes something on that is kept nowhere, such as typing, to whoever is there. It must not throw, and not wait.</summary>
    void Pass(ConversationKey key, Activity passing);
}

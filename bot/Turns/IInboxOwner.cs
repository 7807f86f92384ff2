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

    /// <summary>Passes something on that is kept nowhere, such as typing, to whoever is there. It must not throw, and not wait.</summary>
    void Pass(ConversationKey key, Activity passing);
}

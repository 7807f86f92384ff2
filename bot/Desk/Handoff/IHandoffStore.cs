using ComplaintBot.Turns;

namespace ComplaintBot.Desk.Handoff;

/// <summary>Where handoffs are kept, and which messages of the contact centre were taken.</summary>
internal interface IHandoffStore
{
    /// <summary>Keeps a handoff to be sent; false when one of the conversation is under way.</summary>
    Task<bool> TryAskAsync(HandoffCall call, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Handoffs that are to be sent now.</summary>
    Task<IReadOnlyList<HandoffItem>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Notes what became of sending one, and when to try again; null for never.</summary>
    Task SentAsync(ConversationKey key, string state, DateTimeOffset? next, CancellationToken cancellationToken);

    /// <summary>The handoff of a conversation, or null.</summary>
    Task<HandoffItem?> FindAsync(ConversationKey key, CancellationToken cancellationToken);

    /// <summary>Notes what the contact centre said.</summary>
    Task NoteAsync(ConversationKey key, string state, CancellationToken cancellationToken);

    /// <summary>Whether a message is new; it is not any more afterwards. Old ones are forgotten.</summary>
    Task<bool> IsNewAsync(string signature, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Lets a message come again: it could not be worked on.</summary>
    Task ForgetAsync(string signature, CancellationToken cancellationToken);
}

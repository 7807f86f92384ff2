using ComplaintBot.Dialogs.Complaint;

namespace ComplaintBot.Turns;

/// <summary>What turns ask of the desk, and what it is told of them.</summary>
internal interface IDesk
{
    /// <summary>What a customer of this conversation can honestly be promised should it be handed over now.</summary>
    Task<DeskStatus> StatusAsync(ConversationKey key, ConversationState state, CancellationToken cancellationToken);

    /// <summary>What is known of the person who has the chat: whether they are at the desk, and when they last did anything about it.</summary>
    Task<(bool IsOnline, DateTimeOffset? SeenAt)> AgentAsync(ConversationKey key, CancellationToken cancellationToken);

    /// <summary>Told after something of a conversation was committed. It must not throw, and not wait.</summary>
    void Changed(ConversationKey key);
}

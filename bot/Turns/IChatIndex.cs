using ComplaintBot.Cases;

namespace ComplaintBot.Turns;

/// <summary>
/// The chats as the desk lists them: rows that the commits of turns have written. No list reads a state or a transcript.
/// </summary>
internal interface IChatIndex : IReadLog
{
    /// <summary>The row of a conversation; null when it has none.</summary>
    Task<ChatRow?> FindAsync(ConversationKey key, CancellationToken cancellationToken);

    /// <summary>The rows of conversations, in the order asked for; those that have none are left out.</summary>
    Task<IReadOnlyList<ChatRow>> FindAsync(IReadOnlyList<ConversationKey> keys, CancellationToken cancellationToken);

    /// <summary>Every chat that waits for a person: by priority, the longest wait first.</summary>
    Task<IReadOnlyList<WaitingChat>> WaitingAsync(CancellationToken cancellationToken);

    /// <summary>The chats a person has, the most urgent first.</summary>
    Task<IReadOnlyList<ChatRow>> OfAsync(string person, CancellationToken cancellationToken);

    /// <summary>All chats that are wanted, the last changed first.</summary>
    /// <param name="filter">Which are wanted. A text is looked for in what is stored; whoever shows the rows asks again of what is shown.</param>
    /// <param name="after">Where the page before ended; null for the first.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<ChatRow>> AllAsync(ChatFilter filter, ChatMark? after, int most, CancellationToken cancellationToken);

    /// <summary>Chats with a remedy that waits for approval, the longest unchanged first.</summary>
    Task<IReadOnlyList<ChatRow>> ApprovalsAsync(CancellationToken cancellationToken);

    /// <summary>How many chats there are in all.</summary>
    Task<int> CountAsync(CancellationToken cancellationToken);

    /// <summary>Every chat that a person has.</summary>
    Task<IReadOnlyList<HeldChat>> HeldAsync(CancellationToken cancellationToken);

    /// <summary>How long the last chats of a priority waited until somebody took them, the newest first.</summary>
    /// <param name="priority">The priority.</param>
    /// <param name="since">Only chats that were taken since.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<TimeSpan>> WaitsAsync(int priority, DateTimeOffset since, int most, CancellationToken cancellationToken);

    /// <summary>The transcript after a line, with what has become of each.</summary>
    Task<IReadOnlyList<DeskLine>> LinesAsync(ConversationKey key, long after, int most, CancellationToken cancellationToken);
}

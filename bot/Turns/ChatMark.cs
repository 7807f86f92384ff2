namespace ComplaintBot.Turns;

/// <summary>Where a page of all chats ended: the next one begins behind it.</summary>
/// <param name="UpdatedAt">When the last row had changed.</param>
/// <param name="Key">Which conversation it was, for several may have changed in the same moment; null begins before that moment.</param>
internal readonly record struct ChatMark(DateTimeOffset UpdatedAt, ConversationKey? Key = null)
{
    /// <summary>The mark of a row.</summary>
    public static ChatMark Of(ChatRow row) => new(row.Summary.UpdatedAt, new(row.Summary.Channel, row.Summary.Conversation));
}

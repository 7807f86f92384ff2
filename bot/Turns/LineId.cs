namespace ComplaintBot.Turns;

/// <summary>The id of an activity that is a line of a transcript.</summary>
internal static class LineId
{
    /// <summary>Conversation, bar, and the line's number in at least seven digits.</summary>
    public static string Of(ConversationKey key, long sequence) => $"{key.Conversation}|{sequence:D7}";
}

namespace ComplaintBot.Turns;

/// <summary>Names a conversation within its channel account. Its parts are escaped, so no id can pose as another's key.</summary>
/// <param name="Channel">The channel account, for example <c>terminal</c>.</param>
/// <param name="Conversation">The channel's own id of the conversation; any text.</param>
internal readonly record struct ConversationKey(string Channel, string Conversation)
{
    /// <summary>The key as it is stored.</summary>
    public override string ToString() => $"{Uri.EscapeDataString(Channel)}/{Uri.EscapeDataString(Conversation)}";

    /// <summary>Reads a stored key.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static ConversationKey Parse(string stored) => stored.Split('/') is [var channel, var conversation]
        ? new(Uri.UnescapeDataString(channel), Uri.UnescapeDataString(conversation))
        : throw new FormatException($"'{stored}' is no conversation key.");
}

namespace ComplaintBot.Channels;

/// <summary>What a platform still lets us say to a customer.</summary>
/// <param name="Left">How many messages.</param>
/// <param name="Until">Until when.</param>
internal sealed record ReplyWindow(int Left, DateTimeOffset Until);

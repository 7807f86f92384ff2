namespace ComplaintBot.Channels;

/// <summary>What channels say to people and programs in their own name.</summary>
internal static class ChannelTexts
{
    private static readonly RoomTexts Room = new("Channels");

    /// <summary>The texts for a language tag or an <c>Accept-Language</c> header.</summary>
    public static Texts For(string? accepted) => Room.For(accepted);
}

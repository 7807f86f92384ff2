using ComplaintBot.Channels;

namespace ComplaintBot.Desk;

/// <summary>What the desk's server says to people at it.</summary>
internal static class DeskTexts
{
    private static readonly RoomTexts Room = new("Desk");

    /// <summary>The texts for an <c>Accept-Language</c> header.</summary>
    public static Texts For(string? accepted) => Room.For(accepted);
}

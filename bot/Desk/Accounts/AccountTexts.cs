using ComplaintBot.Channels;

namespace ComplaintBot.Desk.Accounts;

/// <summary>What the desk says to its people about signing in.</summary>
internal static class AccountTexts
{
    private static readonly RoomTexts Room = new("Desk.Accounts");

    /// <summary>The texts for an <c>Accept-Language</c> header.</summary>
    public static Texts For(string? accepted) => Room.For(accepted);
}

using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace ComplaintBot.Channels.Telegram;

/// <summary>Telegram proves itself with the secret it was given with the webhook; bodies are not signed.</summary>
internal static class TelegramSignature
{
    /// <summary>The header the secret comes in.</summary>
    public const string Header = "X-Telegram-Bot-Api-Secret-Token";

    /// <summary>What secrets and tokens consist of.</summary>
    public static readonly SearchValues<char> Characters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    /// <summary>Whether a text may be a secret: 1 to 256 of its characters.</summary>
    public static bool MayBeSecret(string text) => text.Length is >= 1 and <= 256 && !text.AsSpan().ContainsAnyExcept(Characters);

    /// <summary>Whether what came is the secret, in a time that tells nothing of it.</summary>
    public static bool IsRight(string secret, string? came) =>
        came is { Length: > 0 } && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(secret)), SHA256.HashData(Encoding.UTF8.GetBytes(came)));
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ComplaintBot.Desk.Handoff;

/// <summary>Signs what goes between us and the contact centre: HMAC-SHA256 over the time, a dot and the bytes of the body.</summary>
internal static class HandoffSignature
{
    /// <summary>The header with the seconds since 1970.</summary>
    public const string TimeHeader = "X-Handoff-Timestamp";

    /// <summary>The header with <c>sha256=</c> and the signature in hexadecimal.</summary>
    public const string Header = "X-Handoff-Signature";

    /// <summary>How far the clocks of both sides may be apart, and how long a message is remembered.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const string Prefix = "sha256=";

    /// <summary>The signature of a body.</summary>
    public static string Of(string secret, string time, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes(time + "."));
        hmac.AppendData(body);
        return Prefix + Convert.ToHexStringLower(hmac.GetHashAndReset());
    }

    /// <summary>A time as it is signed.</summary>
    public static string Time(DateTimeOffset now) => now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a signature is right and of this time.</summary>
    public static bool IsRight(string secret, string time, string signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (secret.Length == 0 || time.Length > 12 || !long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return false;
        var isRight = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature.Length <= 80 ? signature : ""), Encoding.UTF8.GetBytes(Of(secret, time, body)));
        return isRight && Math.Abs(now.ToUnixTimeSeconds() - seconds) <= Window.TotalSeconds;
    }
}

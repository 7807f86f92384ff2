using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ComplaintBot.Desk.Accounts;

/// <summary>Codes of an authenticator app: RFC 6238 with SHA-1, 30 seconds and 6 digits, what every app speaks.</summary>
internal static class Totp
{
    /// <summary>Bytes of a secret: those of the hash, as RFC 4226 advises.</summary>
    public const int SecretBytes = 20;

    private const int Digits = 6;
    private const int Modulus = 1_000_000;
    private const int Seconds = 30;

    /// <summary>How many steps a code may be early or late: clocks differ, and people type slowly.</summary>
    private const int Tolerance = 1;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The code of a secret at a time step.</summary>
    public static string Code(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The apps speak SHA-1; what HMAC needs of it still holds.
        HMACSHA1.HashData(secret, counter, mac);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 15)..]) & int.MaxValue;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The time step of a time.</summary>
    public static long Step(DateTimeOffset time) => time.ToUnixTimeSeconds() / Seconds;

    /// <summary>The step a code belongs to, or null when it is wrong or was taken before.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="code">What was typed; spaces don't count.</param>
    /// <param name="now">The time.</param>
    /// <param name="last">The step of the last code that was taken.</param>
    public static long? Match(ReadOnlySpan<byte> secret, string code, DateTimeOffset now, long last)
    {
        var typed = Encoding.UTF8.GetBytes(code.Length <= 4 * Digits ? code.Replace(" ", "", StringComparison.Ordinal) : "");
        long? found = null;
        for (var step = Step(now) - Tolerance; step <= Step(now) + Tolerance; step++)
            if (CryptographicOperations.FixedTimeEquals(typed, Encoding.UTF8.GetBytes(Code(secret, step))) && step > last) found = step;
        return found;
    }

    /// <summary>A secret as people type it (RFC 4648 base 32, without padding).</summary>
    public static string Write(ReadOnlySpan<byte> secret)
    {
        var text = new StringBuilder((secret.Length * 8 + 4) / 5);
        var (held, bits) = (0, 0);
        foreach (var one in secret)
        {
            (held, bits) = ((held << 8) | one, bits + 8);
            for (; bits >= 5; bits -= 5) text.Append(Alphabet[(held >> (bits - 5)) & 31]);
            held &= (1 << bits) - 1;
        }

        if (bits > 0) text.Append(Alphabet[(held << (5 - bits)) & 31]);
        return text.ToString();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static byte[] Read(string text)
    {
        var secret = new List<byte>(text.Length * 5 / 8);
        var (held, bits) = (0, 0);
        foreach (var letter in text)
        {
            (held, bits) = ((held << 5) | Alphabet.IndexOf(letter, StringComparison.Ordinal), bits + 5);
            if (bits < 8) continue;
            bits -= 8;
            secret.Add((byte)(held >> bits));
            held &= (1 << bits) - 1;
        }

        return [.. secret];
    }

    /// <summary>The address an app reads from a picture.</summary>
    public static string Uri(string name, string secret)
    {
        const string Issuer = "ComplaintBot";
        return $"otpauth://totp/{Issuer}:{System.Uri.EscapeDataString(name)}?secret={secret}&issuer={Issuer}&algorithm=SHA1&digits={Digits}&period={Seconds}";
    }
}

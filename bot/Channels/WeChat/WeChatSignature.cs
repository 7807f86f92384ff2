using System.Security.Cryptography;
using System.Text;

namespace ComplaintBot.Channels.WeChat;

/// <summary>WeChat signs with SHA-1 over its parts in ordinal order; the token among them is the secret.</summary>
internal static class WeChatSignature
{
    /// <summary>The signature of some parts, in lower-case hexadecimal.</summary>
    public static string Of(params string[] parts) => Convert.ToHexStringLower(Digest(parts));

    /// <summary>Whether what came is the signature of the parts, in a time that tells nothing of it.</summary>
    public static bool IsRight(string? came, params string[] parts)
    {
        var bytes = new byte[SHA1.HashSizeInBytes];
        return came?.Length == bytes.Length * 2 && Convert.FromHexString(came, bytes, out _, out var written) == System.Buffers.OperationStatus.Done && written == bytes.Length
            && CryptographicOperations.FixedTimeEquals(bytes, Digest(parts));
    }

    private static byte[] Digest(string[] parts)
    {
        // The algorithm is the platform's; nothing but the secrecy of the token rests on it.
#pragma warning disable CA5350
        return SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Order(StringComparer.Ordinal))));
#pragma warning restore CA5350
    }
}

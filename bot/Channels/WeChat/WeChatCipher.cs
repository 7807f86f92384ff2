using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ComplaintBot.Channels.WeChat;

/// <summary>
/// The encryption of safe and compatible mode: AES-256-CBC under the EncodingAESKey, the message between 16 random bytes with its length and the
/// account's id, padded to blocks of 32.
/// </summary>
internal sealed class WeChatCipher
{
    private const int Block = 32;
    private const int RandomBytes = 16;
    private const int LengthBytes = 4;

    private readonly byte[] key;
    private readonly byte[] appId;

    /// <summary>A cipher for an account.</summary>
    /// <param name="encodingKey">The 43 characters of the EncodingAESKey.</param>
    /// <param name="appId">The account's id.</param>
    public WeChatCipher(string encodingKey, string appId) => (key, this.appId) = (Convert.FromBase64String(encodingKey + "="), Encoding.UTF8.GetBytes(appId));

    /// <summary>Encrypts a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="random">16 random bytes.</param>
    public string Encrypt(ReadOnlySpan<byte> message, ReadOnlySpan<byte> random)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(random.Length, RandomBytes);
        var length = RandomBytes + LengthBytes + message.Length + appId.Length;
        var padding = Block - (length % Block);
        var plain = new byte[length + padding];
        random.CopyTo(plain);
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(RandomBytes), message.Length);
        message.CopyTo(plain.AsSpan(RandomBytes + LengthBytes));
        appId.CopyTo(plain, RandomBytes + LengthBytes + message.Length);
        plain.AsSpan(length).Fill((byte)padding);
        using var aes = Aes();
        return Convert.ToBase64String(aes.EncryptCbc(plain, key.AsSpan(0, RandomBytes), PaddingMode.None));
    }

    /// <summary>Decrypts a message; null when it is none of this account's.</summary>
    public byte[]? Decrypt(string encrypted)
    {
        var cipher = new byte[encrypted.Length];
        if (!Convert.TryFromBase64String(encrypted, cipher, out var length) || length == 0 || length % Block != 0) return null;
        using var aes = Aes();
        var plain = aes.DecryptCbc(cipher.AsSpan(0, length), key.AsSpan(0, RandomBytes), PaddingMode.None);
        var padding = plain[^1];
        if (padding is < 1 or > Block || plain.AsSpan(plain.Length - padding).ContainsAnyExcept(padding)) return null;
        var content = plain.AsSpan(0, plain.Length - padding);
        if (content.Length < RandomBytes + LengthBytes) return null;
        var size = BinaryPrimitives.ReadInt32BigEndian(content[RandomBytes..]);
        var rest = content[(RandomBytes + LengthBytes)..];
        return size >= 0 && size <= rest.Length && CryptographicOperations.FixedTimeEquals(rest[size..], appId) ? rest[..size].ToArray() : null;
    }

    private Aes Aes()
    {
        var aes = System.Security.Cryptography.Aes.Create();
        aes.Key = key;
        return aes;
    }
}

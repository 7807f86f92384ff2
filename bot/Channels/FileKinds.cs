using System.Buffers.Binary;

namespace ComplaintBot.Channels;

/// <summary>What kind of file some bytes are, by how they begin. What a client says about its files proves nothing.</summary>
internal static class FileKinds
{
    /// <summary>The kind of what proves to be none of the known.</summary>
    public const string Unknown = "application/octet-stream";

    /// <summary>The kinds that are known, all of them harmless to show or play in a browser.</summary>
    public static IReadOnlyList<string> Known { get; } =
        ["image/png", "image/jpeg", "image/gif", "image/webp", "image/heic", "application/pdf", "audio/mpeg", "audio/ogg", "audio/wav", "audio/amr", "video/mp4", "video/quicktime", "video/webm"];

    /// <summary>The media type that the bytes prove, or <see cref="Unknown"/>.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, .. "PNG\r\n"u8, 0x1A, 0x0A])) return "image/png";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return "image/jpeg";
        if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8)) return "image/gif";
        if (bytes.StartsWith("%PDF-"u8)) return "application/pdf";
        if (bytes.StartsWith("OggS"u8)) return "audio/ogg";
        if (bytes.StartsWith("#!AMR"u8)) return "audio/amr";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3])) return "video/webm";
        if (bytes.StartsWith("ID3"u8) || (bytes.Length > 2 && bytes[0] == 0xFF && bytes[1] is 0xFB or 0xF3 or 0xF2)) return "audio/mpeg";
        if (bytes.Length >= 12 && bytes.StartsWith("RIFF"u8)) return bytes[8..12] switch { var kind when kind.SequenceEqual("WEBP"u8) => "image/webp", var kind when kind.SequenceEqual("WAVE"u8) => "audio/wav", _ => Unknown };
        return bytes.Length >= 12 && bytes[4..8].SequenceEqual("ftyp"u8) ? Boxed(BinaryPrimitives.ReadUInt32BigEndian(bytes[8..12])) : Unknown;
    }

    /// <summary>The kinds that share the ISO container, by their brand.</summary>
    private static string Boxed(uint brand) => brand switch
    {
        0x68656963 or 0x68656978 or 0x6D696631 or 0x68657663 => "image/heic",
        0x71742020 => "video/quicktime",
        _ => "video/mp4",
    };
}

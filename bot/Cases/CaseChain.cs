using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Cases;

/// <summary>
/// Chains the entries of a case with SHA-256, so that a missing or changed entry shows. The personal part goes in by a salted digest
/// only: part and salt can be deleted, and the chain still holds.
/// </summary>
internal static class CaseChain
{
    /// <summary>The hash before the first entry.</summary>
    public static byte[] Root { get; } = new byte[SHA256.HashSizeInBytes];

    /// <summary>The salted digest of an entry's personal part.</summary>
    public static byte[] Digest(IReadOnlyDictionary<string, string> data, ReadOnlySpan<byte> salt)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(salt);
        sha.AppendData(Canonical(data));
        return sha.GetHashAndReset();
    }

    /// <summary>The hash of an entry.</summary>
    public static byte[] Hash(CaseEvent entry, long sequence, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> before)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, sequence);
        sha.AppendData(before);
        sha.AppendData(number);
        Append(sha, entry.Kind.Id());
        Append(sha, entry.Actor);
        Append(sha, entry.Step?.Id() ?? "");
        Append(sha, entry.At.ToString("O", CultureInfo.InvariantCulture));
        sha.AppendData(digest);
        return sha.GetHashAndReset();
    }

    /// <summary>Checks a timeline.</summary>
    /// <returns>The sequence number of the first entry that is missing or changed, or null when all is well.</returns>
    public static long? FirstBreak(IEnumerable<LedgerEntry> entries)
    {
        var (before, expected) = (Root, 1L);
        foreach (var entry in entries)
        {
            if (entry.Sequence != expected) return expected;
            if (entry.Salt is { } salt && !Digest(entry.Event.Data, salt).AsSpan().SequenceEqual(entry.Digest)) return expected;
            if (!Hash(entry.Event, entry.Sequence, entry.Digest, before).AsSpan().SequenceEqual(entry.Hash)) return expected;
            (before, expected) = (entry.Hash, expected + 1);
        }

        return null;
    }

    /// <summary>The data as they are stored and digested: a JSON object with its names in order.</summary>
    public static byte[] Canonical(IReadOnlyDictionary<string, string> data)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in data.OrderBy(pair => pair.Key, StringComparer.Ordinal)) writer.WriteString(name, value);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Length first, so that no two lists of texts run into each other.</summary>
    private static void Append(IncrementalHash sha, string text)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, Encoding.UTF8.GetByteCount(text));
        sha.AppendData(length);
        sha.AppendData(Encoding.UTF8.GetBytes(text));
    }
}

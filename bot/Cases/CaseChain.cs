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
    /// <summary>The hash before the first entry. It is the case's own: a timeline under another number shows.</summary>
    public static byte[] Root(string number) => SHA256.HashData(Encoding.UTF8.GetBytes(number));

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
    /// <param name="number">The case.</param>
    /// <param name="entries">Its entries as they are kept, in order; null for one that can't be read any more.</param>
    /// <param name="end">Where it is known to end.</param>
    /// <returns>The sequence number of the first entry that is missing, changed or not in its place, or null when all is well.</returns>
    public static long? FirstBreak(string number, IEnumerable<LedgerEntry?> entries, ChainEnd end)
    {
        var (before, expected) = (Root(number), 1L);
        foreach (var entry in entries)
        {
            if (entry is null || entry.Sequence != expected || expected > end.Sequence || !IsWhole(entry, before)) return expected;
            (before, expected) = (entry.Hash, expected + 1);
        }

        if (expected <= end.Sequence) return expected;
        return before.AsSpan().SequenceEqual(end.Hash) ? null : end.Sequence;
    }

    private static bool IsWhole(LedgerEntry entry, byte[] before)
    {
        // Without its salt nothing can be said of the personal part but that it is gone.
        var personal = entry.Salt is { } salt ? Digest(entry.Event.Data, salt).AsSpan().SequenceEqual(entry.Digest) : entry.Event.Data.Count == 0;
        return personal && Hash(entry.Event, entry.Sequence, entry.Digest, before).AsSpan().SequenceEqual(entry.Hash);
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

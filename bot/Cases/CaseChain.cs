using System.Buffers;
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
    /// <param name="data">The part in its <see cref="Canonical"/> form.</param>
    /// <param name="salt">The salt.</param>
    public static byte[] Digest(ReadOnlySpan<byte> data, ReadOnlySpan<byte> salt) => SHA256.HashData([.. salt, .. data]);

    /// <summary>The hash of an entry.</summary>
    public static byte[] Hash(CaseEvent entry, long sequence, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> before)
    {
        var whole = new ArrayBufferWriter<byte>(256);
        whole.Write(before);
        BinaryPrimitives.WriteInt64BigEndian(whole.GetSpan(sizeof(long)), sequence);
        whole.Advance(sizeof(long));
        Append(whole, entry.Kind.Id());
        Append(whole, entry.Actor);
        Append(whole, entry.Step?.Id() ?? "");
        Append(whole, entry.At.ToString("O", CultureInfo.InvariantCulture));
        whole.Write(digest);
        return SHA256.HashData(whole.WrittenSpan);
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
        var personal = entry.Salt is { } salt ? Digest(Canonical(entry.Event.Data), salt).AsSpan().SequenceEqual(entry.Digest) : entry.Event.Data.Count == 0;
        return personal && Hash(entry.Event, entry.Sequence, entry.Digest, before).AsSpan().SequenceEqual(entry.Hash);
    }

    /// <summary>The data as they are stored and digested: a JSON object with its names in order.</summary>
    public static byte[] Canonical(IReadOnlyDictionary<string, string> data)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in data.OrderBy(pair => pair.Key, StringComparer.Ordinal)) writer.WriteString(name, value);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Length first, so that no two lists of texts run into each other.</summary>
    private static void Append(ArrayBufferWriter<byte> whole, string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        BinaryPrimitives.WriteInt32BigEndian(whole.GetSpan(sizeof(int)), length);
        whole.Advance(sizeof(int));
        Encoding.UTF8.GetBytes(text, whole);
    }
}

using System.Text;
using System.Text.Json;

namespace ComplaintBot.Dialogs.Vocabulary.Stored;

/// <summary>
/// Reads names that come again and again (facts, categories, duties, currencies) without a new string each time. It holds a fixed number of
/// them; a name that meets another at its place takes that place, so hostile data can neither fill it nor slow it down.
/// </summary>
internal static class KnownNames
{
    private const int Places = 1024;
    private const int Longest = 64;

    private static readonly Entry?[] Entries = new Entry?[Places];

    /// <summary>Reads the text or the member's name at which the reader stands. For names only, never for what people say.</summary>
    public static string Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || reader.ValueIsEscaped || reader.HasValueSequence || reader.ValueSpan.Length > Longest) return reader.GetString() ?? "";
        var utf8 = reader.ValueSpan;
        ref var entry = ref Entries[PlaceOf(utf8)];
        if (Volatile.Read(ref entry) is { } known && utf8.SequenceEqual(known.Utf8)) return known.Text;
        var text = reader.GetString()!;
        Volatile.Write(ref entry, new(Encoding.UTF8.GetBytes(text), text));
        return text;
    }

    private static uint PlaceOf(ReadOnlySpan<byte> utf8)
    {
        var hash = 0u;
        foreach (var value in utf8) hash = unchecked((hash * 31) + value);
        return hash % Places;
    }

    private sealed record Entry(byte[] Utf8, string Text);
}

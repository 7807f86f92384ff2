using System.Text;

namespace ComplaintBot.Dialogs.Phrases;

/// <summary>The mark by which a line is known again: 32-bit FNV-1a over its UTF-8 bytes, without spaces, closing marks and upper case.</summary>
internal static class LineHash
{
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The mark of a line. Two different lines share one about once in four billion; then a line counts as said, and the next variant is taken.</summary>
    public static uint Of(ReadOnlySpan<char> line)
    {
        var hash = Basis;
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in line.TrimEnd(" \t\r\n.?!。？！…").EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) continue;
            var count = Rune.ToLowerInvariant(rune).EncodeToUtf8(bytes);
            foreach (var value in bytes[..count]) hash = unchecked((hash ^ value) * Prime);
        }
        return hash;
    }
}

using System.Buffers;

namespace ComplaintBot.Dialogs.Language.Script;

/// <summary>
/// Finds web addresses, with <c>https://</c>, with <c>www.</c> or bare (<c>shop.example.com/a?b=1</c>), so that no number and no word is
/// read out of them. Mail addresses are none. One walk over the text, however it is made up.
/// </summary>
internal static class WebAddresses
{
    private static readonly string[] Schemes = ["http", "https", "ftp"];

    // Endings of bare addresses; a missing space after a full stop ("late.Refund") must not make one.
    private static readonly string[] Endings = ["com", "cn", "net", "org", "gov", "edu", "info", "io", "top", "vip", "shop", "xyz", "app", "hk", "tw", "uk"];

    private static readonly SearchValues<char> Trailing = SearchValues.Create(".,:;!?)'\"]*~");

    /// <summary>The first address that begins at <paramref name="from"/> or behind it.</summary>
    public static bool TryNext(ReadOnlySpan<char> text, int from, out int start, out int end)
    {
        while (text[from..].IndexOf('.') is >= 0 and var ahead)
        {
            var first = from + ahead;
            while (first > from && IsAddress(text[first - 1])) first--;
            if (TryIn(text, first, out start, out end)) return true;
            from = end;
        }
        (start, end) = (text.Length, text.Length);
        return false;
    }

    // Without an address the end is that of the run of characters that might have held one; it is not read again.
    private static bool TryIn(ReadOnlySpan<char> text, int first, out int start, out int end)
    {
        for (var at = first; at < text.Length && IsAddress(text[at]);)
        {
            start = at;
            while (at < text.Length && IsHost(text[at])) at++;
            if (at == start) { at++; continue; }
            if (start > 0 && text[start - 1] == '@' || at < text.Length && text[at] == '@') continue;
            var host = text[start..at];
            var rest = text[at..];
            if (rest.StartsWith("://") && rest.Length > 3 && IsHost(rest[3]) && EndsInScheme(host))
            {
                end = Trimmed(text, start, EndOfRun(text, at));
                return true;
            }
            start += host.Length - host.TrimStart(".-_").Length;
            if (!IsPage(text[start..at].TrimEnd(".-_"))) continue;
            end = Trimmed(text, start, rest.Length > 0 && rest[0] is '/' or ':' or '?' or '#' ? EndOfRun(text, at) : at);
            return true;
        }
        start = end = EndOfRun(text, first);
        return false;
    }

    private static int EndOfRun(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && IsAddress(text[at])) at++;
        return at;
    }

    private static bool EndsInScheme(ReadOnlySpan<char> host)
    {
        foreach (var scheme in Schemes)
            if (host.EndsWith(scheme, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool IsPage(ReadOnlySpan<char> host)
    {
        var dot = host.LastIndexOf('.');
        if (dot <= 0) return false;
        if (host.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return true;
        foreach (var ending in Endings)
            if (host[(dot + 1)..].Equals(ending, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static int Trimmed(ReadOnlySpan<char> text, int start, int end)
    {
        while (end > start && Trailing.Contains(text[end - 1])) end--;
        return end;
    }

    private static bool IsHost(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_';

    private static bool IsAddress(char c) => c is > ' ' and < '\x7f' and not ('<' or '>' or '"' or '`' or '{' or '}' or '|' or '\\' or '^');
}

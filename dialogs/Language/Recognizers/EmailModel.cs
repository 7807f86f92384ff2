using System.Buffers;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>Finds e-mail addresses.</summary>
internal static class EmailModel
{
    private static readonly SearchValues<char> Local = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.!#$%&'*+/=?^_`{|}~-");
    private static readonly SearchValues<char> Host = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-");

    /// <summary>The addresses of a text.</summary>
    public static List<ModelResult> Read(EntityText entities)
    {
        var text = entities.Text;
        var results = new List<ModelResult>();
        var free = 0;
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var start = at;
            while (start > free && Local.Contains(text[start - 1])) start--;
            while (start < at && text[start] is '.' or '\'' or '/' or '#') start++;
            if (HostEnd(text, at + 1) is not { } end || start == at || text[at - 1] == '.') continue;
            results.Add(entities.Result(start, end, "email", new Dictionary<string, object?> { ["value"] = entities.Written(start, end) }));
            free = end;
        }
        return results;
    }

    private static int? HostEnd(string text, int start)
    {
        if (start < text.Length && text[start] == '[') return AddressEnd(text, start + 1);
        var end = start;
        while (end < text.Length && Host.Contains(text[end])) end++;
        if (end < text.Length && text[end] == '_') return null;
        while (end > start && text[end - 1] is '.' or '-') end--;
        var dot = end > start ? text.LastIndexOf('.', end - 1, end - start) : -1;
        if (dot <= start || end - dot - 1 < 2) return IsNumeric(text, start, end, dot) ? end : null;
        return text.AsSpan(start, end - start).Contains("..", StringComparison.Ordinal) ? null : end;
    }

    // me@129.126.118.1
    private static bool IsNumeric(string text, int start, int end, int dot) => dot > start && text.AsSpan(start, end - start).Count('.') == 3 && !text.AsSpan(start, end - start).ContainsAnyInRange('a', 'z');

    private static int? AddressEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && (IsDigit(text[end]) || text[end] == '.')) end++;
        return end > start && end < text.Length && text[end] == ']' ? end + 1 : null;
    }
}

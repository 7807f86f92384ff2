namespace ComplaintBot.Dialogs.Playbooks.Reading;

/// <summary>The <c>{names}</c> in a text that is filled when it is said.</summary>
internal static class Placeholders
{
    /// <summary>The names in order; null when a brace is not closed, not opened, or holds no snake_case or kebab-case name.</summary>
    public static IReadOnlyList<string>? In(string text)
    {
        if (text.AsSpan().IndexOfAny('{', '}') < 0)
            return [];
        var names = new List<string>();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '}')
                return null;
            if (text[at] != '{')
                continue;
            var end = text.IndexOf('}', at);
            if (end < 0 || !Words.IsName(text.AsSpan(at + 1, end - at - 1)))
                return null;
            names.Add(text[(at + 1)..end]);
            at = end;
        }
        return names;
    }
}

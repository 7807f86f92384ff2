namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Parts a text into clauses at marks, line ends, and at spaces between Chinese characters, which many type instead of marks.</summary>
internal static class ClauseSplitter
{
    /// <summary>The clauses without the marks between them; empty ones are left out.</summary>
    public static List<Span> Split(string text)
    {
        var clauses = new List<Span>();
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && !IsBoundary(text, at)) continue;
            var from = Characters.SkipSpaces(text, start);
            if (from < at) clauses.Add(new Span(from, at));
            start = at + 1;
        }
        return clauses;
    }

    private static bool IsBoundary(string text, int at) => text[at] switch
    {
        '。' or '!' or '?' or ';' or '\n' or '…' or '~' or '，' => true,
        ',' => !(Digit(text, at - 1) && Digit(text, at + 1)),
        '.' => !(Word(text, at - 1) && Word(text, at + 1)) && !IsAbbreviation(text, at),
        ' ' => at > 0 && at + 1 < text.Length && Characters.IsHan(text[at + 1]) && !Characters.IsLatin(text[at - 1]),
        _ => false,
    };

    // "a.m.", "no. 5", "Mr. Lee": the mark ends no clause.
    private static bool IsAbbreviation(string text, int at) =>
        Characters.EndsAtAny(text, at, "no", "mr", "mrs", "ms", "dr", "st", "rd", "ave", "approx", "m") > 0 && at + 1 < text.Length;

    private static bool Digit(string text, int at) => at >= 0 && at < text.Length && Characters.IsDigit(text[at]);

    private static bool Word(string text, int at) => at >= 0 && at < text.Length && Characters.IsWord(text[at]);
}

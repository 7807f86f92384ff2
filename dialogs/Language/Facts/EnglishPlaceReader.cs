using ComplaintBot.Dialogs.Vocabulary;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Reads English names of places: "the Elm Street branch", "your airport shop", "around Mill Lane", "at Harbour Tower".</summary>
internal static class EnglishPlaceReader
{
    private static readonly string[] Prepositions = ["at", "around", "near", "in", "outside"];

    /// <summary>Adds the first place that names something.</summary>
    public static void Read(FactReading reading)
    {
        if ((BySuffix(reading) ?? ByPreposition(reading)) is { } place) reading.Add(FactNames.Place, place);
    }

    private static Span? BySuffix(FactReading reading)
    {
        var cues = reading.Cues(CueKind.PlaceSuffix);
        for (var index = 0; index < cues.Length; index++)
        {
            var suffix = cues[index];
            if (!IsLatin(reading.Text[suffix.Start])) continue;
            var start = NameStart(reading, suffix);
            if (start == suffix.Start) continue;
            var end = suffix.End;
            // "Mill Street branch": the street goes into the name of the branch.
            while (index + 1 < cues.Length && cues[index + 1].Start == SkipSpaces(reading.Text, end)) end = cues[++index].End;
            return new Span(WithHouseNumber(reading, start), end);
        }
        return null;
    }

    private static int NameStart(FactReading reading, Span suffix)
    {
        var text = reading.Text;
        var start = suffix.Start;
        var capital = reading.IsCapital(suffix.Start);
        for (var words = 0; words < 3; words++)
        {
            var end = start;
            while (end > 0 && text[end - 1] == ' ') end--;
            var from = end;
            while (from > 0 && (IsLatin(text[from - 1]) || text[from - 1] == '\'')) from--;
            if (from == end || from < end && end < start - 1 || !reading.IsFree(new Span(from, end)) || IsGeneric(reading, from, end)) break;
            // In lower case one word before the suffix at the most, and only behind "the" or "your": "your airport shop".
            if (!reading.IsCapital(from) && (words > 1 || capital || !BehindArticle(text, from, words))) break;
            start = from;
        }
        return start;
    }

    private static bool BehindArticle(string text, int from, int words) =>
        EndsAtAny(text, from, "the", "your", "ur") > 0 || words == 0 && EndsAtAny(text, BackWord(text, from), "the", "your") > 0 && !EndsAt(text, from, "of");

    private static int BackWord(string text, int at)
    {
        while (at > 0 && text[at - 1] == ' ') at--;
        while (at > 0 && IsLatin(text[at - 1])) at--;
        return at;
    }

    private static bool IsGeneric(FactReading reading, int from, int end) => reading.FindCue(CueKind.PlaceGeneric, new Span(from, end)) == new Span(from, end);

    private static int WithHouseNumber(FactReading reading, int start)
    {
        var end = start;
        while (end > 0 && reading.Text[end - 1] == ' ') end--;
        var from = end;
        while (from > 0 && IsDigit(reading.Text[from - 1])) from--;
        return end - from is >= 1 and <= 4 && (from == 0 || reading.Text[from - 1] is ' ' or ',') && reading.IsFree(new Span(from, end)) ? from : start;
    }

    private static Span? ByPreposition(FactReading reading)
    {
        var text = reading.Text;
        foreach (var word in Prepositions)
        {
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            {
                if (CutsWord(text, at, at + word.Length)) continue;
                var start = SkipSpaces(text, at + word.Length);
                start += StartsAtAny(text, start, "the ", "your ");
                var end = Capitals(reading, start);
                // Two capitals make a name; one may be a month, a person or a shout.
                if (end > start && text.AsSpan(start, end - start).Contains(' ') && reading.IsFree(new Span(start, end)) && !reading.HasCue(CueKind.PlaceGeneric, new Span(start, end))) return new Span(start, end);
            }
        }
        return null;
    }

    private static int Capitals(FactReading reading, int start)
    {
        var text = reading.Text;
        var end = start;
        for (var at = start; at < text.Length && IsLatin(text[at]) && reading.IsCapital(at) && !reading.IsCapital(at + 1);)
        {
            end = WordEnd(text, at);
            at = SkipSpaces(text, end);
        }
        return end;
    }
}

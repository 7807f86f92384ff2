using ComplaintBot.Dialogs.Vocabulary;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Reads who else was involved: a name, a staff number, or a description by which somebody can be told apart.</summary>
internal static class WhoReader
{
    private static readonly string[] NamedEn = ["called", "named", "by the name of", "name tag said", "badge said", "whose name is"];

    /// <summary>Adds the first person that can be told apart.</summary>
    public static void Read(FactReading reading)
    {
        if ((Number(reading) ?? Surname(reading) ?? Named(reading) ?? English(reading) ?? Description(reading)) is { } who) reading.Add(FactNames.Who, who);
    }

    // 工号0123, staff number 17
    private static Span? Number(FactReading reading)
    {
        var text = reading.Text;
        foreach (var cue in new[] { "工号", "胸牌号", "staff number", "badge number" })
        {
            var at = text.IndexOf(cue, StringComparison.Ordinal);
            if (at < 0) continue;
            var start = at + cue.Length;
            while (start < text.Length && (text[start] is ' ' or ':' or '是' or '#')) start++;
            var end = start;
            while (end < text.Length && IsWord(text[end])) end++;
            if (end > start) return new Span(at, end);
        }
        return null;
    }

    // 一个姓赵的店员
    private static Span? Surname(FactReading reading)
    {
        var text = reading.Text;
        for (var at = text.IndexOf('姓', StringComparison.Ordinal); at >= 0; at = text.IndexOf('姓', at + 1))
        {
            var end = at + 1 + Surnames.LengthAt(text, at + 1);
            if (end == at + 1 || !StartsAt(text, end, "的")) continue;
            var staff = reading.FindCue(CueKind.Staff, new Span(end, Math.Min(text.Length, end + 8)));
            return new Span(at, staff?.End ?? end);
        }
        return null;
    }

    // 那个叫小李的师傅, 店长王强
    private static Span? Named(FactReading reading)
    {
        var text = reading.Text;
        foreach (var staff in reading.Cues(CueKind.Staff))
        {
            var start = staff.End + StartsAtAny(text, staff.End, "名叫", "叫");
            if (start > staff.End && NameReader.ChineseAt(text, start) is { Length: >= 2 } name && name.End <= text.Length && (name.End == text.Length || !IsHan(text[name.End]))) return new Span(staff.Start, name.End);
        }
        for (var at = text.IndexOf('叫', StringComparison.Ordinal); at > 0; at = text.IndexOf('叫', at + 1))
        {
            var of = text.IndexOf('的', at, Math.Min(6, text.Length - at));
            if (of < 0 || of - at is < 2 or > 5 || reading.FindCue(CueKind.Staff, new Span(of, Math.Min(text.Length, of + 6))) is not { } staff) continue;
            return new Span(at, staff.End);
        }
        return null;
    }

    private static Span? English(FactReading reading)
    {
        var text = reading.Text;
        foreach (var cue in NamedEn)
        {
            var at = text.IndexOf(cue, StringComparison.Ordinal);
            if (at < 0 || CutsWord(text, at, at + cue.Length)) continue;
            var start = SkipSpaces(text, at + cue.Length);
            if (!reading.IsCapital(start)) continue;
            var clause = reading.ClauseAt(at);
            var staff = reading.FindCue(CueKind.Staff, new Span(clause.Start, at));
            return new Span(staff is null ? start : PhraseStart(text, clause.Start, staff.Value.Start), WordEnd(text, start));
        }
        return null;
    }

    // 穿红马甲的姑娘, a tall guy with a beard: only where looks are told.
    private static Span? Description(FactReading reading)
    {
        foreach (var look in reading.Cues(CueKind.Look))
        {
            var clause = reading.ClauseAt(look.Start);
            if (reading.FindCue(CueKind.Staff, new Span(look.End, Math.Min(clause.End, look.End + 12))) is not { } staff) continue;
            if (IsHan(reading.Text[look.Start]) && !StartsAt(reading.Text, staff.Start - 1, "的") && staff.Start != look.End) continue;
            var verb = look.Start - EndsAtAny(reading.Text, look.Start, "扎着", "扎", "留着", "留", "穿着", "穿");
            var start = IsLatin(reading.Text[look.Start]) ? PhraseStart(reading.Text, clause.Start, look.Start) : verb - EndsAtAny(reading.Text, verb, "一个", "那个", "有个", "一位", "那位", "个");
            return new Span(start, staff.End);
        }
        return null;
    }

    // The article before the description, at most four words back.
    private static int PhraseStart(string text, int from, int at)
    {
        var start = at;
        for (var words = 0; words < 4 && start > from; words++)
        {
            if (EndsAtAny(text, start, "a", "an", "the", "some") is > 0 and var article) return start - article;
            var back = start - 1;
            while (back > from && text[back - 1] != ' ') back--;
            start = back;
        }
        return at;
    }
}

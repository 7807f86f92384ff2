using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Reads times of the clock in English: 7pm, 7.30 p.m., at 7, half past 7, 8 o'clock.</summary>
internal static class EnglishClock
{
    /// <summary>The time of the clock that begins with a numeral, or null.</summary>
    public static TimeAtom? Read(TimeText time, Numeral hour)
    {
        var text = time.Text;
        if (hour.Ordinal) return null;
        var minutes = Minutes(hour);
        if (minutes is not { } said) return null;
        var atom = new TimeAtom(hour.Start, hour.End, TimeAtomKind.Clock) { Minutes = said };
        var marked = WithMeridiem(text, atom);
        if (marked.End > atom.End) return marked;
        var oclock = StartsAtAny(text, SkipSpaces(text, hour.End), "o'clock", "oclock", "ish", "-ish");
        if (oclock > 0) return atom with { End = SkipSpaces(text, hour.End) + oclock };
        if (PastOrTo(text, atom, hour) is { } counted) return counted;
        if (!hour.IsWhole(1, 12) || !IsBare(text, hour)) return null;
        // Tables are booked for the evening.
        var table = hour.Value is >= 5 and <= 11 && EndsAtAny(text, hour.Start, "booked for", "booked at", "table at") > 0;
        return table ? atom with { Minutes = said + 720, Settled = true } : atom with { Weak = true };
    }

    /// <summary>Takes in "am" or "pm" behind a time of the clock.</summary>
    public static TimeAtom WithMeridiem(string text, TimeAtom atom)
    {
        var at = SkipSpaces(text, atom.End);
        var am = StartsAtAny(text, at, "am", "a.m.", "a.m");
        var pm = am > 0 ? 0 : StartsAtAny(text, at, "pm", "p.m.", "p.m");
        if (am + pm == 0 || atom.Minutes >= 13 * 60) return atom;
        var half = atom.Minutes % 720 + (pm > 0 ? 720 : 0);
        return atom with { End = at + am + pm, Minutes = half, Settled = true };
    }

    // 7.30 is a time only with am or pm behind it; the caller sees to that by the end that moved.
    private static int? Minutes(Numeral hour)
    {
        if (hour.IsWhole(0, 12)) return (int)hour.Value * 60;
        var whole = (int)decimal.Truncate(Math.Min(hour.Value, 24));
        var rest = (hour.Value - whole) * 100;
        return hour.Form == NumeralForm.Digits && whole is > 0 and <= 12 && rest is > 0 and < 60 && rest == decimal.Truncate(rest) ? whole * 60 + (int)rest : null;
    }

    private static TimeAtom? PastOrTo(string text, TimeAtom atom, Numeral hour)
    {
        var past = EndsAtAny(text, hour.Start, "half past", "half");
        if (past > 0) return atom with { Start = hour.Start - past, Minutes = atom.Minutes + 30 };
        past = EndsAtAny(text, hour.Start, "quarter past");
        if (past > 0) return atom with { Start = hour.Start - past, Minutes = atom.Minutes + 15 };
        past = EndsAtAny(text, hour.Start, "quarter to");
        return past > 0 && atom.Minutes >= 60 ? atom with { Start = hour.Start - past, Minutes = atom.Minutes - 15 } : null;
    }

    private static bool IsBare(string text, Numeral hour)
    {
        var before = EndsAtAny(text, hour.Start, "at", "around", "about", "since", "by", "before", "after", "until", "till", "from") + (hour.Form == NumeralForm.Digits && hour.Value >= 5 ? EndsAtAny(text, hour.Start, "booked for") : 0);
        if (before == 0) return false;
        var next = SkipSpaces(text, hour.End);
        if (next >= text.Length || !IsWord(text[next]) && text[next] is not ('%' or '$' or '£' or '€' or '/' or '-' or ':') && !IsHan(text[next])) return true;
        return StartsAtAny(text, next, "last", "this", "yesterday", "today", "tonight", "on", "in the", "and", "but", "until", "till", "or", "so", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "we", "i", "they") > 0;
    }
}

using System.Buffers;
using System.Globalization;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Finds every statement of time in a text: reads the pieces, joins neighbours, and resolves them against the customer's clock, the past preferred.</summary>
internal static class DateTimeReader
{
    private const int MostPieces = 60;

    private static readonly SearchValues<char> News = SearchValues.Create("信电通消账提讯");

    /// <summary>The statements of time in the order of the text.</summary>
    /// <param name="reading">The message; characters that are spoken for (codes, phones) are passed over.</param>
    public static List<TimeMention> Read(FactReading reading)
    {
        var time = new TimeText(reading.Text, reading.Numerals, reading.Context.Now);
        var (atoms, mentions) = Pieces(reading, time);
        for (var first = 0; first < atoms.Count;)
        {
            var last = first + 1;
            while (last < atoms.Count && Joins(time.Text, atoms, first, last)) last++;
            if (Resolve(time, atoms.GetRange(first, last - first)) is { } mention) mentions.Add(mention);
            first = last;
        }
        if (mentions.Count > 1) mentions.Sort(static (left, right) => left.Span.Start.CompareTo(right.Span.Start));
        return mentions;
    }

    private static (List<TimeAtom> Atoms, List<TimeMention> Lasting) Pieces(FactReading reading, TimeText time)
    {
        var (atoms, lasting) = (new List<TimeAtom>(0), new List<TimeMention>(0));
        var text = time.Text;
        var next = 0;
        for (var at = 0; at < text.Length && atoms.Count < MostPieces;)
        {
            while (next < reading.Numerals.Count && reading.Numerals[next].Start < at) next++;
            var numeral = next < reading.Numerals.Count && reading.Numerals[next].Start == at ? reading.Numerals[next] : (Numeral?)null;
            if (LastingAt(time, at, numeral) is { } state && reading.IsFree(state.Span))
            {
                lasting.Add(state);
                at = state.Span.End;
            }
            else if (AtomAt(time, at, numeral) is { } atom && reading.IsFree(new Span(atom.Start, atom.End)))
            {
                atoms.Add(atom);
                at = atom.End;
            }
            else
            {
                at = IsLatin(text[at]) ? WordEnd(text, at) : numeral is { Form: NumeralForm.Digits } digits ? digits.End : at + 1;
            }
        }
        return (atoms, lasting);
    }

    private static TimeMention? LastingAt(TimeText time, int at, Numeral? numeral)
    {
        if (time.Text[at] == '半') return ChineseDuration.ReadHalf(time, at);
        return numeral is { } number ? ChineseDuration.Read(time, number) ?? EnglishTime.Lasting(time, number) : null;
    }

    private static TimeAtom? AtomAt(TimeText time, int at, Numeral? numeral)
    {
        if (numeral is { } number && EnglishTime.ReadNumeral(time, number) is { } english) return english;
        if (numeral is { Form: NumeralForm.English }) return EnglishTime.ReadWord(time, at);
        return IsLatin(time.Text[at]) ? EnglishTime.ReadWord(time, at) : ChineseTime.Read(time, at);
    }

    private static bool Joins(string text, List<TimeAtom> atoms, int first, int next)
    {
        var (from, to) = (atoms[next - 1].End, atoms[next].Start);
        if (to - from > 12 || atoms[next].Kind is TimeAtomKind.Moment || atoms[first].Kind is TimeAtomKind.Moment) return false;
        // 半夜凌晨1点: two words for the same part of the day.
        var sameNight = from == to && atoms[next].Kind == TimeAtomKind.Part && atoms[next - 1].Kind == TimeAtomKind.Part;
        for (var at = first; at < next && !sameNight; at++)
        {
            if (Gives(atoms[at]) == Gives(atoms[next]) || atoms[at].Part != DayPart.None && atoms[next].Part != DayPart.None) return false;
        }
        if (text.AsSpan(from, to - from).Trim() is ",") return IsLatin(text[to]) || IsDigit(text[to]) && IsLatin(text[from - 1]);
        return text.AsSpan(from, to - from).Trim() is "" or "的" or "大概" or "大约" or "约" or "差不多" or "快" or "快到" or "大概是" or "at" or "around" or "about" or "at about" or "at around" or "on" or "in the" or "of" or ", at" or ", around" or "@" or "in" or "of the" or "early" or "late" or "from";
    }

    private static int Gives(TimeAtom atom) => atom.Kind switch { TimeAtomKind.Part => 1, TimeAtomKind.Clock => 2, _ => 0 };

    private static TimeMention? Resolve(TimeText time, List<TimeAtom> atoms)
    {
        TimeAtom? day = null, clock = null;
        var part = DayPart.None;
        foreach (var atom in atoms)
        {
            if (atom.Part != DayPart.None) part = atom.Part;
            if (atom.Kind == TimeAtomKind.Clock) clock = atom;
            else if (atom.Kind != TimeAtomKind.Part) day = atom;
        }
        var span = new Span(atoms.Min(atom => atom.Start), atoms.Max(atom => atom.End));
        if (day is { Kind: TimeAtomKind.Moment, Moment: var moment }) return new TimeMention(span, Clock(moment)) { HasDay = true, Vague = span.Length == 1 && !IsNews(time.Text, span) };
        if (day is { Kind: TimeAtomKind.Month } month && clock is null) return new TimeMention(span, month.Date.ToString("yyyy-MM", CultureInfo.InvariantCulture)) { HasDay = true, Current = month.Date.Year == time.Today.Year && month.Date.Month == time.Today.Month };
        if (day is { Kind: TimeAtomKind.Year } year) return new TimeMention(span, year.Date.ToString("yyyy", CultureInfo.InvariantCulture)) { HasDay = true };
        var minutes = clock is { } said ? DayHalf.Minutes(said, part) : part switch { DayPart.Noon => 720, DayPart.Midnight => 0, _ => (int?)null };
        if (day is { } named)
        {
            var value = minutes is { } inDay ? Clock(Past(time, named.Date, inDay, clock, part)) : named.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var ahead = minutes is { } hour ? Past(time, named.Date, hour, clock, part) > time.Now.AddMinutes(5) : part == DayPart.Evening && named.Date == time.Today && time.Now.Hour < 16 && IsAhead(time.Text, span);
            return new TimeMention(span, value) { HasDay = true, Future = named.Date > time.Today || ahead };
        }
        if (minutes is { } today)
        {
            var at = Past(time, time.Today, today, clock, part);
            return new TimeMention(span, Clock(at > time.Now.AddMinutes(5) ? at.AddDays(-1) : at)) { Vague = clock is { Weak: true } };
        }
        return new TimeMention(span, time.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) { Vague = true };
    }

    // Before evening "今晚" is to come; only what is said to be going to happen then is (今晚会来), not what went wrong (今晚一直漏).
    private static bool IsAhead(string text, Span span) =>
        StartsAtAny(text, SkipSpaces(text, span.End), "会", "要", "前", "之前", "能", "再", "来", "送", "给我", "必须", "过来", "上门", "please", "at the latest") > 0 || EndsAtAny(text, span.Start, "by", "until", "before", "到", "等到", "等") > 0;

    // 刚收到短信 tells of this moment; 刚收到 alone that the parcel is new.
    private static bool IsNews(string text, Span span) =>
        text.AsSpan(span.End, Math.Min(8, text.Length - span.End)).ContainsAny(News);

    // On today, "at 3" is three in the morning when three in the afternoon is still to come.
    private static DateTime Past(TimeText time, DateOnly date, int minutes, TimeAtom? clock, DayPart part)
    {
        var moment = date.ToDateTime(TimeOnly.MinValue).AddMinutes(minutes);
        var open = clock is { Settled: false } && part == DayPart.None;
        return open && date == time.Today && moment > time.Now && minutes >= 720 && minutes < 1440 ? moment.AddHours(-12) : moment;
    }

    private static string Clock(DateTime moment) => moment.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
}

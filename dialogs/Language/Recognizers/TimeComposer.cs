using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>Joins neighbouring pieces: a clock with its part of the day, two clocks to hours, a day with its clock, two of a kind to a range; then takes in words like "before".</summary>
internal static class TimeComposer
{
    private static readonly string[] Joints = ["", ",", "的", "at", "on", "in", "in the", "of", "of the", "@", "around", "about", ", at", "from"];
    private static readonly string[] To = ["-", "~", "--", "to", "until", "till", "through", "thru", "到", "至", "~~", "直到"];
    private static readonly string[] From = ["from", "从", "自", "during"];
    private static readonly string[] Between = ["between", "in between", "在", "从"];

    private static readonly (string Word, string Mod)[] Behind =
        [("或之后", "since"), ("及之后", "since"), ("及以后", "since"), ("或以后", "since"), ("起", "since"), ("开始", "since"), ("以来", "since"), ("或之前", "until"), ("及之前", "until"), ("及以前", "until"), ("或以前", "until"), ("之前", "before"), ("以前", "before"), ("前", "before"), ("之后", "after"), ("以后", "after"), ("后", "after"), ("or later", "since"), ("and later", "since"), ("or after", "since"), ("onwards", "since"), ("onward", "since"), ("or earlier", "until"), ("or before", "until"), ("and greater", "since")];

    private static readonly (string Word, string Mod)[] Before =
        [("截止到", "before"), ("截至", "before"), ("no later than", "until"), ("as late as", "until"), ("on or before", "until"), ("on or after", "since"), ("until", "before"), ("till", "before"), ("before", "before"), ("prior to", "before"), ("by", "before"), ("earlier than", "before"), ("after", "after"), ("later than", "after"), ("greater than", "after"), ("since", "since"), ("starting from", "since"), ("starting", "since"), ("around", "approx"), ("approximately", "approx")];

    /// <summary>The statements that the pieces make up, in their order.</summary>
    public static List<TimePiece> Compose(string text, List<TimePiece> pieces, DateTime now)
    {
        pieces = Pass(pieces, (left, right) => ClockInPart(text, left, right));
        pieces = Pass(pieces, (left, right) => left.Kind == TimeKind.Clock && right.Kind == TimeKind.Clock ? TimeRanges.Clocks(left, right, Link(text, left, right)) : null);
        pieces = Pass(pieces, (left, right) => OnDay(text, left, right));
        pieces = Pass(pieces, (left, right) => TimeRanges.Days(left, right, Link(text, left, right), now));
        pieces.RemoveAll(piece => piece is { IsWeak: true, Kind: TimeKind.Clock });
        for (var at = 0; at < pieces.Count; at++) pieces[at] = WithMod(text, pieces[at], at > 0 ? pieces[at - 1].End : 0);
        return pieces;
    }

    private static List<TimePiece> Pass(List<TimePiece> pieces, Func<TimePiece, TimePiece, TimePiece?> join)
    {
        var joined = new List<TimePiece>(pieces.Count);
        foreach (var piece in pieces)
        {
            if (joined.Count > 0 && join(joined[^1], piece) is { } both) joined[^1] = both;
            else joined.Add(piece);
        }
        return joined;
    }

    // Where the words between two pieces join them, the beginning and the end of the whole; else null.
    private static (int Start, int End)? Link(string text, TimePiece left, TimePiece right)
    {
        if (right.Start - left.End > 10) return null;
        var between = text.AsSpan(left.End, right.Start - left.End).Trim();
        var isPair = between is "and" or "和" or "与" or ",";
        if (!isPair && !Contains(To, between)) return null;
        var from = EndsAtAny(text, left.Start, From);
        if (!isPair) return (left.Start - from - (from == 0 && between is not "到" ? EndsAtAny(text, left.Start, Between) is var among && among > 0 && text[left.Start - among] == 'b' ? among : 0 : 0), right.End);
        if (EndsAtAny(text, left.Start, "between", "in between") is > 0 and var both) return (left.Start - both, right.End);
        var behind = StartsAtAny(text, right.End, "之间", "期间");
        return behind > 0 ? (left.Start, right.End + behind) : null;
    }

    private static bool IsJoined(string text, TimePiece left, TimePiece right) => right.Start - left.End <= 10 && right.Start >= left.End && Contains(Joints, text.AsSpan(left.End, right.Start - left.End).Trim());

    private static bool Contains(string[] words, ReadOnlySpan<char> word)
    {
        foreach (var one in words)
        {
            if (word.SequenceEqual(one)) return true;
        }
        return false;
    }

    // 晚上9:30, "8 in the evening", "in the afternoon at 7"
    private static TimePiece? ClockInPart(string text, TimePiece left, TimePiece right)
    {
        var (clock, part) = left.Kind == TimeKind.Clock ? (left, right) : (right, left);
        if (clock.Kind != TimeKind.Clock || part.Kind != TimeKind.Hours || part.Readings[0].Timex.Length > 3 || !IsJoined(text, left, right)) return null;
        var timex = part.Readings[0].Timex;
        var late = timex is "TAF" or "TEV" or "TNI" || timex == "TMI" && clock.Readings[0].Start.Hour <= 2;
        var reading = clock.Readings.Count == 1 ? clock.Readings[0] : clock.Readings.First(one => one.Start.Hour >= 12 == late || timex == "TMI" && clock.Readings[0].Start.Hour >= 10);
        return new TimePiece(left.Start, right.End, TimeKind.Clock, [reading]);
    }

    // A day with a clock, with hours, or with a part of the day, in either order.
    private static TimePiece? OnDay(string text, TimePiece left, TimePiece right)
    {
        var bound = left.Kind == TimeKind.Date && right.Kind == TimeKind.Clock ? text.AsSpan(left.End, Math.Min(10, right.Start - left.End)).Trim() is "before" ? "before" : text.AsSpan(left.End, Math.Min(10, right.Start - left.End)).Trim() is "after" ? "after" : null : null;
        if (bound is null && !IsJoined(text, left, right)) return null;
        var (day, hours) = left.Kind == TimeKind.Date ? (left, right) : (right, left);
        if (left.Kind == TimeKind.Span && right.Kind is TimeKind.Clock or TimeKind.Hours) return InSpan(left, right);
        if (day.Kind != TimeKind.Date || hours.Kind is not (TimeKind.Clock or TimeKind.Hours)) return null;
        var readings = new List<TimeReading>();
        foreach (var hour in hours.Readings)
        {
            foreach (var date in day.Readings)
            {
                var (start, end) = (date.Start + hour.Start.TimeOfDay, date.Start + (hour.End - DateTime.MinValue));
                readings.Add(new(TimeRanges.OnDay(date.Timex, hour.Timex), start, hours.Kind == TimeKind.Hours ? end : default));
            }
        }
        return new TimePiece(left.Start, right.End, hours.Kind == TimeKind.Clock ? TimeKind.Moment : TimeKind.Span, readings) { Mod = bound };
    }

    // tonight at 7, this morning 10:30
    private static TimePiece? InSpan(TimePiece span, TimePiece hours)
    {
        var date = span.Readings[0].Start.Date;
        var late = span.Readings[0].Start.Hour >= 12;
        var reading = hours.Readings.FirstOrDefault(one => one.Start.Hour >= 12 == late, hours.Readings[0]);
        var timex = TimeRanges.OnDay(Timex.Day(date), reading.Timex);
        return TimePiece.One(span.Start, hours.End, hours.Kind == TimeKind.Clock ? TimeKind.Moment : TimeKind.Span, timex, date + reading.Start.TimeOfDay, hours.Kind == TimeKind.Clock ? default : date + (reading.End - DateTime.MinValue));
    }

    private static TimePiece WithMod(string text, TimePiece piece, int free)
    {
        if (piece.Kind is TimeKind.Span && piece.Readings[0].Timex.StartsWith('(')) return piece with { Start = piece.Start - EndsAtAny(text, piece.Start, "从", "自") };
        if (piece.Kind == TimeKind.Duration || piece.Mod is not null || piece.Readings[0].Timex.StartsWith('(')) return piece;
        foreach (var (word, mod) in Behind)
        {
            var at = IsLatin(word[0]) ? SkipSpaces(text, piece.End) : piece.End;
            // "before 2010 or after 2018"
            if (IsLatin(word[0]) && StartsAt(text, at, word) && SkipSpaces(text, at + word.Length) is var behind && behind < text.Length && IsDigit(text[behind])) continue;
            if (!StartsAt(text, at, word) || word.Length == 1 && StartsAtAny(text, at, "前面", "后面", "前往", "后来", "前台", "起来", "起飞", "前后") > 0) continue;
            var start = word is "开始" or "起" ? piece.Start - EndsAtAny(text, piece.Start, "从", "自") : piece.Start;
            return piece with { Start = start, End = at + word.Length, Mod = mod };
        }
        foreach (var (word, mod) in Before)
        {
            var length = EndsAtAny(text, piece.Start, word);
            if (length > 0 && piece.Start - length >= free) return piece with { Start = piece.Start - length, Mod = mod };
        }
        return piece;
    }
}

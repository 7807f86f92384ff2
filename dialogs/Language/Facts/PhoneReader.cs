using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Reads telephone numbers, and takes the digits of cards and identity papers out of everybody's sight.</summary>
internal static class PhoneReader
{
    /// <summary>Adds the telephone numbers of a message; bank card and identity numbers are claimed and never a fact.</summary>
    public static void Read(FactReading reading)
    {
        var text = reading.Text;
        for (var at = 0; at < text.Length;)
        {
            if (!IsStart(text, at)) { at++; continue; }
            var run = Run(text, at);
            if (run.Digits.Length >= 7 && reading.IsFree(run.Span)) Judge(reading, run);
            else if (run.Digits.Length == 5 && IsHotline(text, run)) reading.Claim(run.Span);
            at = Math.Max(run.Span.End, at + 1);
        }
    }

    private static void Judge(FactReading reading, DigitRun run)
    {
        var (text, digits) = (reading.Text, run.Digits);
        if (PersonalNumber.Is(reading, run))
        {
            reading.Claim(run.Span);
            return;
        }
        var cued = HasCueBefore(reading, CueKind.Phone, run.Span.Start) && !HasCueBefore(reading, CueKind.OrderNumber, run.Span.Start);
        var asked = reading.Expects(FactType.Phone);
        var plausible = digits.Length is >= 7 and <= 15 && !IsDate(run);
        if (!plausible || !(IsMobile(digits) || run.HasPlus || IsGrouped(text, run) || ((cued || asked) && !IsDecimal(text, run)))) return;
        if (HasCueBefore(reading, CueKind.OrderNumber, run.Span.Start) && !IsMobile(digits) && !run.HasPlus) return;
        var (span, value) = WithExtension(text, run);
        reading.Claim(span);
        var name = asked ? reading.Context.ExpectedFact! : FactNames.ContactPhone;
        if (!IsPublicLine(digits)) reading.Add(name, span, value);
    }

    // 打12315: a number to call is no sum.
    private static bool IsHotline(string text, DigitRun run) =>
        StartsAtAny(run.Digits, 0, "123", "100", "955", "953", "963") >= 0 && EndsAtAny(text, run.Span.Start, "打", "打给", "拨", "拨打", "找", "去", "向", "到", "告到", "投诉到", "打电话给", "call", "calling", "dial", "ring") > 0;

    private static bool IsStart(string text, int at) =>
        (IsDigit(text[at]) || text[at] == '+' || text[at] == '(' && at + 1 < text.Length && IsDigit(text[at + 1])) && (at == 0 || !IsWord(text[at - 1]) && text[at - 1] is not ('-' or '.'));

    private static DigitRun Run(string text, int start)
    {
        Span<char> digits = stackalloc char[24];
        int count = 0, end = start, groups = 1;
        for (var at = start; at < text.Length && count < digits.Length; at++)
        {
            var unit = text[at];
            if (IsDigit(unit)) { digits[count++] = unit; end = at + 1; continue; }
            if (unit == '+' && at == start) continue;
            if (unit is not (' ' or '-' or '(' or ')' or '.') || at > end + 1) break;
            var next = SkipSpaces(text, at + 1);
            if (next >= text.Length || !IsDigit(text[next]) && text[next] is not ('(' or ')')) { if (unit != ')') break; continue; }
            if (text[at] == ' ' && count > 3 && (GroupLength(text, next) >= 10 || GroupLength(text, start) >= 10)) break;
            groups++;
        }
        // A longer row of digits is no telephone number, and neither is its beginning.
        while (end < text.Length && IsDigit(text[end])) { end++; count = digits.Length; }
        var plus = text[start] == '+';
        return new DigitRun(new Span(start, Math.Max(end, start + 1)), digits[..count].ToString(), groups, plus);
    }

    // Two numbers beside each other: a group of ten and more is a number of its own.
    private static int GroupLength(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 10 && IsDigit(text[end])) end++;
        return end - at;
    }

    private static bool IsMobile(string digits) =>
        digits.Length == 11 && digits[0] == '1' && digits[1] >= '3' || digits.Length == 13 && digits.StartsWith("861", StringComparison.Ordinal)
        || digits.Length == 10 && digits.StartsWith("09", StringComparison.Ordinal) || digits.Length == 11 && digits.StartsWith("07", StringComparison.Ordinal);

    // 0571-8888 6666, (212) 555-0100, 020 7946 0018, 400-820-1234.
    private static bool IsGrouped(string text, DigitRun run)
    {
        var digits = run.Digits;
        if (digits[0] == '0') return digits.Length is >= 9 and <= 12 && (run.Groups > 1 || digits.Length >= 10);
        if (run.Groups < 2) return false;
        return digits.Length == 10 && (run.Groups == 3 || text[run.Span.Start] == '(') || digits.Length == 11 && digits[0] == '1' && run.Groups >= 3;
    }

    private static bool IsPublicLine(string digits) => digits.Length == 10 && (digits.StartsWith("400", StringComparison.Ordinal) || digits.StartsWith("800", StringComparison.Ordinal));

    private static bool IsDate(DigitRun run) =>
        run.Digits.Length == 8 && run.Digits[..2] is "19" or "20" && int.Parse(run.Digits[4..6], System.Globalization.CultureInfo.InvariantCulture) is >= 1 and <= 12 && int.Parse(run.Digits[6..8], System.Globalization.CultureInfo.InvariantCulture) is >= 1 and <= 31;

    private static bool IsDecimal(string text, DigitRun run) => run.Groups == 2 && text.AsSpan(run.Span.Start, run.Span.Length).Contains('.');

    private static bool HasCueBefore(FactReading reading, CueKind kind, int at) =>
        reading.FindCue(kind, new Span(Math.Max(reading.ClauseAt(at).Start, at - 14), at)) is not null;

    private static (Span Span, string Value) WithExtension(string text, DigitRun run)
    {
        var at = SkipSpaces(text, run.Span.End);
        var word = StartsAtAny(text, at, "转分机", "转", "分机", "extension", "ext.", "ext", "x", "-");
        var start = SkipSpaces(text, at + word);
        var end = start;
        while (end < text.Length && IsDigit(text[end])) end++;
        return word > 0 && end - start is >= 1 and <= 6 ? (new Span(run.Span.Start, end), run.Digits + text[start..end]) : (run.Span, run.Digits);
    }
}

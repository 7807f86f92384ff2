using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Reads case, order, receipt, serial and plate numbers: by the word before or behind them, by their shape, or because one was asked for.</summary>
internal static class CodeReader
{
    private const string Provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    private const string PlateOrVin = "plate_or_vin";
    private const string BatchOrSerial = "batch_or_serial";

    /// <summary>Adds the case numbers of a message and takes their characters; they come before telephone numbers.</summary>
    public static void ReadCaseNumbers(FactReading reading)
    {
        const int Length = 17;
        var text = reading.Text;
        for (var at = text.IndexOf("c-", StringComparison.Ordinal); at >= 0; at = text.IndexOf("c-", at + 2, StringComparison.Ordinal))
        {
            if (at + Length > text.Length || text[at + 10] != '-' || !AllDigits(text, at + 2, 8) || !AllDigits(text, at + 11, 6) || CutsWord(text, at, at + Length)) continue;
            var span = new Span(at, at + Length);
            reading.Claim(span);
            reading.Add(FactNames.CaseNumber, span, text[at..(at + Length)].ToUpperInvariant());
        }
    }

    /// <summary>Adds the other codes of a message.</summary>
    public static void Read(FactReading reading)
    {
        Plates(reading);
        ByCue(reading, CueKind.BatchOrSerial, BatchOrSerial);
        ByCue(reading, CueKind.PlateOrVin, PlateOrVin);
        ByCue(reading, CueKind.OrderNumber, FactNames.OrderNumber);
        ByShape(reading);
    }

    private static void Plates(FactReading reading)
    {
        var text = reading.Text;
        for (var at = 0; at + 6 < text.Length; at++)
        {
            if (!Provinces.Contains(text[at]) || !IsLatin(text[at + 1])) continue;
            var start = at + 2;
            if (text[start] is '·' or ' ' or '-') start++;
            var end = WordEnd(text, start);
            if (end - start is not (5 or 6) || !HasDigit(text, start, end)) continue;
            Add(reading, new Span(at, end), PlateOrVin);
        }
    }

    private static void ByCue(FactReading reading, CueKind kind, string name)
    {
        foreach (var cue in reading.Cues(kind))
        {
            var token = Token(reading.Text, SkipLink(reading.Text, cue.End));
            if (!IsCode(reading.Text, token, 3) || !reading.IsFree(token) || IsFollowedByUnit(reading.Text, token)) token = Before(reading, cue);
            if (token.Length > 0 && reading.IsFree(token)) Add(reading, token, name);
        }
    }

    // 88213307是我的订单号: the code stands before its name.
    private static Span Before(FactReading reading, Span cue)
    {
        var text = reading.Text;
        var end = cue.Start;
        var link = EndsAtAny(text, end, "就是我的", "是我的", "是我", "是", "is my", "is the");
        if (link == 0) return default;
        end -= link;
        while (end > 0 && text[end - 1] == ' ') end--;
        var start = end;
        while (start > 0 && (IsWord(text[start - 1]) || text[start - 1] == '-')) start--;
        return IsCode(text, new Span(start, end), 4) ? new Span(start, end) : default;
    }

    private static void ByShape(FactReading reading)
    {
        var text = reading.Text;
        var asked = reading.Expects(FactType.Code);
        for (var at = 0; at < text.Length;)
        {
            if (!IsWord(text[at])) { at++; continue; }
            var token = Token(text, at);
            at = Math.Max(token.End, at + 1);
            if (!reading.IsFree(token) || IsFollowedByUnit(text, token) || IsCardTail(reading, token)) continue;
            var name = IsVin(text, token) ? PlateOrVin : FactNames.OrderNumber;
            if (asked ? IsCode(text, token, 3) : name == PlateOrVin || LooksLikeCode(reading, token)) Add(reading, token, name);
        }
    }

    private static bool LooksLikeCode(FactReading reading, Span token)
    {
        var text = reading.Text.AsSpan(token.Start, token.Length);
        int digits = 0, letters = 0;
        foreach (var unit in text)
        {
            if (IsDigit(unit)) digits++;
            else if (IsLatin(unit)) letters++;
        }
        if (letters == 0) return digits is >= 8 and <= 20 && !text.Contains('-') && reading.Cues(CueKind.CardNumber).IsEmpty;
        return reading.IsCapital(token.Start) && (digits >= 5 && letters <= 4 || digits >= 3 && token.Length >= 6 && text.Contains('-') && letters <= 4);
    }

    private static void Add(FactReading reading, Span token, string name)
    {
        if (IsDenied(reading.Text, token)) { reading.Claim(token); return; }
        if (reading.Expects(FactType.Code) && !reading.Has(reading.Context.ExpectedFact!)) name = reading.Context.ExpectedFact!;
        reading.Claim(token);
        var common = name is FactNames.OrderNumber || reading.Context.Playbooks.Count == 0;
        if (common || reading.Definition(name) is not null) reading.Add(name, token);
    }

    // "A88231, not A88213": the second one is what it is not.
    private static bool IsDenied(string text, Span token) =>
        EndsAtAny(text, token.Start, "not", "instead of", "rather than", "isn't", "wasn't", "不是", "并非", "而非", "不叫") > 0;

    private static int SkipLink(string text, int at)
    {
        for (var step = 0; step < 4 && at < text.Length; step++)
        {
            at = SkipSpaces(text, at);
            var link = StartsAtAny(text, at, "尾号", "号码", "号", "是", "为", "number", "no.", "no", "is", "it's", ":", "#", "(", "-", "=", "\"");
            if (link == 0) break;
            at += link;
        }
        return SkipSpaces(text, at);
    }

    private static Span Token(string text, int at)
    {
        var end = at;
        while (end < text.Length && (IsWord(text[end]) || text[end] is '-' or '_' or '/' && end + 1 < text.Length && IsWord(text[end + 1]))) end++;
        while (end > at && !IsWord(text[end - 1])) end--;
        return new Span(at, end);
    }

    private static bool IsCode(string text, Span token, int least) => token.Length >= least && token.Length <= 40 && HasDigit(text, token.Start, token.End) && !IsDateOrTime(text, token);

    private static bool IsDateOrTime(string text, Span token) =>
        token.Length <= 10 && text.AsSpan(token.Start, token.Length).Count('-') == 2 && IsDigit(text[token.Start])
        || token.Length <= 5 && IsDigit(text[token.Start]) && (text[token.End - 1] is 'm' or 'h') || token.End < text.Length && text[token.End] == ':';

    // 订单3个, order 12.50: a count or a sum stands behind the word, not its number.
    private static bool IsFollowedByUnit(string text, Span token)
    {
        if (token.Length == 0 || token.End >= text.Length || !IsDigit(text[token.End - 1])) return false;
        if (text[token.End] == '.' && token.End + 1 < text.Length && IsDigit(text[token.End + 1])) return true;
        return "个元块天号日月年点份件人次条分毛万千多.%".Contains(text[token.End]) && (text[token.End] != '.' || token.Length < 6) && !(text[token.End] is '多' or '号' && token.Length >= 6)
            || token.Start > 0 && text[token.Start - 1] is '$' or '¥' or '£' or '€' or '.';
    }

    private static bool IsCardTail(FactReading reading, Span token) =>
        token.Length <= 6 && reading.FindCue(CueKind.CardNumber, new Span(Math.Max(0, token.Start - 20), token.Start)) is not null;

    private static bool IsVin(string text, Span token)
    {
        if (token.Length != 17) return false;
        var letters = 0;
        foreach (var unit in text.AsSpan(token.Start, 17))
        {
            if (unit is 'i' or 'o' or 'q' or '-' or '_' or '/') return false;
            if (IsLatin(unit)) letters++;
        }
        return letters is >= 3 and <= 14;
    }

    private static bool HasDigit(string text, int start, int end) => text.AsSpan(start, end - start).ContainsAnyInRange('0', '9');

    private static bool AllDigits(string text, int start, int length) => !text.AsSpan(start, length).ContainsAnyExceptInRange('0', '9');
}

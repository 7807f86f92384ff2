using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>Reads numbers in English words: two hundred and five, five and a half million, three quarters, nine point nought four, one over three, half a dozen.</summary>
internal static class EnglishAmount
{
    // Longer ones are made up.
    private const int MostCharacters = 200;

    private static readonly string[] Pronouns = ["this", "that", "which", "each", "every", "another", "any", "no", "the", "good", "new", "first", "last", "next", "other", "wrong", "right", "old", "my", "your", "these", "those", "only"];

    /// <summary>The number whose first word begins at a place, or null.</summary>
    public static Amount? Read(string text, int start)
    {
        var sign = StartsAtAny(text, start, "minus", "negative");
        var from = sign > 0 ? SkipSpaces(text, start + sign) : start;
        if (from >= text.Length) return null;
        Amount? number = IsDigit(text[from]) && sign > 0 ? DigitAmount.Plain(text, from) : Words(text, from);
        if (number is not { } found || sign == 0 && IsPronoun(text, start, found.End)) return null;
        return new Amount(start, found.End, sign > 0 ? -found.Value : found.Value);
    }

    /// <summary>Goes on behind digits: 3 hundred and 21, 2 million, 1 over twenty-one, 3 dozens; null when no such word follows.</summary>
    public static Amount? Continue(string text, int start, double value, int end)
    {
        var number = Cardinal(text, start, value, end) is { } longer && longer.End > end ? Tail(text, longer) : Tail(text, new Amount(start, end, value));
        return number.End > end ? number : null;
    }

    private static Amount? Words(string text, int start)
    {
        if (Half(text, start) is { } half) return half;
        if (StartsAtAny(text, start, "a", "an") is > 0 and var article)
        {
            var at = SkipSpaces(text, start + article);
            if (NumberWords.Magnitude(text, at) is { } magnitude) return Tail(text, Cardinal(text, start, 1, at) ?? new Amount(start, magnitude.End, magnitude.Value));
            return NumberWords.Denominator(text, at, article: true) is { } below ? new Amount(start, below.End, 1 / below.Value) : null;
        }
        return Cardinal(text, start, null, start) is { } number ? Tail(text, number) : null;
    }

    // half, half a dozen, half million
    private static Amount? Half(string text, int start)
    {
        if (!StartsAt(text, start, "half")) return null;
        var at = SkipSpaces(text, start + 4);
        at = SkipSpaces(text, at + StartsAtAny(text, at, "a", "an"));
        return NumberWords.Magnitude(text, at) is { } magnitude ? new Amount(start, magnitude.End, magnitude.Value / 2) : new Amount(start, start + 4, .5);
    }

    // Hundreds within thousands within millions; "and" only joins what is smaller than what stands before it.
    private static Amount? Cardinal(string text, int start, double? begun, int from)
    {
        double total = 0, current = begun ?? 0, limit = begun is null ? double.MaxValue : 0;
        var (end, at, said, scaled) = (from, begun is null ? from : SkipSpaces(text, from), begun is not null, false);
        while (at < text.Length && at - start < MostCharacters)
        {
            var word = at;
            if (said && StartsAt(text, at, "and")) word = SkipSpaces(text, at + 3);
            var joined = word > at;
            if (!joined && said && NumberWords.Magnitude(text, word) is { } magnitude)
            {
                if (magnitude.Value == 100) current *= 100;
                else if (total > 0 && current == 0) total *= magnitude.Value;
                else (total, current) = (total + current * magnitude.Value, 0);
                (end, limit, scaled) = (magnitude.End, magnitude.Value, true);
            }
            else if (NumberWords.Small(text, word) is { } small && (!said || Fits(current, small.Value, limit, joined && !scaled)))
            {
                if (joined && NumberWords.Denominator(text, SkipJoint(text, small.End), article: false) is { } below && small.Value < below.Value) break;
                current += small.Value;
                (end, said, limit) = (small.End, true, small.Value >= 20 ? 10 : 0);
            }
            else break;
            at = SkipJoint(text, end);
        }
        return said && end > start ? new Amount(start, end, total + current) : null;
    }

    private static bool Fits(double current, double value, double limit, bool isJoined) => !isJoined && (current % 100 == 0 ? value < Math.Max(limit, 100) && limit > 0 : value < 10 && limit == 10 && value > 0);

    private static int SkipJoint(string text, int at)
    {
        var next = SkipSpaces(text, at);
        return next < text.Length && text[next] == '-' ? SkipSpaces(text, next + 1) : next;
    }

    // What may follow a whole number: a point, a fraction, "over", "and a half", and a magnitude behind all of them.
    private static Amount Tail(string text, Amount number)
    {
        number = Point(text, number) ?? Parts(text, number) ?? AndPart(text, number) ?? number;
        var at = SkipSpaces(text, number.End);
        if (NumberWords.Magnitude(text, at) is { } magnitude) number = new Amount(number.Start, magnitude.End, number.Value * magnitude.Value);
        var over = StartsAtAny(text, at, "over", "out of");
        if (over == 0) return number;
        var below = SkipSpaces(text, at + over);
        if (below >= text.Length) return number;
        var lower = IsDigit(text[below]) ? DigitAmount.Plain(text, below) : Cardinal(text, below, null, below);
        return lower is { Value: not 0 } found && !IsTime(text, found.End) ? new Amount(number.Start, found.End, number.Value / found.Value) : number;
    }

    // "$2000 over 3 years" is no fraction.
    private static bool IsTime(string text, int end) => StartsAtAny(text, SkipSpaces(text, end), "years", "year", "months", "days", "weeks", "hours") > 0;

    private static Amount? Point(string text, Amount number)
    {
        var at = SkipSpaces(text, number.End);
        var word = StartsAtAny(text, at, "point", "dot");
        if (word == 0) return null;
        var (value, place, end) = (number.Value, .1, number.End);
        for (at = SkipSpaces(text, at + word); at < text.Length && at - number.End < MostCharacters && NumberWords.Small(text, at) is { } digit; at = SkipSpaces(text, end))
        {
            place = digit.Value >= 10 ? place / 10 : place;
            value += digit.Value * place;
            (place, end) = (place / 10, digit.End);
        }
        return end > number.End ? new Amount(number.Start, end, value) : null;
    }

    // five eighths, two hundred and fifty-four hundredths
    private static Amount? Parts(string text, Amount number) =>
        NumberWords.Denominator(text, SkipJoint(text, number.End), article: number.Value == 1) is { } below ? new Amount(number.Start, below.End, number.Value / below.Value) : null;

    // five and a half, forty two and a third, one hundred and three quarters
    private static Amount? AndPart(string text, Amount number)
    {
        var and = SkipSpaces(text, number.End);
        if (!StartsAt(text, and, "and")) return null;
        var at = SkipSpaces(text, and + 3);
        if (at >= text.Length) return null;
        if (StartsAtAny(text, at, "a", "an") is > 0 and var article)
        {
            var next = SkipSpaces(text, at + article);
            if (NumberWords.Denominator(text, next, article: true) is not { } one) return null;
            // "one billion and a quarter million", "one million and a half"
            if (NumberWords.Magnitude(text, SkipSpaces(text, one.End)) is { } scale && number.Value >= scale.Value) return new Amount(number.Start, scale.End, number.Value + scale.Value / one.Value);
            return new Amount(number.Start, one.End, number.Value + (number.Value >= 1000 && number.Value % 1000 == 0 ? number.Value : 1) / one.Value);
        }
        if (Cardinal(text, at, null, at) is not { } upper || Parts(text, upper) is not { } part) return null;
        return NumberWords.Magnitude(text, SkipSpaces(text, part.End)) is { } unit ? new Amount(number.Start, unit.End, number.Value + part.Value * unit.Value) : new Amount(number.Start, part.End, number.Value + part.Value);
    }

    // "this one", "one you like": nothing is counted.
    private static bool IsPronoun(string text, int start, int end) =>
        end - start == 3 && StartsAt(text, start, "one") && (EndsAtAny(text, start, Pronouns) > 0 || StartsAtAny(text, SkipSpaces(text, end), "of", "you", "i", "we", "they", "he", "she", "is", "that", "who", "which", "do", "does", "can", "will") > 0);
}

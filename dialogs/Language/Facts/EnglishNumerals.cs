using System.Collections.Frozen;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Reads numbers in English words: "a hundred and twenty", "twenty-five", "third", "a couple of".</summary>
internal static class EnglishNumerals
{
    private const decimal Largest = 1_000_000_000_000_000;

    private static readonly FrozenDictionary<string, int> Cardinals = Names(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
        "twenty thirty forty fifty sixty seventy eighty ninety");

    private static readonly FrozenDictionary<string, int> Ordinals = Names(
        "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth",
        "twentieth thirtieth");

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> CardinalOf = Cardinals.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> OrdinalOf = Ordinals.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The number whose first word begins at a place, or null.</summary>
    public static Numeral? Read(string text, int start)
    {
        if (StartsAt(text, start, "a")) return Article(text, start);
        decimal total = 0, current = 0;
        int at = start, end = start;
        var ordinal = false;
        while (at < text.Length)
        {
            var stop = WordEnd(text, at);
            if (total + current > Largest) return null;
            if (Magnitude(text, at) is { } magnitude && end > start)
            {
                if (magnitude.Value == 100) current = Math.Max(1, current) * 100;
                else (total, current) = (total + Math.Max(1, current) * magnitude.Value, 0);
                end = magnitude.End;
            }
            else if (CardinalOf.TryGetValue(text.AsSpan(at, stop - at), out var value) && Fits(current, value, end == start))
            {
                current += value;
                end = stop;
            }
            else if (OrdinalOf.TryGetValue(text.AsSpan(at, stop - at), out value) && Fits(current, value, end == start))
            {
                (current, end, ordinal) = (current + value, stop, true);
                break;
            }
            else if (!(end > start && current + total >= 100 && StartsAt(text, at, "and")))
            {
                break;
            }
            at = stop;
            if (at < text.Length && text[at] is ' ' or '-') at++;
        }
        return end == start ? null : new Numeral(start, end, total + current, NumeralForm.English, Ordinal: ordinal);
    }

    /// <summary>The factor of "hundred", "thousand", "million", "dozen" at a place and where the word ends, or null.</summary>
    public static (decimal Value, int End)? Magnitude(string text, int at)
    {
        var end = WordEnd(text, at);
        return text.AsSpan(at, end - at) switch
        {
            "hundred" => (100, end),
            "thousand" or "grand" => (1000, end),
            "million" => (1_000_000, end),
            "dozen" => (12, end),
            _ => null,
        };
    }

    private static Numeral? Article(string text, int start)
    {
        var at = SkipSpaces(text, start + 1);
        if (StartsAtAny(text, at, "couple of", "couple") is > 0 and var couple) return new Numeral(start, at + couple, 2, NumeralForm.English, Rough: true);
        if (StartsAt(text, at, "few")) return new Numeral(start, at + 3, 3, NumeralForm.English, Rough: true);
        if (Magnitude(text, at) is not { } magnitude) return null;
        var next = SkipSpaces(text, magnitude.End);
        if (StartsAt(text, next, "and")) next = SkipSpaces(text, next + 3);
        // A second article begins another number; without this test "a hundred a hundred …" would be read over and over.
        var rest = next < text.Length && IsLatin(text[next]) && !StartsAt(text, next, "a") ? Read(text, next) : null;
        return rest is { } more && more.Value < magnitude.Value
            ? new Numeral(start, more.End, magnitude.Value + more.Value, NumeralForm.English)
            : new Numeral(start, magnitude.End, magnitude.Value, NumeralForm.English);
    }

    private static bool Fits(decimal current, int value, bool first) =>
        first || current % 100 == 0 && current > 0 || value < 10 && current % 100 >= 20 && current % 10 == 0;

    private static FrozenDictionary<string, int> Names(string small, string tens)
    {
        var names = small.Split(' ').Select((name, value) => (name, value))
            .Concat(tens.Split(' ').Select((name, place) => (name, value: (place + 2) * 10)));
        return names.ToFrozenDictionary(pair => pair.name, pair => pair.value);
    }
}

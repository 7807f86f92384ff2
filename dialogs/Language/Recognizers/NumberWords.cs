using System.Collections.Frozen;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>The English words that numbers are made of.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, double> Smalls = Table(
        "zero|nought|naught one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 0, 1,
        "twenty thirty forty|fourty fifty sixty seventy eighty ninety", 20, 10);

    private static readonly FrozenDictionary<string, double> Ordinals = Table(
        "third fourth|quarter fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth", 3, 1,
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", 20, 10);

    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> SmallOf = Smalls.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> OrdinalOf = Ordinals.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A number below a hundred in one word, or null.</summary>
    public static Amount? Small(string text, int at)
    {
        if (at < text.Length && IsDigit(text[at])) return Digits(text, at);
        var end = Word(text, at);
        return end > at && SmallOf.TryGetValue(text.AsSpan(at, end - at), out var value) ? new Amount(at, end, value) : null;
    }

    /// <summary>A word that multiplies, or null.</summary>
    public static Amount? Magnitude(string text, int at)
    {
        var end = Word(text, at);
        double value = text.AsSpan(at, end - at) switch
        {
            "hundred" or "hundreds" => 100,
            "thousand" or "thousands" => 1e3,
            "million" or "millions" or "mil" or "mln" => 1e6,
            "billion" or "billions" or "bln" => 1e9,
            "trillion" or "trillions" => 1e12,
            "lakh" or "lakhs" => 1e5,
            "crore" or "crores" => 1e7,
            "dozen" or "dozens" or "doz" or "dozs" or "dz" or "dzs" => 12,
            _ => 0,
        };
        return value > 0 ? new Amount(at, end, value) : null;
    }

    /// <summary>The lower half of a fraction: "eighths", "quarter", "hundredth", "twenty-fifth", or null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where it begins.</param>
    /// <param name="article">Whether one part is meant, so that the word stands in the singular.</param>
    public static Amount? Denominator(string text, int at, bool article)
    {
        var end = Word(text, at);
        if (end == at) return null;
        var word = text.AsSpan(at, end - at);
        if (word is "half" or "halves") return new Amount(at, end, 2);
        var many = word.EndsWith("s");
        if (!article && !many && !SmallOf.ContainsKey(word)) return null;
        if (many) word = word[..^1];
        if (OrdinalOf.TryGetValue(word, out var value)) return new Amount(at, end, value);
        value = word switch { "hundredth" => 100, "thousandth" => 1e3, "millionth" => 1e6, "billionth" => 1e9, "trillionth" => 1e12, _ => 0 };
        if (value > 0) return new Amount(at, end, value);
        // twenty-fifth(s)
        if (!SmallOf.TryGetValue(word, out var tens) || tens < 20 || end >= text.Length || text[end] is not ('-' or ' ')) return null;
        var unit = end + 1;
        var stop = Word(text, unit);
        var last = text.AsSpan(unit, stop - unit);
        if (last.EndsWith("s")) last = last[..^1];
        if (last is "first") return new Amount(at, stop, tens + 1);
        return OrdinalOf.TryGetValue(last, out var ones) && ones < 10 && last is not "quarter" ? new Amount(at, stop, tens + ones) : null;
    }

    private static Amount? Digits(string text, int at)
    {
        var end = at;
        while (end < text.Length && IsDigit(text[end]) && end - at < 4) end++;
        return end - at > 3 || end < text.Length && (IsLatin(text[end]) || text[end] is '.' or '/' or ':') && end + 1 < text.Length && IsWord(text[end + 1]) ? null : new Amount(at, end, int.Parse(text.AsSpan(at, end - at), System.Globalization.CultureInfo.InvariantCulture));
    }

    private static int Word(string text, int at)
    {
        while (at < text.Length && IsLatin(text[at])) at++;
        return at;
    }

    private static FrozenDictionary<string, double> Table(string ones, double firstOne, double stepOne, string tens, double firstTen, double stepTen)
    {
        var table = new Dictionary<string, double>();
        Add(table, ones, firstOne, stepOne);
        Add(table, tens, firstTen, stepTen);
        return table.ToFrozenDictionary();
    }

    private static void Add(Dictionary<string, double> table, string words, double first, double step)
    {
        foreach (var (spellings, index) in words.Split(' ').Select((spellings, index) => (spellings, index)))
        {
            foreach (var word in spellings.Split('|')) table.Add(word, first + index * step);
        }
    }
}

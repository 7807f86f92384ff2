namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>A number as somebody wrote it: 12.50, 三百二, twenty-five, 1.2万.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character behind its last, words of roughness (多, 来, 几) included.</param>
/// <param name="Value">What it is worth; the lower end of a rough one.</param>
/// <param name="Form">How it was written.</param>
/// <param name="Rough">Whether it was given as about so many.</param>
/// <param name="Ordinal">Whether it says the how-manieth.</param>
internal readonly record struct Numeral(int Start, int End, decimal Value, NumeralForm Form, bool Rough = false, bool Ordinal = false)
{
    /// <summary>Its words.</summary>
    public Span Span => new(Start, End);

    /// <summary>Whether it is a whole number within bounds.</summary>
    public bool IsWhole(int low, int high) => Value >= low && Value <= high && Value == decimal.Truncate(Value);

    /// <summary>The value in normal form: no zeros behind the last decimal.</summary>
    public string Normal => Format(Value);

    /// <summary>A value in normal form: a point, no separators, no zeros behind the last decimal.</summary>
    public static string Format(decimal value) => value.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>How a numeral is written.</summary>
internal enum NumeralForm
{
    /// <summary>With digits, perhaps followed by 万 or "million".</summary>
    Digits,

    /// <summary>With Chinese characters.</summary>
    Chinese,

    /// <summary>With English words.</summary>
    English,
}

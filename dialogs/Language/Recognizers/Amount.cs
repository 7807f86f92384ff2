using System.Globalization;

namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>A number in a text.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character behind its last.</param>
/// <param name="Value">What it is worth.</param>
internal readonly record struct Amount(int Start, int End, double Value)
{
    /// <summary>The value with 15 significant digits, as the specifications write it.</summary>
    public string Written => Value.ToString("G15", CultureInfo.InvariantCulture);
}

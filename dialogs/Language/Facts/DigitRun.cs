namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Digits in a row with at most one space, dash, point or bracket between two of them.</summary>
/// <param name="Span">From the first to the last.</param>
/// <param name="Digits">The digits alone, at most 24.</param>
/// <param name="Groups">In how many groups they were written.</param>
/// <param name="HasPlus">Whether a plus sign stands before them.</param>
internal readonly record struct DigitRun(Span Span, string Digits, int Groups, bool HasPlus);

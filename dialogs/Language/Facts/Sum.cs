namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>A sum of money.</summary>
/// <param name="Span">Its words, the currency included.</param>
/// <param name="Value">How much, in the currency's main unit.</param>
/// <param name="Currency">The ISO 4217 code, when it was said.</param>
internal readonly record struct Sum(Span Span, decimal Value, string? Currency);

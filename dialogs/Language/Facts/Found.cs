namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>A fact and where it stands in the normalised text.</summary>
/// <param name="Name">The fact's name.</param>
/// <param name="Span">Its words.</param>
/// <param name="Value">Its value in normal form; null when that is the words as written.</param>
/// <param name="Unit">The currency, when one was said.</param>
internal readonly record struct Found(string Name, Span Span, string? Value = null, string? Unit = null);

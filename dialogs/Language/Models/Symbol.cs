namespace ComplaintBot.Dialogs.Language.Models;

/// <summary>One unit of a text as the models see it: a Chinese character, a number, a Latin word, a mark, or the end of a clause.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Value">The character, or the hash of the word; of all numbers the same.</param>
/// <param name="Start">Where it stands in the normalized text.</param>
/// <param name="End">One behind its last character.</param>
internal readonly record struct Symbol(SymbolKind Kind, ulong Value, int Start, int End);

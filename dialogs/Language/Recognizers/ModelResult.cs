namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>An entity found in a text.</summary>
/// <param name="Text">Its words, half-width.</param>
/// <param name="Start">Its first character, counted from 0.</param>
/// <param name="End">Its last character, which belongs to it.</param>
/// <param name="TypeName">What it is, such as <c>number</c> or <c>datetimeV2.date</c>.</param>
/// <param name="Resolution">What it means: <c>value</c>, for money also <c>unit</c> and <c>isoCurrency</c>, for times <c>values</c> with one reading each. Strings, booleans, lists and nested tables.</param>
public sealed record ModelResult(string Text, int Start, int End, string TypeName, IReadOnlyDictionary<string, object?> Resolution);

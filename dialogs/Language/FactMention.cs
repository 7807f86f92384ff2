namespace ComplaintBot.Dialogs.Language;

/// <summary>A fact said in a message.</summary>
/// <param name="Name">The fact's name, as in the playbook.</param>
/// <param name="Text">The words, verbatim.</param>
/// <param name="Value">The value in its normal form: amounts <c>39.9</c>, dates <c>2026-11-19</c>, times <c>2026-11-19T16:00</c>, counts <c>3</c>, <c>yes</c> or <c>no</c>, phones digits only, else the words without fillers.</param>
/// <param name="Unit">The currency (ISO 4217) of an amount when it was said, else null.</param>
public sealed record FactMention(string Name, string Text, string Value, string? Unit = null);

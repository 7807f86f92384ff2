namespace ComplaintBot.Dialogs.Runtime.Prompts;

/// <summary>What a <see cref="ChoicePrompt"/> ends with.</summary>
/// <param name="Value">The <see cref="Choice.Value"/> of the choice made.</param>
/// <param name="Index">Its place among the choices offered, from 0.</param>
public sealed record FoundChoice(string Value, int Index);

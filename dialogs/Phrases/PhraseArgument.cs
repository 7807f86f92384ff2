namespace ComplaintBot.Dialogs.Phrases;

/// <summary>What fills one placeholder of a phrase. The form each placeholder expects stands in the README beside this file.</summary>
/// <param name="Name">The placeholder without braces, for example <c>due</c>.</param>
/// <param name="Value">The text put in its place, already in the language of the conversation.</param>
public readonly record struct PhraseArgument(string Name, string Value);

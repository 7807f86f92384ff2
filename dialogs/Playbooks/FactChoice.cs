namespace ComplaintBot.Dialogs.Playbooks;

/// <summary>One answer to a fact of type choice.</summary>
/// <param name="Id">The value that is stored.</param>
/// <param name="Label">What is shown.</param>
/// <param name="Words">Other ways to say it.</param>
public sealed record FactChoice(string Id, LocalizedText Label, LocalizedList Words);

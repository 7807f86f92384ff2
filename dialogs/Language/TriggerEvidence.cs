using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Language;

/// <summary>Words in a message that speak for an escalation trigger.</summary>
/// <param name="Id">The trigger.</param>
/// <param name="Words">The words, verbatim.</param>
/// <param name="Done">For press, lawyer, police, consumer-association, regulator: whether it has been done (true) or only announced (false). True for all others.</param>
public sealed record TriggerEvidence(Trigger Id, string Words, bool Done = true);

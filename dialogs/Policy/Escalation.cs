using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Policy;

/// <summary>A trigger that has reached its threshold in this turn.</summary>
/// <param name="Trigger">The trigger; null when the matter itself (its category or severity) asks for a person.</param>
/// <param name="Words">The words that caused it.</param>
/// <param name="Priority">0 (now) to 3.</param>
/// <param name="HandsOver">Whether a person takes over the chat.</param>
/// <param name="Tell">Duties that are told, the one in charge first.</param>
public sealed record Escalation(Trigger? Trigger, string Words, int Priority, bool HandsOver, IReadOnlyList<string> Tell);

using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>What a message must be read with to find the facts in it.</summary>
/// <param name="Now">The customer's clock; relative dates count from it, in its offset.</param>
/// <param name="Playbooks">The playbooks the message may be about; facts that a playbook defines itself are only looked for when it is the only one.</param>
/// <param name="ExpectedFact">The name of the fact that was just asked for, or null.</param>
/// <param name="Question">The text of the question just asked, or null.</param>
/// <param name="Language">The language spoken.</param>
public sealed record FactContext(DateTimeOffset Now, IReadOnlyList<Playbook> Playbooks, string? ExpectedFact, string? Question, Tongue Language);

using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Turns;

/// <summary>What a channel account stands for.</summary>
/// <param name="Playbooks">The playbooks its complaints may go by; with one there is no detection.</param>
/// <param name="Tongue">The language until the customer shows another.</param>
internal sealed record Site(IReadOnlyList<string> Playbooks, Tongue Tongue);

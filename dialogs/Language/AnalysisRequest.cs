using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Language;

/// <summary>One message and what it must be read with.</summary>
/// <param name="Text">The message.</param>
/// <param name="Now">The customer's clock, with the customer's offset; relative dates are resolved against it.</param>
/// <param name="Playbooks">The playbooks the message may be about: one when the conversation has settled on it. Never empty.</param>
public sealed record AnalysisRequest(string Text, DateTimeOffset Now, IReadOnlyList<Playbook> Playbooks)
{
    /// <summary>What the bot expects (<c>vent</c>, <c>readback</c>, <c>fact:place</c>, <c>offer</c>, <c>satisfaction</c>, <c>anything-else</c>, <c>confirm</c>) or the text of the question just asked; null when nothing was asked.</summary>
    public string? Question { get; init; }

    /// <summary>The language spoken so far, for messages that carry none ("5", "OK").</summary>
    public Tongue? Spoken { get; init; }
}

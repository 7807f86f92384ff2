using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>A line that fits the moment, ready to be sent.</summary>
/// <param name="Group">Its tone, else the stage it belongs to.</param>
/// <param name="Situation">What it is for, by its identifier.</param>
/// <param name="Tactic">The tactic it uses, or null.</param>
/// <param name="Text">The line, in the customer's language.</param>
public sealed record MomentPhrase(PhraseGroup Group, string Situation, Tactic? Tactic, string Text);

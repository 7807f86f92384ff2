using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>What was offered, as a line of a brief.</summary>
/// <param name="Text">The offer.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Label">The state in words.</param>
public sealed record BriefOffer(string Text, RemedyState State, string Label);

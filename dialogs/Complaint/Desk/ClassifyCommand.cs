using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>Places the matter anew.</summary>
/// <param name="Category">A category of the playbook.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Reason">Why.</param>
public sealed record ClassifyCommand(string? Category = null, Severity? Severity = null, string? Reason = null) : DeskCommand;

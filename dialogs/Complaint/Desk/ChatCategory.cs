using ComplaintBot.Dialogs.Playbooks;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>A category a chat may be placed under: one of its own playbook.</summary>
/// <param name="Id">The category.</param>
/// <param name="Name">What people call it.</param>
public sealed record ChatCategory(string Id, LocalizedText Name);

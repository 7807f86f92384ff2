namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>A fact that the category needs and nobody knows.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Question">How it may be asked, in the customer's language.</param>
public sealed record ChatMissing(string Name, string Label, string Question);

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>Who somebody at the desk is, by id and name.</summary>
/// <param name="Id">The account's id.</param>
/// <param name="Name">The name.</param>
public sealed record DeskName(string Id, string Name);

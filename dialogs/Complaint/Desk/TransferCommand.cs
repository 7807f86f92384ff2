namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>Gives the chat to another person or team. Names are written by the desk, never by the page.</summary>
/// <param name="Person">The id of the person.</param>
/// <param name="PersonName">The person's name.</param>
/// <param name="Team">The id of the team, when no person is named.</param>
/// <param name="TeamName">The team's name.</param>
/// <param name="Reason">Why, for colleagues.</param>
public sealed record TransferCommand(string? Person = null, string? PersonName = null, string? Team = null, string? TeamName = null, string? Reason = null) : DeskCommand;

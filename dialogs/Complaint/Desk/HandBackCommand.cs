using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>Gives the chat to the bot.</summary>
/// <param name="Stage">Where the bot goes on.</param>
/// <param name="Agreed">What the person and the customer agreed, as the bot will say it.</param>
/// <param name="NotAgain">Remedies and facts that the bot must not raise.</param>
public sealed record HandBackCommand(Stage Stage, string? Agreed = null, [property: JsonPropertyName("not_again")] IReadOnlyList<string>? NotAgain = null) : DeskCommand;

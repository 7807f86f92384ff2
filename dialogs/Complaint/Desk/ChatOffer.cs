using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>An offer that was made, as the desk shows it.</summary>
/// <param name="Kind">The remedy.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Text">The offer as it was put.</param>
/// <param name="Amount">What it is worth.</param>
/// <param name="Currency">ISO 4217 currency of the amount.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Due">Until when it is carried out once accepted.</param>
/// <param name="By">The id of the person who offered it; <c>bot</c> for the bot.</param>
public sealed record ChatOffer(RemedyKind Kind, string Label, string Text, decimal? Amount, string? Currency, RemedyState State, DateTimeOffset Due, string By);

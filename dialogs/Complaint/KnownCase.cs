using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>An earlier case as its own customer may see it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="State">Where it stands.</param>
/// <param name="ChangedAt">When something last happened to it.</param>
public sealed record KnownCase(string Number, CaseState State, DateTimeOffset ChangedAt);

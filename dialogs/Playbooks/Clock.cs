namespace ComplaintBot.Dialogs.Playbooks;

/// <summary>How long something may take.</summary>
/// <param name="Span">The time allowed; above zero.</param>
/// <param name="Working">Whether only working time counts (<see cref="OpeningHours"/>) or the calendar.</param>
public readonly record struct Clock(TimeSpan Span, bool Working);

namespace ComplaintBot.Dialogs.Playbooks;

/// <summary>When people are at the desk, in the playbook's time zone.</summary>
/// <param name="Open">First minute of a working day.</param>
/// <param name="Close">First minute after a working day; after <paramref name="Open"/>.</param>
/// <param name="Days">Days of the week that are worked.</param>
/// <param name="Holidays">Dates that are not worked although their weekday is.</param>
public sealed record OpeningHours(TimeOnly Open, TimeOnly Close, IReadOnlyList<DayOfWeek> Days, IReadOnlyList<DateOnly> Holidays);

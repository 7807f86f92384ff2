namespace ComplaintBot.Dialogs.Playbooks;

/// <summary>Who the customer is talking to.</summary>
public sealed record Identity
{
    private TimeZoneInfo? zone;

    /// <summary>The business, as its customers call it.</summary>
    public required LocalizedText Business { get; init; }

    /// <summary>The name the automated assistant gives itself.</summary>
    public required LocalizedText Assistant { get; init; }

    /// <summary>ISO 3166 country, decides which numbers to call.</summary>
    public required string Country { get; init; }

    /// <summary>ISO 4217 currency of amounts that are said without one.</summary>
    public required string Currency { get; init; }

    /// <summary>IANA zone in which hours and dates are meant when the customer's own is not known.</summary>
    public required string TimeZone { get; init; }

    /// <summary><see cref="TimeZone"/> as it is reckoned with; looked up once.</summary>
    /// <exception cref="TimeZoneNotFoundException">There is no such zone.</exception>
    public TimeZoneInfo Zone => zone is { } known && known.Id == TimeZone ? known : zone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>When people are at the desk.</summary>
    public required OpeningHours Hours { get; init; }

    /// <summary>Numbers to call, by kind: <c>medical</c>, <c>fire</c>, <c>police</c>, <c>crisis</c>; a playbook may add others (<c>official</c> for a bank's hotline).</summary>
    public required IReadOnlyDictionary<string, string> EmergencyNumbers { get; init; }
}

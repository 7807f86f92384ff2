using System.Collections.ObjectModel;
using System.Globalization;

namespace ComplaintBot.Dialogs.Playbooks.Reading;

/// <summary>Reads who speaks and where.</summary>
internal static class IdentityReader
{
    private static readonly string[] Numbers = ["medical", "fire", "police", "crisis"];
    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public static Identity Read(Cursor cursor)
    {
        var map = cursor.AsMap();
        var identity = new Identity
        {
            Business = map.Need("business", "the name of the business in both languages").AsLocalized(),
            Assistant = map.Need("assistant", "the assistant's name in both languages").AsLocalized(),
            Country = map.Need("country", "an ISO 3166 country such as CN").AsText("an ISO 3166 country such as CN", text => Words.IsCapitals(text, 2)),
            Currency = map.Need("currency", "an ISO 4217 currency such as CNY").AsText("an ISO 4217 currency such as CNY", text => Words.IsCapitals(text, 3)),
            TimeZone = map.Need("time_zone", "an IANA time zone such as Asia/Shanghai").AsText("an IANA time zone such as Asia/Shanghai", IsTimeZone),
            Hours = HoursOf(map.Need("hours", "the hours of the desk")),
            EmergencyNumbers = NumbersOf(map.Need("emergency_numbers", "the numbers to call in danger")),
        };
        map.Close();
        return identity;
    }

    private static OpeningHours HoursOf(Cursor cursor)
    {
        var map = cursor.AsMap();
        var open = map.Need("open", "a time such as \"09:00\"");
        var close = map.Need("close", "a time such as \"21:00\"");
        var (from, until) = (TimeOf(open), TimeOf(close));
        if (from is not null && until is not null && until <= from)
            close.Refuse($"a time after {from:HH:mm}, when the desk opens");
        var days = map.Need("days", "the days of the week that are worked").AsManyOf(Weekdays, "a day", least: 1, most: 7);
        var holidays = map.Maybe("holidays")?.AsList() ?? [];
        map.Close();
        return new OpeningHours(from ?? default, until ?? default, [.. days.Select(DayOf)], [.. holidays.Select(DateOf).Distinct()]);
    }

    private static TimeOnly? TimeOf(Cursor cursor)
    {
        const string Expected = "a time from \"00:00\" to \"23:59\"";
        var text = cursor.AsText(Expected);
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        if (text.Length > 0)
            cursor.Refuse(Expected);
        return null;
    }

    private static DayOfWeek DayOf(string day) => (DayOfWeek)((Math.Max(0, Array.IndexOf(Weekdays, day)) + 1) % 7);

    private static DateOnly DateOf(Cursor cursor)
    {
        const string Expected = "a date such as 2027-01-01";
        var text = cursor.AsText(Expected);
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && text.Length > 0)
            cursor.Refuse(Expected);
        return date;
    }

    private static ReadOnlyDictionary<string, string> NumbersOf(Cursor cursor)
    {
        const string Expected = "a telephone number in quotes, digits with + - and spaces";
        var map = cursor.AsMap();
        foreach (var kind in Numbers)
            map.Need(kind, Expected);
        return map.Each("a name such as official", key => Words.IsName(key))
            .ToDictionary(entry => entry.Key, entry => entry.Value.AsText(Expected, IsPhone))
            .AsReadOnly();
    }

    private static bool IsPhone(string text) =>
        text.Length <= 24 && text.Any(char.IsAsciiDigit) && text.All(c => char.IsAsciiDigit(c) || c is '+' or '-' or ' ');

    private static bool IsTimeZone(string id) =>
        id.Length <= 64 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+') && TimeZoneInfo.TryFindSystemTimeZoneById(id, out _);
}

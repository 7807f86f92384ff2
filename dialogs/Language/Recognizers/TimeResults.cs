namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>Writes statements of time as results.</summary>
internal static class TimeResults
{
    private const string Prefix = "datetimeV2.";
    private const string DayAndClock = "yyyy-MM-dd HH:mm:ss";
    private const string ClockOnly = "HH:mm:ss";

    /// <summary>The result for a statement.</summary>
    public static ModelResult Of(EntityText entities, TimePiece piece)
    {
        var open = piece.Mod is "before" or "after" or "since" or "until";
        var type = TypeOf(piece.Kind, open);
        var values = new List<IReadOnlyDictionary<string, object?>>();
        foreach (var reading in piece.Readings)
        {
            var value = Value(piece, reading, type, open);
            if (!values.Exists(other => other.Count == value.Count && other.All(pair => Equals(pair.Value, value.GetValueOrDefault(pair.Key))))) values.Add(value);
        }
        return entities.Result(piece.Start, piece.End, Prefix + type, new Dictionary<string, object?> { ["values"] = values });
    }

    private static string TypeOf(TimeKind kind, bool isOpen) => kind switch
    {
        TimeKind.Date => isOpen ? "daterange" : "date",
        TimeKind.Period => "daterange",
        TimeKind.Clock => isOpen ? "timerange" : "time",
        TimeKind.Hours => "timerange",
        TimeKind.Moment => isOpen ? "datetimerange" : "datetime",
        TimeKind.Span => "datetimerange",
        _ => "duration",
    };

    private static Dictionary<string, object?> Value(TimePiece piece, TimeReading reading, string type, bool isOpen)
    {
        var value = new Dictionary<string, object?> { ["timex"] = reading.Timex, ["type"] = type };
        if (piece.Mod is { } mod) value["Mod"] = mod;
        var format = piece.Kind switch { TimeKind.Date or TimeKind.Period => "yyyy-MM-dd", TimeKind.Clock or TimeKind.Hours => ClockOnly, _ => DayAndClock };
        if (piece.Kind == TimeKind.Duration) value["value"] = TimeLength.Seconds(piece.Lengths).ToString("G15", System.Globalization.CultureInfo.InvariantCulture);
        else if (isOpen) Bound(piece, reading, value, format);
        else if (piece.Kind is TimeKind.Date or TimeKind.Clock or TimeKind.Moment) value["value"] = Timex.Text(reading.Start, format);
        else (value["start"], value["end"]) = (Timex.Text(reading.Start, format), Timex.Text(reading.End, format));
        return value;
    }

    // Before and until end where the time begins; after begins behind it, since with it.
    private static void Bound(TimePiece piece, TimeReading reading, Dictionary<string, object?> value, string format)
    {
        var hasLength = piece.Kind is TimeKind.Period or TimeKind.Hours or TimeKind.Span;
        if (piece.Mod is "before" or "until") value["end"] = Timex.Text(piece.Mod == "until" && hasLength ? reading.End : reading.Start, format);
        else value["start"] = Timex.Text(piece.Mod == "after" && hasLength ? reading.End : reading.Start, format);
    }
}

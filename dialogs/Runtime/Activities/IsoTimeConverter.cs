using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Runtime.Activities;

/// <summary>
/// Writes times as browsers do: milliseconds always, finer digits only where there are any, <c>Z</c> for UTC. So what a web client
/// sent goes back to it unchanged, and texts of the same length sort by time.
/// </summary>
public sealed class IsoTimeConverter : JsonConverter<DateTimeOffset>
{
    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    /// <inheritdoc/>

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[40];
        bool wholeMilliseconds = value.Ticks % TimeSpan.TicksPerMillisecond == 0;
        string format = (wholeMilliseconds, value.Offset == TimeSpan.Zero) switch
        {
            (true, true) => "yyyy-MM-ddTHH:mm:ss.fffZ",
            (false, true) => "yyyy-MM-ddTHH:mm:ss.fffffffZ",
            (true, false) => "yyyy-MM-ddTHH:mm:ss.fffzzz",
            (false, false) => "yyyy-MM-ddTHH:mm:ss.fffffffzzz",
        };
        value.TryFormat(text, out int length, format, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }
}

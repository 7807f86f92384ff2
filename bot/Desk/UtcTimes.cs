using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComplaintBot.Desk;

/// <summary>Times as the desk's pages get them: in UTC and all of one length, so that the later one is also the greater text.</summary>
internal sealed class UtcTimes : JsonConverter<DateTimeOffset>
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture));
}

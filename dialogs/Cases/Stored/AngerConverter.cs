using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Cases.Stored;

/// <summary>Reads and writes the curve of anger as a line of digits, one for each message: <c>"13210"</c>.</summary>
internal sealed class AngerConverter : JsonConverter<List<int>>
{
    /// <inheritdoc/>
    public override List<int> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var line = reader.GetString() ?? throw new JsonException("The curve of anger is a line of digits.");
        var anger = new List<int>(line.Length + 1);
        foreach (var digit in line) anger.Add(digit is >= '0' and <= '4' ? digit - '0' : throw new JsonException($"'{digit}' is no level of anger."));
        return anger;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, List<int> value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Create(value.Count, value, static (line, levels) =>
        {
            for (var i = 0; i < line.Length; i++) line[i] = (char)('0' + levels[i]);
        }));
}

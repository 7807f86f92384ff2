using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Cases.Stored;

/// <summary>Reads and writes the curve of anger as a line of digits, one for each message: <c>"13210"</c>.</summary>
internal sealed class AngerConverter : JsonConverter<List<int>>
{
    private const int Usual = 256;

    /// <inheritdoc/>
    public override List<int> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException("The curve of anger is a line of digits.");
        var line = reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;
        var anger = new List<int>(line.Length + 1);
        foreach (var digit in line) anger.Add(digit is >= (byte)'0' and <= (byte)'4' ? digit - '0' : throw new JsonException($"'{(char)digit}' is no level of anger."));
        return anger;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, List<int> value, JsonSerializerOptions options)
    {
        var line = value.Count <= Usual ? stackalloc byte[value.Count] : new byte[value.Count];
        for (var i = 0; i < line.Length; i++) line[i] = (byte)('0' + value[i]);
        writer.WriteStringValue(line);
    }
}

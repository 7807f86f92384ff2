using System.Text.Json;
using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Cases.Stored;

/// <summary>Reads and writes the evidence for a trigger; zeros and what is not so are left out.</summary>
internal sealed class SeenTriggerConverter : JsonConverter<SeenTrigger>
{
    /// <inheritdoc/>
    public override SeenTrigger Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var seen = new SeenTrigger();
        var known = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8)) { reader.Read(); (seen.Id, known) = (Identifiers.Read<Trigger>(ref reader), true); }
            else if (reader.ValueTextEquals("words"u8)) { reader.Read(); seen.Words = reader.GetString() ?? ""; }
            else if (reader.ValueTextEquals("done"u8)) { reader.Read(); seen.Done = reader.GetBoolean(); }
            else if (reader.ValueTextEquals("count"u8)) { reader.Read(); seen.Count = reader.GetInt32(); }
            else if (reader.ValueTextEquals("fired"u8)) { reader.Read(); seen.Fired = reader.GetBoolean(); }
            else { reader.Skip(); }
        }

        return known ? seen : throw new JsonException("The evidence for a trigger names it.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SeenTrigger value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, value.Id.Id());
        writer.WriteString("words"u8, value.Words);
        if (value.Done) writer.WriteBoolean("done"u8, true);
        if (value.Count != 0) writer.WriteNumber("count"u8, value.Count);
        if (value.Fired) writer.WriteBoolean("fired"u8, true);
        writer.WriteEndObject();
    }
}

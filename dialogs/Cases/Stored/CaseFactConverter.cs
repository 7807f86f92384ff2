using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Cases.Stored;

/// <summary>Reads and writes a fact without the serializer's bookkeeping for each object: a case holds many small ones, and they are most of what a turn costs.</summary>
internal sealed class CaseFactConverter : JsonConverter<CaseFact>
{
    /// <inheritdoc/>
    public override CaseFact Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var fact = new CaseFact();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("name"u8)) { reader.Read(); fact.Name = reader.GetString() ?? ""; }
            else if (reader.ValueTextEquals("text"u8)) { reader.Read(); fact.Text = reader.GetString(); }
            else if (reader.ValueTextEquals("value"u8)) { reader.Read(); fact.Value = reader.GetString(); }
            else if (reader.ValueTextEquals("unit"u8)) { reader.Read(); fact.Unit = reader.GetString(); }
            else if (reader.ValueTextEquals("by"u8)) { reader.Read(); fact.By = reader.GetString(); }
            else if (reader.ValueTextEquals("asked"u8)) { reader.Read(); fact.Asked = reader.GetInt32(); }
            else if (reader.ValueTextEquals("declined"u8)) { reader.Read(); fact.Declined = reader.GetBoolean(); }
            else { reader.Skip(); }
        }

        return fact.Name.Length > 0 ? fact : throw new JsonException("A fact has a name.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CaseFact value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, value.Name);
        if (value.Text is not null) writer.WriteString("text"u8, value.Text);
        if (value.Value is not null) writer.WriteString("value"u8, value.Value);
        if (value.Unit is not null) writer.WriteString("unit"u8, value.Unit);
        if (value.By is not null) writer.WriteString("by"u8, value.By);
        if (value.Asked != 0) writer.WriteNumber("asked"u8, value.Asked);
        if (value.Declined) writer.WriteBoolean("declined"u8, true);
        writer.WriteEndObject();
    }
}

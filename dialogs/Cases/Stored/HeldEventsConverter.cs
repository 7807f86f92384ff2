using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Dialogs.Vocabulary.Stored;

namespace ComplaintBot.Dialogs.Cases.Stored;

/// <summary>Reads and writes the events of a case that has no number yet.</summary>
internal sealed class HeldEventsConverter : JsonConverter<List<CaseEvent>>
{
    private const int Usual = 4;

    /// <inheritdoc/>
    public override List<CaseEvent> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("Events are stored as an array.");
        var events = new List<CaseEvent>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) events.Add(ReadEvent(ref reader));
        return events;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, List<CaseEvent> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var entry in value) WriteEvent(writer, entry);
        writer.WriteEndArray();
    }

    private static CaseEvent ReadEvent(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("An event is stored as an object.");
        var (kind, actor, at, data, step) = (default(CaseEventKind), "", default(DateTimeOffset), CaseEvent.NoData, default(Step?));
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("kind"u8)) { reader.Read(); kind = Identifiers.Read<CaseEventKind>(ref reader); }
            else if (reader.ValueTextEquals("actor"u8)) { reader.Read(); actor = KnownNames.Read(ref reader); }
            else if (reader.ValueTextEquals("at"u8)) { reader.Read(); at = reader.GetDateTimeOffset(); }
            else if (reader.ValueTextEquals("data"u8)) { reader.Read(); data = ReadData(ref reader); }
            else if (reader.ValueTextEquals("step"u8)) { reader.Read(); step = reader.TokenType == JsonTokenType.Null ? null : Identifiers.Read<Step>(ref reader); }
            else { reader.Skip(); }
        }

        return new(kind, actor, at, data, step);
    }

    private static IReadOnlyDictionary<string, string> ReadData(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("What belongs to an event is stored as an object.");
        if (!reader.Read() || reader.TokenType == JsonTokenType.EndObject) return CaseEvent.NoData;
        var data = new List<(string, string)>(Usual);
        for (; reader.TokenType == JsonTokenType.PropertyName; reader.Read())
        {
            var name = KnownNames.Read(ref reader);
            reader.Read();
            data.Add((name, reader.GetString() ?? ""));
        }

        return new EventData(CollectionsMarshal.AsSpan(data));
    }

    private static void WriteEvent(Utf8JsonWriter writer, CaseEvent entry)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, entry.Kind.Encoded());
        writer.WriteString("actor"u8, entry.Actor);
        writer.WriteString("at"u8, entry.At);
        writer.WriteStartObject("data"u8);
        foreach (var (name, value) in entry.Data) writer.WriteString(name, value);
        writer.WriteEndObject();
        if (entry.Step is { } step) writer.WriteString("step"u8, step.Encoded());
        writer.WriteEndObject();
    }
}

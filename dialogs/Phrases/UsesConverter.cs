using System.Text.Json;
using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Phrases;

/// <summary>Reads and writes how often each situation was spoken in: <c>{"heard": 2}</c>.</summary>
internal sealed class UsesConverter : JsonConverter<IReadOnlyDictionary<Situation, int>>
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<Situation, int> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var uses = new Dictionary<Situation, int>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var situation = Identifiers.Read<Situation>(ref reader);
            reader.Read();
            uses[situation] = reader.GetInt32();
        }

        return uses;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<Situation, int> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (situation, count) in value as Dictionary<Situation, int> ?? new(value)) writer.WriteNumber(situation.Id(), count);
        writer.WriteEndObject();
    }
}

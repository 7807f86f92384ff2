using System.Text.Json;
using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Phrases;

/// <summary>Reads and writes how often each situation was spoken in: <c>{"heard": 2}</c>.</summary>
internal sealed class UsesConverter : JsonConverter<IReadOnlyDictionary<Situation, int>>
{
    private const int Usual = 24;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<Situation, int> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var uses = new UseCounts(Usual);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var situation = Identifiers.Read<Situation>(ref reader);
            reader.Read();
            uses.Set(situation, reader.GetInt32());
        }

        return uses;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<Situation, int> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (situation, count) in UseCounts.Of(value).Pairs) writer.WriteNumber(situation.Encoded(), count);
        writer.WriteEndObject();
    }
}

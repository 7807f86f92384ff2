using System.Text.Json;
using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Cases.Stored;

/// <summary>Reads and writes when each step was first done, as one object: <c>{"listen": "2026-11-19T12:30:00+08:00"}</c>.</summary>
internal sealed class StepsConverter : JsonConverter<List<StepDone>>
{
    private const int AllOfThem = 14;

    /// <inheritdoc/>
    public override List<StepDone> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var steps = new List<StepDone>(AllOfThem);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var step = Identifiers.Read<Step>(ref reader);
            reader.Read();
            steps.Add(new StepDone(step, reader.GetDateTimeOffset()));
        }

        return steps;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, List<StepDone> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (step, at) in value) writer.WriteString(step.Encoded(), at);
        writer.WriteEndObject();
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Cases.Stored;

/// <summary>Reads and writes the counts of a case; zeros are left out.</summary>
internal sealed class TallyConverter : JsonConverter<Tally>
{
    private static readonly JsonEncodedText LastTactic = JsonEncodedText.Encode("lastTactic");

    private static readonly (JsonEncodedText Name, Func<Tally, int> Get, Action<Tally, int> Set)[] Counts =
    [
        (JsonEncodedText.Encode("furious"), tally => tally.Furious, (tally, count) => tally.Furious = count),
        (JsonEncodedText.Encode("angryInARow"), tally => tally.AngryInARow, (tally, count) => tally.AngryInARow = count),
        (JsonEncodedText.Encode("tacticsUsed"), tally => tally.TacticsUsed, (tally, count) => tally.TacticsUsed = count),
        (JsonEncodedText.Encode("gaveUp"), tally => tally.GaveUp, (tally, count) => tally.GaveUp = count),
        (JsonEncodedText.Encode("notUnderstoodInARow"), tally => tally.NotUnderstoodInARow, (tally, count) => tally.NotUnderstoodInARow = count),
        (JsonEncodedText.Encode("notUnderstood"), tally => tally.NotUnderstood, (tally, count) => tally.NotUnderstood = count),
        (JsonEncodedText.Encode("refusals"), tally => tally.Refusals, (tally, count) => tally.Refusals = count),
        (JsonEncodedText.Encode("unreasonable"), tally => tally.Unreasonable, (tally, count) => tally.Unreasonable = count),
        (JsonEncodedText.Encode("abusive"), tally => tally.Abusive, (tally, count) => tally.Abusive = count),
        (JsonEncodedText.Encode("superiorRequests"), tally => tally.SuperiorRequests, (tally, count) => tally.SuperiorRequests = count),
        (JsonEncodedText.Encode("accusations"), tally => tally.Accusations, (tally, count) => tally.Accusations = count),
        (JsonEncodedText.Encode("questions"), tally => tally.Questions, (tally, count) => tally.Questions = count),
        (JsonEncodedText.Encode("questionsInARow"), tally => tally.QuestionsInARow, (tally, count) => tally.QuestionsInARow = count),
    ];

    /// <inheritdoc/>
    public override Tally Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var tally = new Tally();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName) ReadMember(ref reader, tally);
        return tally;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Tally value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.LastTactic is { } tactic) writer.WriteString(LastTactic, tactic.Id());
        foreach (var (name, get, _) in Counts)
            if (get(value) is not 0 and var count) writer.WriteNumber(name, count);
        writer.WriteEndObject();
    }

    private static void ReadMember(ref Utf8JsonReader reader, Tally tally)
    {
        if (reader.ValueTextEquals(LastTactic.EncodedUtf8Bytes))
        {
            reader.Read();
            tally.LastTactic = Identifiers.Read<Tactic>(ref reader);
            return;
        }

        foreach (var (name, _, set) in Counts)
        {
            if (!reader.ValueTextEquals(name.EncodedUtf8Bytes)) continue;
            reader.Read();
            set(tally, reader.GetInt32());
            return;
        }

        reader.Skip();
    }
}

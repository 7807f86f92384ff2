using System.Text.Json;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Evaluation.Labelled;

namespace ComplaintBot.Evaluation.Measuring;

/// <summary>Reads the labelled messages, one JSON object a line.</summary>
internal static class MessageSet
{
    /// <summary>Reads the file.</summary>
    /// <exception cref="FormatException">It has a label that the vocabulary does not hold.</exception>
    public static List<LabelledLine> Read(string path) => [.. File.ReadLines(path).Where(line => line.Length > 0).Select(Message)];

    private static LabelledLine Message(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var playbook = root.GetProperty("playbook").GetString()!;
        List<string> places = [];
        if (root.GetProperty("category").GetString() is { } category) places.Add($"{playbook}/{category}");
        if (root.TryGetProperty("category_also", out var also) && also.ValueKind == JsonValueKind.Array) places.AddRange(also.EnumerateArray().Select(one => $"{playbook}/{one.GetString()}"));
        return new LabelledLine(null, root.GetProperty("text").GetString()!)
        {
            Playbook = playbook,
            Places = places,
            Sentiment = Identifiers.Parse<Sentiment>(root.GetProperty("sentiment").GetString()!),
            Anger = root.GetProperty("anger").GetInt32(),
            Flags = Many<MessageFlag>(root.GetProperty("flags")),
            Intents = Many<Intent>(root.GetProperty("intents")),
            Triggers = Many<Trigger>(root.GetProperty("triggers")),
        };
    }

    private static T[] Many<T>(JsonElement array) where T : struct, Enum =>
        [.. array.EnumerateArray().Select(one => Identifiers.Parse<T>((one.ValueKind == JsonValueKind.String ? one : one.GetProperty("id")).GetString()!))];
}

using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Evaluation.Labelled;

/// <summary>
/// Reads a file of labelled messages: labels, question and text parted by tabs. The labels are parted by blanks: <c>p=playbook/category</c>
/// (once a head, or <c>p=-</c>), <c>s=</c> neg, pos, neu or mix, <c>a=</c> 0 to 4, <c>f=</c> flags, <c>i=</c> intents, <c>t=</c> triggers
/// (parted by commas, or <c>-</c>). A question of <c>-</c> means that nothing had been asked.
/// </summary>
internal static class LabelledFile
{
    private static readonly Dictionary<string, Sentiment> Tones = new()
    {
        ["neg"] = Sentiment.Negative,
        ["pos"] = Sentiment.Positive,
        ["neu"] = Sentiment.Neutral,
        ["mix"] = Sentiment.Mixed,
    };

    /// <summary>Reads the lines of a file.</summary>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="places">Every <c>playbook/category</c> there is; null accepts any.</param>
    /// <param name="mistakes">Takes one message for each line that cannot be read.</param>
    public static List<LabelledLine> Read(string name, IEnumerable<string> lines, IReadOnlySet<string>? places, List<string> mistakes)
    {
        var read = new List<LabelledLine>();
        var texts = new HashSet<(string?, string)>();
        foreach (var (index, line) in lines.Index())
        {
            if (line.Length == 0) continue;
            var source = $"{name}:{index + 1}";
            try
            {
                var one = ReadLine(line, places) with { Source = source };
                if (texts.Add((one.Question, one.Text))) read.Add(one);
                else mistakes.Add($"{source} repeats an earlier line.");
            }
            catch (FormatException mistake)
            {
                mistakes.Add($"{source} {mistake.Message}");
            }
        }
        return read;
    }

    private static LabelledLine ReadLine(string line, IReadOnlySet<string>? places)
    {
        var columns = line.Split('\t');
        if (columns.Length != 3) throw new FormatException($"has {columns.Length} columns; it must have labels, question and text.");
        if (columns[2].Trim().Length == 0) throw new FormatException("has no text.");
        var read = new LabelledLine(columns[1] == "-" ? null : columns[1], columns[2].Trim());
        foreach (var label in columns[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)) read = With(read, label, places);
        return read;
    }

    private static LabelledLine With(LabelledLine line, string label, IReadOnlySet<string>? places)
    {
        var value = label.Length > 2 && label[1] == '=' ? label[2..] : throw new FormatException($"has the label '{label}', which is no letter, '=' and a value.");
        return label[0] switch
        {
            'p' when value == "-" => line with { Places = line.Places ?? [] },
            'p' when places is null || places.Contains(value) => line with { Places = [.. line.Places ?? [], value] },
            'p' => throw new FormatException($"names '{value}', which no playbook has."),
            's' when Tones.TryGetValue(value, out var tone) => line with { Sentiment = tone },
            's' => throw new FormatException($"has the tone '{value}'. Known: {string.Join(", ", Tones.Keys)}."),
            'a' when value.Length == 1 && value[0] is >= '0' and <= '4' => line with { Anger = value[0] - '0' },
            'a' => throw new FormatException($"has anger '{value}'; it goes from 0 to 4."),
            'f' => line with { Flags = Many<MessageFlag>(value) },
            'i' => line with { Intents = Many<Intent>(value) },
            't' => line with { Triggers = Many<Trigger>(value) },
            _ => throw new FormatException($"has the label '{label}'; known letters are p, s, a, f, i and t."),
        };
    }

    private static T[] Many<T>(string value) where T : struct, Enum =>
        value == "-" ? [] : Array.ConvertAll(value.Split(','), Identifiers.Parse<T>);
}

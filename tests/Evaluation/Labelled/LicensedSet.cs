using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Evaluation.Labelled;

/// <summary>
/// A set under an open licence in the folder <c>Licensed</c>. Its labels are not ours: some stand for some of ours, of the others the
/// model learns only to tell them apart, which teaches it what words go together.
/// </summary>
/// <param name="Name">The file, without its ending.</param>
/// <param name="Weight">How much an example counts against one of our own.</param>
/// <param name="Meaning">What of a line's label holds in our terms; null when nothing does.</param>
/// <param name="HasHead">Whether the labels are learned as they are, too.</param>
internal sealed record LicensedSet(string Name, float Weight, Func<string, LabelledLine, LabelledLine>? Meaning, bool HasHead)
{
    private static readonly Dictionary<string, Intent> Acts = new()
    {
        ["confirmation"] = Intent.Affirm,
        ["affirm"] = Intent.Affirm,
        ["rejection"] = Intent.Deny,
        ["deny"] = Intent.Deny,
    };

    /// <summary>The sets that measurably help.</summary>
    public static readonly IReadOnlyList<LicensedSet> All =
    [
        new("en_multidogo_acts", 0.5f, WithAct, true),
        new("en_nlupp_affirm_deny", 0.3f, null, true),
        new("en_goemotions_ekman", 0.3f, WithEmotion, true),
        new("zh_asap_star_sample", 0.5f, WithStars, false),
        new("zh_cold", 0.2f, null, true),
        new("zh_cold_fine", 0.2f, null, true),
        new("zh_crosswoz_user_acts", 0.2f, null, true),
        new("en_davidson_abuse", 0.2f, null, true),
        new("en_banking77", 0.2f, null, true),
        new("en_clinc150", 0.2f, null, true),
        new("en_hwu64", 0.2f, null, true),
    ];

    /// <summary>The lines of the set with its own labels; those labels that say something in our terms are in the line as well.</summary>
    public List<(string Label, LabelledLine Line)> Read(string folder)
    {
        var read = new List<(string, LabelledLine)>();
        foreach (var row in File.ReadLines(Path.Combine(folder, Name + ".tsv")))
        {
            var tab = row.IndexOf('\t');
            var line = new LabelledLine(null, row[(tab + 1)..]) { Source = Name };
            read.Add((row[..tab], Meaning is null ? line : Meaning(row[..tab], line)));
        }
        return read;
    }

    /// <summary>The lines that are kept back for calibration: those of sets that know our yes and no.</summary>
    public static IEnumerable<LabelledLine> Kept(string folder) =>
        All.SelectMany(set => set.Read(folder)).Select(pair => pair.Line).Where(line => line.Intents is not null && OwnText.IsKept(line));

    private static LabelledLine WithAct(string label, LabelledLine line) => line with { Intents = Acts.TryGetValue(label, out var intent) ? [intent] : [], JudgedIntents = [Intent.Affirm, Intent.Deny] };

    private static LabelledLine WithStars(string label, LabelledLine line) =>
        line with { Sentiment = label switch { "4" or "5" => Sentiment.Positive, "3" => Sentiment.Mixed, _ => Sentiment.Negative } };

    private static LabelledLine WithEmotion(string label, LabelledLine line) => label switch
    {
        "joy" => line with { Sentiment = Sentiment.Positive },
        "anger" or "disgust" or "sadness" or "fear" => line with { Sentiment = Sentiment.Negative },
        "neutral" => line with { Sentiment = Sentiment.Neutral },
        _ => line,
    };
}

using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Language.Models;
using ComplaintBot.Dialogs.Language.Reading;
using ComplaintBot.Dialogs.Language.Script;

namespace ComplaintBot.Evaluation.Training;

/// <summary>Makes examples, by the same way that a message takes through the analyzer.</summary>
internal static class ExampleMaker
{
    /// <summary>An example with keys for rows.</summary>
    /// <param name="text">The message.</param>
    /// <param name="question">What had been asked; null when nothing had.</param>
    /// <param name="targets">What the heads should say.</param>
    public static Example Make(string text, string? question, Target[] targets)
    {
        var finder = LexiconSet.Default.Finder;
        var cues = finder.Find(NormalizedText.From(text).Text);
        var marks = Marks.Of(text);
        var tone = ToneReader.Read(cues, marks, false);
        using var features = new MessageFeatures(cues, marks, AskedReader.Read(question, finder), tone, HeatReader.Read(cues, marks, tone));
        return new Example(Keys(features.Grams), Keys(features.Signs), targets);
    }

    private static int[] Keys(ReadOnlySpan<Feature> features)
    {
        var keys = new int[features.Length];
        for (var at = 0; at < keys.Length; at++) keys[at] = (int)features[at].Key;
        return keys;
    }
}

using ComplaintBot.Dialogs.Language.Models;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Language.Reading;

/// <summary>
/// Where rules and the trained model are brought together, and nowhere else. The model sees what the rules found, so for tone and anger it
/// has the last word.
/// </summary>
internal static class Judgement
{
    /// <summary>How far the model may speak against the rules, in units of its outputs: where it never saw such words, it means little.</summary>
    public const float Veto = 4;

    /// <summary>The share of the likelihood from which on a message is furious, though it may be less angry: the rarest level is the dearest to miss.</summary>
    private const float Furious = 0.35f;

    /// <summary>The tone: the model's shares, and whether something is complained about.</summary>
    public static Tone ToneOf(Tone rules, Judged judged)
    {
        Span<float> shares = stackalloc float[4];
        judged.Shares(Outputs.Sentiment, shares);
        var best = 0;
        for (var at = 1; at < shares.Length; at++)
            if (shares[at] > shares[best]) best = at;
        var scores = new SentimentScores(shares[(int)Sentiment.Positive], shares[(int)Sentiment.Neutral], shares[(int)Sentiment.Negative], shares[(int)Sentiment.Mixed]);
        return new Tone((Sentiment)best, scores, judged.Outputs[Outputs.Intents + (int)Intent.Complain] > 0, judged.Outputs[Outputs.Flags + (int)MessageFlag.Sarcasm] > 0);
    }

    /// <summary>Anger: the level that half of the likelihood lies above and half below.</summary>
    public static int AngerOf(Judged judged)
    {
        Span<float> shares = stackalloc float[Outputs.Levels];
        judged.Shares(Outputs.Anger, shares);
        if (shares[^1] >= Furious) return shares.Length - 1;
        var below = 0f;
        for (var level = 0; level < shares.Length; level++)
            if ((below += shares[level]) >= 0.5f) return level;
        return Outputs.Levels - 1;
    }

    /// <summary>The flags that hold.</summary>
    public static IReadOnlyList<MessageFlag> FlagsOf(IReadOnlyList<MessageFlag> rules, Judged judged)
    {
        var flags = new List<MessageFlag>(2);
        for (var flag = MessageFlag.Insult; flag <= MessageFlag.Sarcasm; flag++)
            if (Holds(judged, Outputs.Flags + (int)flag, rules.Contains(flag))) flags.Add(flag);
        return flags;
    }

    /// <summary>Whether a trigger holds. Danger is believed to the rules as well as to the model; of the others the model and the rules are weighed.</summary>
    public static bool Holds(Judged? judged, Trigger trigger, bool rules) =>
        judged is null ? rules : rules && trigger <= Trigger.ThreatOrExtortion || Holds(judged, Outputs.Triggers + (int)trigger, rules);

    /// <summary>Whether an intent holds. A fact is given where one was found, and nowhere else.</summary>
    public static bool Holds(Judged? judged, Intent intent, bool rules) => judged is null || intent == Intent.GiveFact ? rules : Holds(judged, Outputs.Intents + (int)intent, rules);

    private static bool Holds(Judged judged, int output, bool rules) => 
        rules ? Math.Max(judged.Outputs[output], -Veto) + judged.Model.RuleWeight(output) > 0 : judged.Outputs[output] > 0;
}

using ComplaintBot.Dialogs.Language.Cues;
using ComplaintBot.Dialogs.Language.Reading;

namespace ComplaintBot.Dialogs.Language.Models;

/// <summary>What is known of a message as a whole, as features: the cues of the word lists, its shape, its polarity, what the rules make of it, and the question it answers.</summary>
internal static class SignReader
{
    private const ulong Second = 1 << 8;
    private const ulong Question = 1 << 12;

    /// <summary>Adds the signs of a message.</summary>
    /// <param name="cues">What the word lists found.</param>
    /// <param name="marks">How it is written.</param>
    /// <param name="asked">What was asked before.</param>
    /// <param name="tone">What the rules make of its tone.</param>
    /// <param name="heat">What the rules make of its heat.</param>
    /// <param name="lexicon">The polarity lists.</param>
    /// <param name="signs">Takes the signs.</param>
    public static void Read(FoundCues cues, Marks marks, Asked asked, Tone tone, Heat heat, PolarityLexicon lexicon, ref FeatureList signs)
    {
        AddCues(cues, asked, ref signs);
        AddRules(tone, heat, ref signs);
        AddPolarity(cues, lexicon, ref signs);
        var length = (ulong)System.Numerics.BitOperations.Log2((uint)Length.Units(cues.Text) + 1);
        signs.Add(FeatureKind.Shape, length);
        signs.Add(FeatureKind.Asked, (ulong)asked);
        if (asked != Asked.Nothing) signs.Add(FeatureKind.Asked, (ulong)asked * Question + length + 1);
        AddShape(marks, ref signs);
    }

    private static void AddCues(FoundCues cues, Asked asked, ref FeatureList signs)
    {
        UInt128 seen = 0;
        foreach (var hit in cues.All)
        {
            // The words of a trade count beside the model, not in it: a list may grow without training again.
            if (hit.Cue >= Cue.TradeBank) continue;
            var bit = UInt128.One << (int)hit.Cue;
            var unmeant = Scope.IsNegated(cues.Text, hit) || cues.IsImagined(hit) || Danger.IsToldOfOthers(cues, hit);
            signs.Add(unmeant ? FeatureKind.UnmeantCue : FeatureKind.Cue, (ulong)hit.Cue + ((seen & bit) != 0 ? Second : 0));
            if (asked != Asked.Nothing && (seen & bit) == 0) signs.Add(FeatureKind.Cue, (ulong)hit.Cue + Question * (ulong)asked);
            seen |= bit;
        }
    }

    private static void AddRules(Tone tone, Heat heat, ref FeatureList signs)
    {
        signs.Add(FeatureKind.Rule, 10 + (ulong)tone.Sentiment);
        signs.Add(FeatureKind.Rule, 20 + (ulong)heat.Anger);
        if (tone.IsGrievance) signs.Add(FeatureKind.Rule, 30);
        signs.Add(FeatureKind.Rule, 40 + (ulong)(8 * tone.Scores.Positive));
        signs.Add(FeatureKind.Rule, 60 + (ulong)(8 * tone.Scores.Negative));
        foreach (var flag in heat.Flags) signs.Add(FeatureKind.Rule, 80 + (ulong)flag);
    }

    // What follows a "but" is counted apart from what stands before it.
    private static void AddPolarity(FoundCues cues, PolarityLexicon lexicon, ref FeatureList signs)
    {
        var text = cues.Text;
        var turn = -1;
        foreach (var hit in cues.All)
            if (hit.Cue == Cue.Contrast) turn = hit.Start;
        float good = 0, bad = 0, after = 0, last = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var weight = lexicon.Longest(text, at, out var length);
            if (length == 0) continue;
            if (Scope.IsNegated(text, new Hit(Cue.Praise, at, at + length, 1))) weight *= -0.6f;
            if (weight > 0) good += weight;
            else bad -= weight;
            if (at > turn) after += weight;
            last = weight;
            signs.Add(FeatureKind.Polarity, (ulong)(10 + (int)MathF.Round(weight)));
            at += length - 1;
        }
        if (good + bad == 0) { signs.Add(FeatureKind.Polarity, 100); return; }
        signs.Add(FeatureKind.Polarity, 110 + (ulong)MathF.Round(10 * good / (good + bad)));
        signs.Add(FeatureKind.Polarity, 130 + (ulong)(Math.Clamp((int)MathF.Round(good - bad), -6, 6) + 6));
        signs.Add(FeatureKind.Polarity, 150 + (ulong)(int)Math.Min(6, MathF.Round(Math.Min(good, bad))));
        signs.Add(FeatureKind.Polarity, 170 + (ulong)(Math.Sign(last) + 1));
        if (turn >= 0) signs.Add(FeatureKind.Polarity, 180 + (ulong)(Math.Sign(after) + 1));
    }

    private static void AddShape(Marks marks, ref FeatureList signs)
    {
        signs.Add(FeatureKind.Shape, 20 + (ulong)Math.Min(marks.Exclamations, 6));
        signs.Add(FeatureKind.Shape, 30 + (ulong)Math.Min(marks.Rows, 3));
        signs.Add(FeatureKind.Shape, 40 + (ulong)Math.Min(marks.Questions, 3));
        if (marks.Shouts) signs.Add(FeatureKind.Shape, 50);
        if (marks.Capitals > 0) signs.Add(FeatureKind.Shape, 51);
    }
}

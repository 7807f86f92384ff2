using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Language.Models;
using ComplaintBot.Dialogs.Language.Reading;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Evaluation.Labelled;

namespace ComplaintBot.Evaluation.Training;

/// <summary>
/// Sets the slope and offset of each output, and what it gains when the rules agree, on text that the network has not learned from. Every
/// output that stands for itself gets a small logistic regression over its own value and the rules' answer, held near "change nothing"; then
/// a whole group is moved to where its F1 is best.
/// </summary>
internal static class Calibrator
{
    private const double Pull = 3;

    // Where rules are trusted, our own text must say clearly that they err: half of its lines are traps, and of what customers write few are.
    private const double RulePull = 20;
    private const double Trusted = 5;
    private const double Heard = 1.5;

    // The rules believe a danger anyway; what the model adds to them should not cry wolf.
    private const double SafetyRecall = 0.8;
    // Against one that is missed: a wrong yes agrees to something, a wrong no only turns the talk.
    private const double WrongYes = 3;
    private const double WrongNo = 1.5;
    private const int LongestReply = 12;
    private const double Softness = 0.5;
    private const int Steps = 400;
    private const double StepLength = 0.05;
    private static readonly Intent[] Answers = [Intent.DoneVenting, Intent.AcceptOffer, Intent.DeclineOffer];
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Calibrates a model.</summary>
    public static JointWeights Calibrate(JointWeights weights, IReadOnlyList<LabelledLine> kept, PlaybookSet playbooks)
    {
        var analyzer = new TextAnalyzer(LexiconSet.Default, new JointModel(weights));
        var seen = kept.Select(line => See(line, analyzer, playbooks)).ToList();
        var calibration = weights.Calibration.ToArray();
        foreach (var (group, trust) in new[] { (Abuse(), Trusted), (Irony(), Heard), (Replies(), Trusted), (Intents(), Heard), (Safety(), Trusted), (Others(), Trusted) }) SetSingles(seen, group, trust, calibration);
        var unasked = kept.Where(line => Length.Units(line.Text) <= LongestReply).Select(line => See(line with { Question = null }, analyzer, playbooks)).ToList();
        SetUnasked(unasked, Outputs.Intents + (int)Intent.Affirm, WrongYes, calibration);
        SetUnasked(unasked, Outputs.Intents + (int)Intent.Deny, WrongNo, calibration);
        SetSlope(seen, Outputs.Sentiment, 4, one => (int?)one.Line.Sentiment, calibration);
        SetSlope(seen, Outputs.Anger, Outputs.Levels, one => one.Line.Anger, calibration);
        return weights with { Calibration = calibration };
    }

    private static IEnumerable<int> Abuse() => Enum.GetValues<MessageFlag>().Where(flag => flag != MessageFlag.Sarcasm).Select(flag => Outputs.Flags + (int)flag);

    private static IEnumerable<int> Irony() => [Outputs.Flags + (int)MessageFlag.Sarcasm];

    private static IEnumerable<int> Replies() => Answers.Select(intent => Outputs.Intents + (int)intent);

    private static IEnumerable<int> Intents() => Enum.GetValues<Intent>().Except(Answers).Except([Intent.Affirm, Intent.Deny]).Select(intent => Outputs.Intents + (int)intent);

    private static IEnumerable<int> Safety() => TriggerReader.Judged.Where(trigger => trigger <= Trigger.ThreatOrExtortion).Select(trigger => Outputs.Triggers + (int)trigger);

    private static IEnumerable<int> Others() => TriggerReader.Judged.Where(trigger => trigger > Trigger.ThreatOrExtortion).Select(trigger => Outputs.Triggers + (int)trigger);

    private static Seen See(LabelledLine line, TextAnalyzer analyzer, PlaybookSet playbooks)
    {
        var playbook = line.Places is { Count: > 0 } places ? places[0][..places[0].IndexOf('/')] : null;
        var message = analyzer.Hear(new AnalysisRequest(line.Text, Now, playbook is null ? playbooks.All : [playbooks[playbook]]) { Question = line.Question });
        var rules = new HashSet<int>();
        var tone = ToneReader.Read(message.Cues, message.Marks, isStatement: false);
        foreach (var flag in HeatReader.Read(message.Cues, message.Marks, tone).Flags) rules.Add(Outputs.Flags + (int)flag);
        var intents = IntentReader.ByRules(message).ToArray();
        foreach (var intent in intents) rules.Add(Outputs.Intents + (int)intent);
        foreach (var trigger in TriggerReader.Judged)
            if (TriggerReader.ByRules(message, trigger, intents) is not null) rules.Add(Outputs.Triggers + (int)trigger);
        return new Seen(line, message.Judged!.Outputs, rules);
    }

    private static bool? Label(LabelledLine line, int output) =>
        output >= Outputs.Triggers ? line.Triggers?.Contains((Trigger)(output - Outputs.Triggers))
        : output >= Outputs.Intents ? line.Judges((Intent)(output - Outputs.Intents)) ? line.Intents!.Contains((Intent)(output - Outputs.Intents)) : null
        : line.Flags?.Contains((MessageFlag)(output - Outputs.Flags));

    private static void SetSingles(List<Seen> seen, IEnumerable<int> group, double trust, float[] calibration)
    {
        var decided = new List<(double Value, bool Right)>();
        int[] outputs = [.. group];
        foreach (var output in outputs)
        {
            var cases = seen.Where(one => Label(one.Line, output) is not null).Select(one => ((double)one.Outputs[output], one.Rules.Contains(output), Label(one.Line, output)!.Value)).ToList();
            var (slope, offset, rule) = Fit(cases, trust);
            (calibration[3 * output], calibration[3 * output + 1], calibration[3 * output + 2]) = ((float)slope, (float)offset, (float)rule);
            decided.AddRange(cases.Select(one => (Value(one.Item1 * slope + offset, one.Item2, rule), one.Item3)));
        }
        var shift = (float)BestShift(decided, outputs[0] == Outputs.Triggers ? SafetyRecall : 1);
        foreach (var output in outputs) calibration[3 * output + 1] += shift;
    }

    private static double Value(double value, bool says, double rule) => says ? Math.Max(value, -Judgement.Veto) + rule : value;

    private static (double Slope, double Offset, double Rule) Fit(List<(double Value, bool Rule, bool Right)> cases, double trust)
    {
        double slope = 1, offset = 0, rule = trust;
        for (var step = 0; step < Steps; step++)
        {
            double bySlope = Pull * (slope - 1), byOffset = Pull * offset, byRule = (trust == Trusted ? RulePull : Pull) * (rule - trust);
            foreach (var (value, says, right) in cases)
            {
                var slip = 1 / (1 + Math.Exp(-Value(value * slope + offset, says, rule))) - (right ? 1 : 0);
                if (says) byRule += slip;
                if (says && value * slope + offset < -Judgement.Veto) continue;
                bySlope += slip * value * 0.2;
                byOffset += slip;
            }
            var length = StepLength / (1 + step / 100.0);
            slope = Math.Clamp(slope - length * Math.Clamp(bySlope, -1, 1), 0.3, 2);
            offset -= length * Math.Clamp(byOffset, -1, 1);
            rule = Math.Max(0, rule - length * Math.Clamp(byRule, -1, 1));
        }
        return (slope, offset, rule);
    }

    // The model is heard on yes and no only where nothing was asked, so every short line is read so. It has one bar where the rules see the word, and another where they do not.
    private static void SetUnasked(List<Seen> seen, int output, double weight, float[] calibration)
    {
        var cases = seen.Where(one => Label(one.Line, output) is not null).Select(one => ((double)one.Outputs[output], one.Rules.Contains(output), Label(one.Line, output)!.Value)).ToList();
        double missed = 1.0 / cases.Count(one => one.Item3), wrong = weight / cases.Count(one => !one.Item3);
        var unseen = BestBar([.. cases.Where(one => !one.Item2)], missed, wrong);
        var seenToo = Math.Min(unseen, BestBar([.. cases.Where(one => one.Item2)], missed, wrong));
        (calibration[3 * output], calibration[3 * output + 1], calibration[3 * output + 2]) = (1, (float)-unseen, (float)(unseen - seenToo));
    }

    // Each case counts softly, so that the bar does not hang on a single one.
    private static double BestBar(List<(double Value, bool Rule, bool Right)> cases, double missed, double wrong)
    {
        double best = 0, least = double.MaxValue;
        for (var bar = 3.0; bar >= -6; bar -= 0.1)
        {
            var cost = cases.Sum(one => (one.Right ? missed : wrong) / (1 + Math.Exp((one.Right ? one.Value - bar : bar - one.Value) / Softness)));
            if (cost < least) (best, least) = (bar, cost);
        }
        return best;
    }

    // Nothing is moved without a gain.
    private static double BestShift(List<(double Value, bool Right)> decided, double recall)
    {
        double best = 0, bestF1 = Gain(decided, 0, recall);
        for (var shift = -1.5; shift <= 1.5; shift += 0.1)
            if (Gain(decided, shift, recall) is var f1 && f1 > bestF1 + 1e-3) (best, bestF1) = (shift, f1);
        return best;
    }

    private static double Gain(List<(double Value, bool Right)> decided, double shift, double recall)
    {
        int both = 0, given = 0, expected = 0;
        foreach (var (value, right) in decided)
        {
            var says = value + shift > 0;
            if (says) given++;
            if (right) expected++;
            if (says && right) both++;
        }
        var weight = recall * recall;
        return given + expected == 0 ? 0 : (1 + weight) * both / (given + weight * expected);
    }

    private static void SetSlope(List<Seen> seen, int first, int count, Func<Seen, int?> right, float[] calibration)
    {
        double best = double.MaxValue;
        var bestSlope = 1f;
        for (var slope = 0.3f; slope <= 1.6f; slope += 0.05f)
        {
            var loss = seen.Where(one => right(one) is not null).Sum(one => Loss(one.Outputs.AsSpan(first, count), right(one)!.Value, slope));
            if (loss < best) (best, bestSlope) = (loss, slope);
        }
        for (var output = first; output < first + count; output++) calibration[3 * output] = bestSlope;
    }

    private static double Loss(ReadOnlySpan<float> outputs, int right, float slope)
    {
        double sum = 0;
        foreach (var output in outputs) sum += Math.Exp((output - outputs[right]) * slope);
        return Math.Log(sum);
    }

    private sealed record Seen(LabelledLine Line, float[] Outputs, HashSet<int> Rules);
}

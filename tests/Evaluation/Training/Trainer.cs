using System.Runtime.Intrinsics;
using ComplaintBot.Dialogs.Language.Models;

namespace ComplaintBot.Evaluation.Training;

/// <summary>Trains a network, one example at a time, with steps that shrink where much was learned already (AdaGrad). The same examples and settings always give the same network.</summary>
internal sealed class Trainer
{
    private const float Ground = 1e-6f;
    private readonly TrainingSettings settings;
    private readonly Random random;
    private readonly Network network;
    private readonly float[] rowPast;
    private readonly float[] innerPast;
    private readonly float[] innerBiasPast;
    private readonly float[] outerPast;
    private readonly float[] outerBiasPast;
    private readonly float[] joined;
    private readonly float[] joinedSlope;
    private readonly float[] sumSlope;
    private readonly float[] pre;
    private readonly float[] slopes;
    private readonly List<int> active = [];
    private int gramCount;
    private float gramScale;
    private float progress;

    private Trainer(int rows, int outputs, TrainingSettings settings)
    {
        this.settings = settings;
        random = new Random(settings.Seed);
        network = new Network(rows, settings.Width, settings.Hidden, outputs, random);
        (rowPast, innerPast, innerBiasPast) = (new float[rows], new float[network.Inner.Length], new float[network.InnerBias.Length]);
        (outerPast, outerBiasPast) = (new float[network.Outer.Length], new float[outputs]);
        (joined, joinedSlope) = (new float[settings.Width + settings.Hidden], new float[settings.Width + settings.Hidden]);
        (sumSlope, pre, slopes) = (new float[settings.Width], new float[settings.Hidden], new float[outputs]);
    }

    /// <summary>Trains.</summary>
    /// <param name="examples">What to learn from, with rows.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="outputs">Number of outputs.</param>
    /// <param name="settings">How.</param>
    /// <param name="told">Is told the mean loss of each round.</param>
    public static Network Train(IReadOnlyList<Example> examples, int rows, int outputs, TrainingSettings settings, Action<int, double>? told = null)
    {
        var trainer = new Trainer(rows, outputs, settings);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        Network? mean = null;
        var averaged = 0;
        for (var round = 0; round < settings.Rounds; round++)
        {
            trainer.random.Shuffle(order);
            double loss = 0;
            for (var at = 0; at < order.Length; at++)
            {
                trainer.progress = (round + (float)at / order.Length) / settings.Rounds;
                loss += trainer.Step(examples[order[at]]);
            }
            told?.Invoke(round, loss / Math.Max(1, order.Length));
            if (round < settings.Rounds * (1 - settings.Averaged)) continue;
            if (mean is null) mean = trainer.network.Copy();
            else mean.Average(trainer.network, averaged);
            averaged++;
        }
        return mean ?? trainer.network;
    }

    private double Step(Example example)
    {
        Sum(example);
        RunHidden();
        Array.Clear(joinedSlope);
        double loss = 0;
        foreach (var target in example.Targets) loss += Learn(target);
        LearnHidden();
        LearnRows();
        return loss;
    }

    private void Sum(Example example)
    {
        active.Clear();
        foreach (var row in example.Grams)
            if (random.NextSingle() >= settings.GramLoss) active.Add(row);
        gramCount = active.Count;
        gramScale = JointModel.GramScale(gramCount / (1 - settings.GramLoss)) / (1 - settings.GramLoss);
        foreach (var row in example.Signs)
            if (random.NextSingle() >= settings.SignLoss) active.Add(row);
        var sum = joined.AsSpan(0, settings.Width);
        sum.Clear();
        for (var at = 0; at < active.Count; at++) Network.AddTimes(Row(active[at]), Scale(at), sum);
    }

    private float Scale(int at) => at < gramCount ? gramScale : JointModel.SignScale / (1 - settings.SignLoss);

    private Span<float> Row(int row) => network.Rows.AsSpan(row * settings.Width, settings.Width);

    private void RunHidden()
    {
        for (var unit = 0; unit < settings.Hidden; unit++)
        {
            pre[unit] = random.NextSingle() < settings.HiddenLoss ? 0 : Math.Max(0, network.InnerBias[unit] + Network.Dot(network.Inner.AsSpan(unit * settings.Width, settings.Width), joined.AsSpan(0, settings.Width)));
            joined[settings.Width + unit] = pre[unit] / (1 - settings.HiddenLoss);
        }
    }

    private double Learn(Target target)
    {
        var line = joined.Length;
        var most = float.NegativeInfinity;
        for (var at = 0; at < target.Count; at++)
        {
            var output = target.First + at;
            slopes[at] = network.OuterBias[output] + Network.Dot(network.Outer.AsSpan(output * line, line), joined);
            most = Math.Max(most, slopes[at]);
        }
        var loss = target.Count == 1 ? Single(target.Right) : Exclusive(target.Count, target.Right, most);
        for (var at = 0; at < target.Count; at++)
        {
            var slope = slopes[at] * target.Weight;
            if (Math.Abs(slope) < 1e-4f) continue;
            var output = target.First + at;
            var weights = network.Outer.AsSpan(output * line, line);
            Network.AddTimes(weights, slope, joinedSlope);
            Descend(weights, joined, slope, outerPast.AsSpan(output * line, line));
            Descend(ref network.OuterBias[output], slope, ref outerBiasPast[output]);
        }
        return loss * target.Weight;
    }

    private double Single(int right)
    {
        var chance = 1 / (1 + MathF.Exp(-slopes[0]));
        slopes[0] = chance - right;
        return -Math.Log(Math.Max(1e-7, right == 1 ? chance : 1 - chance));
    }

    private double Exclusive(int count, int right, float most)
    {
        var sum = 0f;
        for (var at = 0; at < count; at++) sum += slopes[at] = MathF.Exp(slopes[at] - most);
        for (var at = 0; at < count; at++) slopes[at] /= sum;
        var loss = -Math.Log(Math.Max(1e-7, slopes[right]));
        slopes[right] -= 1;
        return loss;
    }

    private void LearnHidden()
    {
        joinedSlope.AsSpan(0, settings.Width).CopyTo(sumSlope);
        for (var unit = 0; unit < settings.Hidden; unit++)
        {
            if (pre[unit] <= 0) continue;
            var slope = joinedSlope[settings.Width + unit] / (1 - settings.HiddenLoss);
            var weights = network.Inner.AsSpan(unit * settings.Width, settings.Width);
            Network.AddTimes(weights, slope, sumSlope);
            Descend(weights, joined.AsSpan(0, settings.Width), slope, innerPast.AsSpan(unit * settings.Width, settings.Width));
            Descend(ref network.InnerBias[unit], slope, ref innerBiasPast[unit]);
        }
    }

    private void LearnRows()
    {
        var square = Network.Dot(sumSlope, sumSlope) / settings.Width;
        if (square == 0) return;
        for (var at = 0; at < active.Count; at++)
        {
            var scale = Scale(at);
            ref var past = ref rowPast[active[at]];
            past += square * scale * scale;
            Network.AddTimes(sumSlope, -settings.RowStep * (1 - progress) * scale / MathF.Sqrt(past + Ground), Row(active[at]));
        }
    }

    private void Descend(Span<float> weights, ReadOnlySpan<float> values, float slope, Span<float> past)
    {
        var (step, ground, slopes) = (Vector256.Create(settings.LayerStep * (1 - progress)), Vector256.Create(Ground), Vector256.Create(slope));
        for (var at = 0; at + 8 <= weights.Length; at += 8)
        {
            var own = slopes * Vector256.Create(values[at..]);
            var sum = Vector256.Create<float>(past[at..]) + own * own;
            sum.CopyTo(past[at..]);
            (Vector256.Create<float>(weights[at..]) - step * own / Vector256.Sqrt(sum + ground)).CopyTo(weights[at..]);
        }
    }

    private void Descend(ref float weight, float slope, ref float past)
    {
        past += slope * slope;
        weight -= settings.LayerStep * (1 - progress) * slope / MathF.Sqrt(past + Ground);
    }
}

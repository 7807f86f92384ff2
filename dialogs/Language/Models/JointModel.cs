using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ComplaintBot.Dialogs.Language.Models;

/// <summary>
/// One small network that judges tone, anger, flags, intents, triggers and category together. The rows of what a message holds are
/// summed; the outputs are linear in the sum and in a layer of hidden units over it. Immutable and safe to share.
/// </summary>
internal sealed class JointModel
{
    /// <summary>What the rows of signs are multiplied with: they are few, and would drown the words.</summary>
    public const float SignScale = 0.15f;

    // As many rows as stay near by while each column of them is added.
    private const int Batch = 64;

    private const int Remembered = 256;

    private static readonly Lazy<JointModel?> Shipped = new(Load);
    private readonly JointWeights weights;
    private readonly KeyTable table;

    /// <summary>A model of given weights.</summary>
    public JointModel(JointWeights weights)
    {
        this.weights = weights;
        table = new KeyTable(weights.Keys);
    }

    /// <summary>The model that ships with the dialogs, read on first use; null when none was shipped.</summary>
    public static JointModel? Default => Shipped.Value;

    /// <summary>What the outputs mean.</summary>
    public Outputs Outputs => weights.Outputs;

    /// <summary>How much more likely an output is, in its own units, when the rules say so too.</summary>
    public float RuleWeight(int output) => weights.Calibration[3 * output + 2];

    /// <summary>What the rows of grams are multiplied with when there are that many.</summary>
    public static float GramScale(float count) => count <= 0 ? 0 : 2 / MathF.Sqrt(count);

    /// <summary>Weighs a message.</summary>
    /// <param name="grams">What stands in its text.</param>
    /// <param name="signs">What is said of it as a whole.</param>
    public Judged Judge(ReadOnlySpan<Feature> grams, ReadOnlySpan<Feature> signs)
    {
        Span<float> sum = stackalloc float[weights.Width];
        sum.Clear();
        var gramScale = Sum(grams, sum);
        Sum(signs, sum, SignScale);
        Span<float> hidden = stackalloc float[weights.Hidden];
        var active = 0UL;
        for (var unit = 0; unit < hidden.Length; unit++)
        {
            hidden[unit] = Math.Max(0, weights.InnerBias[unit] + Dot(weights.Inner.AsSpan(unit * weights.Width, weights.Width), sum));
            if (hidden[unit] > 0) active |= 1UL << unit;
        }
        var outputs = new float[Outputs.Count];
        var line = weights.Width + weights.Hidden;
        for (var output = 0; output < outputs.Length; output++)
        {
            var raw = weights.OuterBias[output] + Dot(weights.Outer.AsSpan(output * line, weights.Width), sum) + Dot(weights.Outer.AsSpan(output * line + weights.Width, weights.Hidden), hidden);
            outputs[output] = raw * weights.Calibration[3 * output] + weights.Calibration[3 * output + 1];
        }
        return new Judged(this, outputs, active, gramScale);
    }

    /// <summary>Weighs a part of a message by its words alone.</summary>
    /// <param name="text">The normalized text of the part.</param>
    public Judged JudgeWords(ReadOnlySpan<char> text)
    {
        var grams = new FeatureList(64 + 8 * text.Length);
        GramReader.Read(text, ref grams);
        var judged = Judge(grams.All, []);
        grams.Dispose();
        return judged;
    }

    /// <summary>How much each gram of a message speaks for an output: what the output would lose without it.</summary>
    /// <param name="judged">What <see cref="Judge"/> made of the message.</param>
    /// <param name="output">The output.</param>
    /// <param name="grams">The message's grams.</param>
    /// <param name="shares">Takes one number a gram.</param>
    public void Explain(Judged judged, int output, ReadOnlySpan<Feature> grams, Span<float> shares)
    {
        var line = weights.Width + weights.Hidden;
        var slope = weights.Outer.AsSpan(output * line, weights.Width).ToArray();
        for (var unit = 0; unit < weights.Hidden; unit++)
            if ((judged.Active >> unit & 1) != 0) AddTimes(weights.Inner.AsSpan(unit * weights.Width, weights.Width), weights.Outer[output * line + weights.Width + unit], slope);

        // Rows that came a moment ago: who says one thing over and over must not cost more than who tells a story.
        Span<int> rows = stackalloc int[Remembered];
        Span<float> known = stackalloc float[Remembered];
        rows.Fill(-1);
        for (var at = 0; at < grams.Length; at++)
        {
            var row = table.Find(grams[at].Key);
            var place = row & Remembered - 1;
            if (row >= 0 && rows[place] != row) (rows[place], known[place]) = (row, Dot(row, slope) * judged.GramScale);
            shares[at] = row >= 0 ? known[place] : 0;
        }
    }

    // Each feature is looked up once: how many are known must be known before the first is added.
    private float Sum(ReadOnlySpan<Feature> grams, Span<float> sum)
    {
        var rented = ArrayPool<int>.Shared.Rent(grams.Length);
        var known = 0;
        foreach (var gram in grams)
            if (table.Find(gram.Key) is >= 0 and var row) rented[known++] = row;
        var scale = GramScale(known);
        for (var first = 0; first < known; first += Batch) AddRows(rented.AsSpan(first, Math.Min(Batch, known - first)), scale, sum);
        ArrayPool<int>.Shared.Return(rented);
        return scale;
    }

    private void Sum(ReadOnlySpan<Feature> signs, Span<float> sum, float scale)
    {
        foreach (var sign in signs)
            if (table.Find(sign.Key) is >= 0 and var row) AddRows([row], scale, sum);
    }

    // Sixteen columns at a time, so that their sums need not go to the memory and back for each row.
    private void AddRows(ReadOnlySpan<int> rows, float scale, Span<float> sum)
    {
        Span<float> factors = stackalloc float[Batch];
        for (var at = 0; at < rows.Length; at++) factors[at] = weights.Scales[rows[at]] * scale;
        for (var column = 0; column < sum.Length; column += 16)
        {
            var (low, high) = (Vector256.Create<float>(sum[column..]), Vector256.Create<float>(sum[(column + 8)..]));
            for (var at = 0; at < rows.Length; at++)
            {
                var (lower, upper) = Sixteen(rows[at], column);
                var factor = Vector256.Create(factors[at]);
                low = lower * factor + low;
                high = upper * factor + high;
            }
            low.CopyTo(sum[column..]);
            high.CopyTo(sum[(column + 8)..]);
        }
    }

    private static float Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var sum = Vector256<float>.Zero;
        for (var at = 0; at + 8 <= one.Length; at += 8) sum += Vector256.Create(one[at..]) * Vector256.Create(other[at..]);
        return Vector256.Sum(sum);
    }

    private float Dot(int row, ReadOnlySpan<float> other)
    {
        var sum = Vector256<float>.Zero;
        for (var column = 0; column < other.Length; column += 16)
        {
            var (lower, upper) = Sixteen(row, column);
            sum += lower * Vector256.Create(other[column..]);
            sum += upper * Vector256.Create(other[(column + 8)..]);
        }
        return Vector256.Sum(sum) * weights.Scales[row];
    }

    // Sixteen columns of a row, before they are multiplied with its scale.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (Vector256<float> Lower, Vector256<float> Upper) Sixteen(int row, int column)
    {
        var wide = Vector256.WidenLower(Vector128.Create<sbyte>(weights.Rows.AsSpan(row * weights.Width + column, 16)).ToVector256());
        return (Vector256.ConvertToSingle(Vector256.WidenLower(wide)), Vector256.ConvertToSingle(Vector256.WidenUpper(wide)));
    }

    private static void AddTimes(ReadOnlySpan<float> line, float factor, Span<float> into)
    {
        for (var at = 0; at < line.Length; at++) into[at] += factor * line[at];
    }

    private static JointModel? Load()
    {
        using var stream = typeof(JointModel).Assembly.GetManifestResourceStream("Models.joint.bin");
        return stream is null ? null : new JointModel(ModelReader.Read("joint.bin", stream));
    }
}

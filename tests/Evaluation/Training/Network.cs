using System.Runtime.Intrinsics;

namespace ComplaintBot.Evaluation.Training;

/// <summary>The numbers that are trained: the same network as the shipped one, in full precision.</summary>
internal sealed class Network
{
    /// <summary>Makes a network with small random rows.</summary>
    public Network(int rows, int width, int hidden, int outputs, Random random)
    {
        (Width, Hidden, Count) = (width, hidden, outputs);
        Rows = Noise(rows * width, 0.5f / width, random);
        Inner = Noise(hidden * width, MathF.Sqrt(3f / width), random);
        InnerBias = new float[hidden];
        Outer = Noise(outputs * (width + hidden), MathF.Sqrt(1f / width), random);
        OuterBias = new float[outputs];
    }

    private Network(Network other)
    {
        (Width, Hidden, Count) = (other.Width, other.Hidden, other.Count);
        (Rows, Inner, InnerBias, Outer, OuterBias) = ([.. other.Rows], [.. other.Inner], [.. other.InnerBias], [.. other.Outer], [.. other.OuterBias]);
    }

    private Network(int width, int hidden, int outputs, int rows)
    {
        (Width, Hidden, Count) = (width, hidden, outputs);
        (Rows, Inner, InnerBias) = (new float[rows * width], new float[hidden * width], new float[hidden]);
        (Outer, OuterBias) = (new float[outputs * (width + hidden)], new float[outputs]);
    }

    public int Width { get; }

    public int Hidden { get; }

    /// <summary>Number of outputs.</summary>
    public int Count { get; }

    public float[] Rows { get; }

    public float[] Inner { get; }

    public float[] InnerBias { get; }

    public float[] Outer { get; }

    public float[] OuterBias { get; }

    public Network Copy() => new(this);

    /// <summary>Makes this the mean of what it was, <paramref name="soFar"/> networks, and one more.</summary>
    public void Average(Network other, int soFar)
    {
        foreach (var (mean, one) in new[] { (Rows, other.Rows), (Inner, other.Inner), (InnerBias, other.InnerBias), (Outer, other.Outer), (OuterBias, other.OuterBias) })
            for (var at = 0; at < mean.Length; at++) mean[at] += (one[at] - mean[at]) / (soFar + 1);
    }

    /// <summary>One network whose outputs are the means of the outputs of several that were trained alike.</summary>
    public static Network Join(IReadOnlyList<Network> parts)
    {
        var (width, hidden, count) = (parts[0].Width, parts[0].Hidden, parts[0].Count);
        var rows = parts[0].Rows.Length / width;
        var joined = new Network(parts.Count * width, parts.Count * hidden, count, rows);
        var line = joined.Width + joined.Hidden;
        foreach (var (index, part) in parts.Index())
        {
            for (var row = 0; row < rows; row++) part.Rows.AsSpan(row * width, width).CopyTo(joined.Rows.AsSpan(row * joined.Width + index * width));
            for (var unit = 0; unit < hidden; unit++) part.Inner.AsSpan(unit * width, width).CopyTo(joined.Inner.AsSpan((index * hidden + unit) * joined.Width + index * width));
            part.InnerBias.CopyTo(joined.InnerBias, index * hidden);
            for (var output = 0; output < count; output++)
            {
                var own = part.Outer.AsSpan(output * (width + hidden), width + hidden);
                for (var at = 0; at < width; at++) joined.Outer[output * line + index * width + at] = own[at] / parts.Count;
                for (var at = 0; at < hidden; at++) joined.Outer[output * line + joined.Width + index * hidden + at] = own[width + at] / parts.Count;
                joined.OuterBias[output] += part.OuterBias[output] / parts.Count;
            }
        }
        return joined;
    }

    /// <summary>The sum of products of two lines; a multiple of 8 long.</summary>
    public static float Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var sum = Vector256<float>.Zero;
        for (var at = 0; at + 8 <= one.Length; at += 8) sum += Vector256.Create(one[at..]) * Vector256.Create(other[at..]);
        return Vector256.Sum(sum);
    }

    /// <summary>Adds a line times a factor.</summary>
    public static void AddTimes(ReadOnlySpan<float> line, float factor, Span<float> into)
    {
        var times = Vector256.Create(factor);
        for (var at = 0; at + 8 <= line.Length; at += 8) (Vector256.Create<float>(into[at..]) + Vector256.Create(line[at..]) * times).CopyTo(into[at..]);
    }

    private static float[] Noise(int count, float reach, Random random)
    {
        var noise = new float[count];
        for (var at = 0; at < count; at++) noise[at] = (random.NextSingle() * 2 - 1) * reach;
        return noise;
    }
}

using System.Runtime.InteropServices;
using System.Text;
using ComplaintBot.Dialogs.Language.Models;

namespace ComplaintBot.Evaluation.Training;

/// <summary>Writes models; see <see cref="ModelReader"/> for the form.</summary>
internal static class ModelWriter
{
    private const float LargestByte = 127;

    /// <summary>The shipped form of a network: its rows in bytes, and of its outputs only the first ones.</summary>
    public static JointWeights Quantize(Network network, uint[] keys, Outputs outputs, float[] calibration)
    {
        var scales = new float[keys.Length];
        var rows = new sbyte[keys.Length * network.Width];
        for (var row = 0; row < keys.Length; row++)
        {
            var line = network.Rows.AsSpan(row * network.Width, network.Width);
            var largest = 0f;
            foreach (var value in line) largest = Math.Max(largest, Math.Abs(value));
            scales[row] = largest / LargestByte;
            for (var at = 0; at < line.Length && largest > 0; at++) rows[row * network.Width + at] = (sbyte)MathF.Round(line[at] / scales[row]);
        }
        return new JointWeights
        {
            Width = network.Width,
            Hidden = network.Hidden,
            Outputs = outputs,
            Keys = keys,
            Scales = scales,
            Rows = rows,
            Inner = network.Inner,
            InnerBias = network.InnerBias,
            Outer = network.Outer[..(outputs.Count * (network.Width + network.Hidden))],
            OuterBias = network.OuterBias[..outputs.Count],
            Calibration = calibration,
        };
    }

    /// <summary>A calibration that changes nothing.</summary>
    public static float[] Uncalibrated(Outputs outputs) => [.. Enumerable.Range(0, outputs.Count * 3).Select(at => at % 3 == 0 ? 1f : 0f)];

    /// <summary>The bytes of a model file.</summary>
    public static byte[] Write(JointWeights weights)
    {
        using var stream = new MemoryStream();
        Put(stream, [ModelReader.Signature, (uint)weights.Width, (uint)weights.Hidden, (uint)weights.Keys.Length]);
        var names = Encoding.UTF8.GetBytes(string.Join('\n', [.. Outputs.FixedNames, .. weights.Outputs.Places]));
        Put(stream, [names.Length]);
        Put(stream, names);
        Put(stream, weights.Keys);
        Put(stream, weights.Scales);
        Put(stream, weights.Rows);
        foreach (var part in new[] { weights.Inner, weights.InnerBias, weights.Outer, weights.OuterBias, weights.Calibration }) Put(stream, part);
        Put(stream, [ModelReader.CheckSum(stream.ToArray())]);
        return stream.ToArray();
    }

    private static void Put<T>(MemoryStream stream, T[] values) where T : unmanaged => stream.Write(MemoryMarshal.AsBytes(values.AsSpan()));
}

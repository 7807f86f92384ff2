using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace ComplaintBot.Dialogs.Language.Models;

/// <summary>
/// Reads a model file: the signature <c>CBM1</c>, the sizes, the names of the outputs, then the numbers of <see cref="JointWeights"/> in
/// the order of its members, little-endian, and a check sum of all before it.
/// </summary>
internal static class ModelReader
{
    /// <summary>What the file begins with.</summary>
    public const uint Signature = 0x314D4243;

    private const int MostUnits = 64;
    private const int LargestFile = 8 << 20;

    /// <summary>Reads a model.</summary>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="stream">The file, at most 8 MB.</param>
    /// <exception cref="FormatException">The file is cut off, damaged, or trained for another vocabulary.</exception>
    public static JointWeights Read(string name, Stream stream)
    {
        using var memory = new MemoryStream(stream.CanSeek ? (int)Math.Min(stream.Length, LargestFile) : 0);
        stream.CopyTo(memory);
        if (memory.Length is < 8 or > LargestFile) throw new FormatException($"{name} has {memory.Length} bytes, which no model has.");
        var bytes = memory.GetBuffer().AsSpan(0, (int)memory.Length);
        if (MemoryMarshal.Read<uint>(bytes) != Signature) throw new FormatException($"{name} is no model of this version.");
        if (MemoryMarshal.Read<uint>(bytes[^4..]) != CheckSum(bytes[..^4])) throw new FormatException($"{name} is damaged: its check sum does not fit.");
        try
        {
            var at = new Cursor(bytes[4..^4]);
            return Read(name, ref at);
        }
        catch (Exception failure) when (failure is ArgumentException or OverflowException)
        {
            throw new FormatException($"{name} is cut off or holds impossible sizes.", failure);
        }
    }

    /// <summary>The check sum at the end of a file: FNV-1a over 32-bit words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static uint CheckSum(ReadOnlySpan<byte> bytes)
    {
        var sum = 2166136261u;
        foreach (var word in MemoryMarshal.Cast<byte, uint>(bytes[..(bytes.Length / 4 * 4)])) sum = (sum ^ word) * 16777619u;
        foreach (var rest in bytes[(bytes.Length / 4 * 4)..]) sum = (sum ^ rest) * 16777619u;
        return sum;
    }

    private static JointWeights Read(string name, ref Cursor at)
    {
        int width = at.Number(), hidden = at.Number(), rows = at.Number();
        if (width is <= 0 or > MostUnits || width % 16 != 0 || hidden is < 0 or > MostUnits || hidden % 8 != 0)
            throw new FormatException($"{name} has lines of {width} and {hidden}: at most {MostUnits}, and 16 and 8 must divide them.");
        var names = at.Text().Split('\n');
        string[] known = [.. Outputs.FixedNames];
        if (!names.AsSpan().StartsWith(known)) throw new FormatException($"{name} was trained for another vocabulary: train it again.");
        var outputs = new Outputs(names[known.Length..]);
        var weights = new JointWeights
        {
            Width = width,
            Hidden = hidden,
            Outputs = outputs,
            Keys = at.Take<uint>(rows),
            Scales = at.Take<float>(rows),
            Rows = at.Take<sbyte>(checked(rows * width)),
            Inner = at.Take<float>(hidden * width),
            InnerBias = at.Take<float>(hidden),
            Outer = at.Take<float>(outputs.Count * (width + hidden)),
            OuterBias = at.Take<float>(outputs.Count),
            Calibration = at.Take<float>(outputs.Count * 3),
        };
        return at.IsAtEnd ? weights : throw new FormatException($"{name} has more bytes than its sizes say.");
    }

    private ref struct Cursor(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> rest = bytes;

        public readonly bool IsAtEnd => rest.IsEmpty;

        public int Number() => Take<int>(1)[0];

        public string Text() => Encoding.UTF8.GetString(Take<byte>(Number()));

        public T[] Take<T>(int count) where T : unmanaged
        {
            var size = checked(count * System.Runtime.CompilerServices.Unsafe.SizeOf<T>());
            var taken = MemoryMarshal.Cast<byte, T>(rest[..size]).ToArray();
            rest = rest[size..];
            return taken;
        }
    }
}

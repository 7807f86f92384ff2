using System.Buffers;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Phrases;

/// <summary>Reads and writes the marks of what was said as one piece of base64.</summary>
internal sealed class SaidConverter : JsonConverter<IReadOnlyList<uint>>
{
    private const string CutOff = "A mark of what was said is cut off.";
    private const int LettersOfMark = 5;
    private const int Room = 8;

    /// <inheritdoc/>
    public override IReadOnlyList<uint> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException("What was said is one piece of base64.");
        if (reader.ValueIsEscaped || reader.HasValueSequence) return Marks(reader.GetBytesFromBase64());
        var said = new List<uint>(reader.ValueSpan.Length / LettersOfMark + Room);
        CollectionsMarshal.SetCount(said, said.Capacity);
        var marks = MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(said));
        if (Base64.DecodeFromUtf8(reader.ValueSpan, marks, out _, out var length) != OperationStatus.Done) throw new JsonException("What was said is no base64.");
        if (length % sizeof(uint) != 0) throw new JsonException(CutOff);
        CollectionsMarshal.SetCount(said, length / sizeof(uint));
        return said;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<uint> value, JsonSerializerOptions options) =>
        writer.WriteBase64StringValue(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(value as List<uint> ?? [.. value])));

    private static List<uint> Marks(ReadOnlySpan<byte> bytes) =>
        bytes.Length % sizeof(uint) == 0 ? [.. MemoryMarshal.Cast<byte, uint>(bytes)] : throw new JsonException(CutOff);
}

using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Phrases;

/// <summary>Reads and writes the marks of what was said as one piece of base64.</summary>
internal sealed class SaidConverter : JsonConverter<IReadOnlyList<uint>>
{
    /// <inheritdoc/>
    public override IReadOnlyList<uint> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException("What was said is one piece of base64.");
        var bytes = reader.GetBytesFromBase64();
        if (bytes.Length % sizeof(uint) != 0) throw new JsonException("A mark of what was said is cut off.");
        var said = new List<uint>(bytes.Length / sizeof(uint) + 8);
        said.AddRange(MemoryMarshal.Cast<byte, uint>(bytes));
        return said;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<uint> value, JsonSerializerOptions options) =>
        writer.WriteBase64StringValue(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(value as List<uint> ?? [.. value])));
}

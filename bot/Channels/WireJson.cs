using System.Text;
using System.Text.Json;
using ComplaintBot.Turns;

namespace ComplaintBot.Channels;

/// <summary>Reads JSON of others without trusting it: what is missing or of another kind is null.</summary>
internal static class WireJson
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The object a body holds; null when it holds none.</summary>
    public static JsonElement? Object(ReadOnlySpan<byte> body)
    {
        try
        {
            var text = Strict.GetString(body.StartsWith("\uFEFF"u8) ? body[3..] : body);
            using var document = JsonDocument.Parse(HalfCharacters.Mend(text));
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (Exception wrong) when (wrong is JsonException or DecoderFallbackException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A member that is an object.</summary>
    public static JsonElement? Object(this JsonElement json, string name) => json.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Object ? member : null;

    /// <summary>A member that is a list; its objects.</summary>
    public static IEnumerable<JsonElement> Objects(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Array ? member.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Object) : [];

    /// <summary>A member that is a text.</summary>
    public static string? Text(this JsonElement json, string name) => json.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    /// <summary>A member that is a whole number.</summary>
    public static long? Number(this JsonElement json, string name) => json.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Number && member.TryGetInt64(out var number) ? number : null;

    /// <summary>A member that is a number.</summary>
    public static double? Fraction(this JsonElement json, string name) => json.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Number && member.TryGetDouble(out var number) ? number : null;

    /// <summary>Whether a member is true.</summary>
    public static bool IsTrue(this JsonElement json, string name) => json.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.True;

    /// <summary>JSON bytes of our own: Chinese as it is, for some platforms show escapes literally.</summary>
    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, RelaxedJson.Options)) write(json);
        return buffer.ToArray();
    }

    /// <summary>A value of our own, as an activity carries it.</summary>
    public static JsonElement Element(Action<Utf8JsonWriter> write)
    {
        using var document = JsonDocument.Parse(Write(write));
        return document.RootElement.Clone();
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComplaintBot.Commands;

/// <summary>One line into <c>recognize</c>.</summary>
internal sealed record RecognizeInput(string? Type, string? Input, DateTime? ReferenceTime);

/// <summary>One line out of <c>recognize</c>.</summary>
internal sealed record RecognizeOutput(string Input, IReadOnlyList<RecognizedEntity> Results);

/// <summary>An entity; <c>end</c> is the place of its last character.</summary>
internal sealed record RecognizedEntity(string Text, int Start, int End, string Type, IReadOnlyDictionary<string, object?> Resolution);

/// <summary>What <c>recognize</c> reads and writes, generated at build time; one line each, Chinese unescaped. The names are those of the public specifications.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RecognizeInput))]
[JsonSerializable(typeof(RecognizeOutput))]
[JsonSerializable(typeof(List<IReadOnlyDictionary<string, object?>>))]
[JsonSerializable(typeof(Dictionary<string, object?>))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(double))]
internal sealed partial class RecognizeJson : JsonSerializerContext
{
    /// <summary>The context to use: with Chinese text unescaped.</summary>
    public static RecognizeJson Lines => Relaxed.Context;

    private static class Relaxed
    {
        internal static readonly RecognizeJson Context = new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}

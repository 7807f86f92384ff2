using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Runtime.Activities;

/// <summary>
/// The activity protocol as JSON, generated at build time. Use <see cref="Wire"/>: the generated <c>Default</c> escapes Chinese text,
/// which some channels show literally.
/// </summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(IReadOnlyList<Activity>))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(HeroCard))]
[JsonSerializable(typeof(ThumbnailCard))]
[JsonSerializable(typeof(JsonNode))]
public sealed partial class ActivityJson : JsonSerializerContext
{
    /// <summary>Camel case, no nulls, text unescaped where JSON allows it. Not for embedding in HTML.</summary>
    public static ActivityJson Wire => Relaxed.Context;

    /// <summary>Reads one activity.</summary>
    /// <param name="utf8">The JSON text.</param>
    /// <returns>The activity; its <see cref="Activity.Type"/> is null where the text has none.</returns>
    /// <exception cref="JsonException">The text is not JSON, is <c>null</c>, or a member has the wrong kind of value.</exception>
    public static Activity Read(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, Wire.Activity) ?? throw new JsonException("An activity is a JSON object, not null.");

    /// <summary>Writes one activity as UTF-8.</summary>
    /// <param name="activity">The activity.</param>
    public static byte[] Write(Activity activity) => JsonSerializer.SerializeToUtf8Bytes(activity, Wire.Activity);

    // A class of its own, because the generated half's Default is not yet there while this half's statics are made.
    private static class Relaxed
    {
        internal static readonly ActivityJson Context =
            new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}

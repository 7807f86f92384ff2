using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>The commands of the desk and the ticks of the clock as JSON. Use <see cref="Wire"/>.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    MaxDepth = 16)]
[JsonSerializable(typeof(DeskCommand))]
[JsonSerializable(typeof(ClockTick))]
[JsonSerializable(typeof(ApprovalNote))]
[JsonSerializable(typeof(PlatformNews))]
public sealed partial class DeskCommandJson : JsonSerializerContext
{
    /// <summary>Camel case, no nulls, <c>do</c> anywhere in the object, text unescaped where JSON allows it.</summary>
    public static DeskCommandJson Wire => Relaxed.Context;

    /// <summary>A command as the value of an activity.</summary>
    public static JsonElement ToElement(DeskCommand command) => JsonSerializer.SerializeToElement(command, Wire.DeskCommand);

    /// <summary>A tick as the value of an activity.</summary>
    public static JsonElement ToElement(ClockTick tick) => JsonSerializer.SerializeToElement(tick, Wire.ClockTick);

    /// <summary>What became of a request for a remedy, as the value of a note.</summary>
    public static JsonElement ToElement(ApprovalNote note) => JsonSerializer.SerializeToElement(note, Wire.ApprovalNote);

    /// <summary>What is known of people of a platform, as the value of an activity.</summary>
    public static JsonElement ToElement(PlatformNews news) => JsonSerializer.SerializeToElement(news, Wire.PlatformNews);

    /// <summary>Reads a command; null when it is none. Never throws, whatever stands there.</summary>
    public static DeskCommand? ReadCommand(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } element) return null;
        try
        {
            return element.Deserialize(Wire.DeskCommand);
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Reads what is known of people of a platform; null when it can't be read.</summary>
    public static PlatformNews? ReadNews(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } element) return null;
        try
        {
            return element.Deserialize(Wire.PlatformNews);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads a tick; what can't be read is a tick that knows nothing.</summary>
    public static ClockTick ReadTick(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } element) return new();
        try
        {
            return element.Deserialize(Wire.ClockTick) ?? new();
        }
        catch (JsonException)
        {
            return new();
        }
    }

    // A class of its own, because the generated half's Default is not yet there while this half's statics are made.
    private static class Relaxed
    {
        internal static readonly DeskCommandJson Context =
            new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}

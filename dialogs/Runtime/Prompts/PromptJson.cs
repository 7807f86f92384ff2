using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Runtime.Prompts;

/// <summary>How prompts are stored.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PromptState))]
internal sealed partial class PromptJson : JsonSerializerContext;

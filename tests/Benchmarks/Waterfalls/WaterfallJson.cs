using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Runtime;

namespace ComplaintBot.Benchmarks.Waterfalls;

/// <summary>How both waterfalls are stored: with the options of the product's own state.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(FloorState))]
[JsonSerializable(typeof(DialogStack))]
internal sealed partial class WaterfallJson : JsonSerializerContext
{
    public static WaterfallJson For(DialogSet dialogs) => new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new DialogStackConverter(dialogs) },
    });
}

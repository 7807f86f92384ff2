using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Runtime;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>The stored form of a conversation: source-generated, no type names in the data, defaults left out.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ConversationState))]
internal sealed partial class ConversationJson : JsonSerializerContext
{
    /// <summary>The context that can read and write the stack of these dialogs.</summary>
    public static ConversationJson For(DialogSet dialogs) => new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new DialogStackConverter(dialogs) },
    });
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Runtime;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>The stored form of a conversation: source-generated, no type names in the data, nulls and what follows from the rest left out. Zeros are written: the first member of an enum or a 0 may differ from what a fresh object has (priority 3, the long lane).</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(ConversationState))]
internal sealed partial class ConversationJson : JsonSerializerContext
{
    /// <summary>The context that can read and write the stack of these dialogs.</summary>
    public static ConversationJson For(DialogSet dialogs) => new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new ConversationConverter(dialogs) },
    });
}

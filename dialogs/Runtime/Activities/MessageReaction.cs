using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Runtime.Activities;

/// <summary>A reaction to a message.</summary>
public sealed class MessageReaction
{
    /// <summary>The channel's name of the reaction, such as <c>like</c>.</summary>
    public string? Type { get; set; }

    /// <summary>Members this model has no property for; they survive a round trip.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; set; }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Runtime.Activities;

/// <summary>A piece of metadata about an activity. Only the type is common to all; the rest is in <see cref="Extra"/>.</summary>
public sealed class Entity
{
    /// <summary>What the entity is, such as <c>mention</c> or <c>ClientCapabilities</c>.</summary>
    public string? Type { get; set; }

    /// <summary>All other members of the entity.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; set; }
}

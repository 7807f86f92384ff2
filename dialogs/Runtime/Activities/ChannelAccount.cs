using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Runtime.Activities;

/// <summary>A person or bot as its channel knows it.</summary>
public sealed class ChannelAccount
{
    /// <summary>The channel's id of the account; not unique across channels.</summary>
    public string? Id { get; set; }

    /// <summary>The name to show.</summary>
    public string? Name { get; set; }

    /// <summary>The account's object id in the customer's directory, where the channel gives one.</summary>
    public string? AadObjectId { get; set; }

    /// <summary>One of <see cref="RoleTypes"/>.</summary>
    public string? Role { get; set; }

    /// <summary>Members this model has no property for; they survive a round trip.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; set; }
}

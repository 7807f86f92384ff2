using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Runtime.Activities;

/// <summary>A conversation as its channel knows it.</summary>
public sealed class ConversationAccount
{
    /// <summary>The channel's id of the conversation.</summary>
    public string? Id { get; set; }

    /// <summary>The name to show.</summary>
    public string? Name { get; set; }

    /// <summary>Whether more than two take part.</summary>
    public bool? IsGroup { get; set; }

    /// <summary>The channel's word for the kind of conversation.</summary>
    public string? ConversationType { get; set; }

    /// <summary>The tenant the conversation belongs to.</summary>
    public string? TenantId { get; set; }

    /// <summary>The conversation's object id in the customer's directory.</summary>
    public string? AadObjectId { get; set; }

    /// <summary>One of <see cref="RoleTypes"/>.</summary>
    public string? Role { get; set; }

    /// <summary>Members this model has no property for; they survive a round trip.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; set; }
}

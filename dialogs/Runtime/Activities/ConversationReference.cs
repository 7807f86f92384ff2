using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Runtime.Activities;

/// <summary>A point in a conversation: enough to say something there later.</summary>
public sealed class ConversationReference
{
    /// <summary>The activity the reference was taken from.</summary>
    public string? ActivityId { get; set; }

    /// <summary>The customer's side.</summary>
    public ChannelAccount? User { get; set; }

    /// <summary>The bot's side.</summary>
    public ChannelAccount? Bot { get; set; }

    /// <summary>The conversation.</summary>
    public ConversationAccount? Conversation { get; set; }

    /// <summary>The channel's id, such as <c>directline</c>.</summary>
    public string? ChannelId { get; set; }

    /// <summary>Where answers are sent. It came from outside: check it against the allow-list before use.</summary>
    public string? ServiceUrl { get; set; }

    /// <summary>The customer's language tag, such as <c>zh-CN</c>.</summary>
    public string? Locale { get; set; }

    /// <summary>Members this model has no property for; they survive a round trip.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; set; }
}

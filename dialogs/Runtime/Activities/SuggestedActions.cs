using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Runtime.Activities;

/// <summary>Buttons offered with a message and gone after the next one.</summary>
public sealed class SuggestedActions
{
    /// <summary>Ids of those who see the buttons; nobody named means everybody.</summary>
    public IReadOnlyList<string>? To { get; set; }

    /// <summary>The buttons. Five or fewer work on most channels.</summary>
    public IReadOnlyList<CardAction>? Actions { get; set; }

    /// <summary>Members this model has no property for; they survive a round trip.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; set; }
}

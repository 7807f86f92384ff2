using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Runtime.Activities;

/// <summary>A button.</summary>
public sealed class CardAction
{
    /// <summary>One of <see cref="ActionTypes"/>.</summary>
    public string? Type { get; set; }

    /// <summary>What the button says.</summary>
    public string? Title { get; set; }

    /// <summary>The address of a picture on the button.</summary>
    public string? Image { get; set; }

    /// <summary>What the picture shows, for those who can't see it.</summary>
    public string? ImageAltText { get; set; }

    /// <summary>The text sent to the bot by a messageBack.</summary>
    public string? Text { get; set; }

    /// <summary>The text shown in the conversation when the button is pressed.</summary>
    public string? DisplayText { get; set; }

    /// <summary>What the button sends or opens: a <see cref="string"/>, or a <see cref="JsonElement"/> for anything else.</summary>
    [JsonConverter(typeof(TextOrJsonConverter))]
    public object? Value { get; set; }

    /// <summary>Data of the channel.</summary>
    public JsonElement? ChannelData { get; set; }

    /// <summary>Members this model has no property for; they survive a round trip.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; set; }

    /// <summary>A button that says its text for the customer, in sight of everybody.</summary>
    /// <param name="title">What the button says and sends.</param>
    public static CardAction ImBack(string title) => new() { Type = ActionTypes.ImBack, Title = title, Value = title };

    /// <summary>A button that opens an address.</summary>
    /// <param name="title">What the button says.</param>
    /// <param name="url">The address, as text because channels know schemes that <see cref="Uri"/> would rewrite.</param>
    public static CardAction OpenUrl(string title, string url) => new() { Type = ActionTypes.OpenUrl, Title = title, Value = url };
}

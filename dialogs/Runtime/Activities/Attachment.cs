using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Runtime.Activities;

/// <summary>A file or card that goes with a message.</summary>
public sealed class Attachment
{
    /// <summary>The media type, or the protocol's name of the kind of card.</summary>
    public string? ContentType { get; set; }

    /// <summary>Where the content is to be had. It may come from outside: check it before fetching.</summary>
    public string? ContentUrl { get; set; }

    /// <summary>The content itself, for cards.</summary>
    public JsonElement? Content { get; set; }

    /// <summary>The file's name.</summary>
    public string? Name { get; set; }

    /// <summary>Where a small picture of the content is to be had.</summary>
    public string? ThumbnailUrl { get; set; }

    /// <summary>Members this model has no property for; they survive a round trip.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; set; }
}

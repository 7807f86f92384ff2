using System.Globalization;

namespace ComplaintBot.Channels.WeChat;

/// <summary>What WeChat pushed: a message or an event, as its fields.</summary>
/// <param name="Fields">All fields that are single values, by their names.</param>
/// <param name="IsJson">Whether it came as JSON; the answer goes the same way.</param>
internal sealed record WeChatPush(IReadOnlyDictionary<string, string> Fields, bool IsJson)
{
    /// <summary>The customer: the openid within this account.</summary>
    public string From => Get("FromUserName");

    /// <summary>The account's own name on WeChat.</summary>
    public string To => Get("ToUserName");

    /// <summary><c>text</c>, <c>image</c>, <c>voice</c>, <c>video</c>, <c>shortvideo</c>, <c>location</c>, <c>link</c> or <c>event</c>.</summary>
    public string Kind => Get("MsgType");

    /// <summary>The kind of an event, in lower case.</summary>
    public string Event => Get("Event").ToLowerInvariant();

    /// <summary>Whether a line of a menu message of ours was tapped.</summary>
    public bool IsTap => Get("bizmsgmenuid").Length > 0;

    /// <summary>What a message says in words; empty for files, and for kinds that say nothing.</summary>
    public string Words => Kind switch
    {
        "text" => Get("Content"),
        "location" => $"{Get("Label")} ({Get("Location_X")}, {Get("Location_Y")})",
        "link" => $"{Get("Title")} {Get("Url")}",
        "voice" => Get("Recognition"),
        _ => "",
    };

    /// <summary>The file a message refers to: what it is given out for, a name for it, and what it is said to be; null when it refers to none.</summary>
    public (string Media, string Name, string Type)? File => Get("MediaId") is not { Length: > 0 and <= 512 } media ? null : Kind switch
    {
        "image" => (media, "photo.jpg", "image/jpeg"),
        "voice" => Get("Format") == "mp3" ? (media, "voice.mp3", "audio/mpeg") : (media, "voice.amr", "audio/amr"),
        "video" or "shortvideo" => (media, "video.mp4", "video/mp4"),
        _ => null,
    };

    /// <summary>What the same push has again when it is repeated: the number of a message; of an event its second, kind and key.</summary>
    public string Delivery => Get("MsgId") is { Length: > 0 } id ? $"message {id}" : string.Create(CultureInfo.InvariantCulture, $"event {Get("CreateTime")} {Get("Event")} {Get("EventKey")}");

    /// <summary>A field; empty when it is not there.</summary>
    public string Get(string name) => Fields.GetValueOrDefault(name, "");
}

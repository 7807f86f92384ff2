using System.Text.Json;

namespace ComplaintBot.Channels.Kefu;

/// <summary>Something that was said or happened at a service account.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Account">The service account.</param>
/// <param name="Customer">The customer.</param>
/// <param name="At">When.</param>
/// <param name="IsOfCustomer">Whether the customer said it; what people in WeCom say comes too.</param>
/// <param name="Kind">The kind of message.</param>
/// <param name="Json">What the message of that kind consists of.</param>
internal sealed record KefuMessage(string Id, string Account, string Customer, DateTimeOffset At, bool IsOfCustomer, string Kind, JsonElement Json)
{
    private const int LongestId = 128;
    private const int OfCustomer = 3;

    /// <summary>The kind of an event; null for messages.</summary>
    public string? Event => Kind == "event" ? Json.Text("event_type") : null;

    /// <summary>Whether a line of a menu message of ours was tapped.</summary>
    public bool IsTap => Json.Text("menu_id") is { Length: > 0 };

    /// <summary>What a message says in words; a line of a menu that was tapped says what it stands for.</summary>
    public string Words => Kind switch
    {
        "text" => Json.Text("menu_id") is { Length: > 0 } chosen ? chosen : Json.Text("content") ?? "",
        "location" => $"{Json.Text("name")} {Json.Text("address")}".Trim(),
        "link" => $"{Json.Text("title")} {Json.Text("url")}".Trim(),
        _ => "",
    };

    /// <summary>The file a message refers to: what it is given out for, a name for it, and what it is said to be; null when it refers to none.</summary>
    public (string Media, string Name, string Type)? File => Json.Text("media_id") is not { Length: > 0 and <= 512 } media ? null : Kind switch
    {
        "image" => (media, "photo.jpg", "image/jpeg"),
        "voice" => (media, "voice.amr", "audio/amr"),
        "video" => (media, "video.mp4", "video/mp4"),
        "file" => (media, "file", FileKinds.Unknown),
        _ => null,
    };

    /// <summary>Whether a text may be an id of WeCom's.</summary>
    public static bool IsId(string? text) => text is { Length: > 0 and <= LongestId } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    /// <summary>Reads a message; null when it lacks what every message has.</summary>
    /// <param name="json">The message.</param>
    /// <param name="account">The service account that is read.</param>
    /// <param name="now">The time; nothing was said later.</param>
    public static KefuMessage? Read(JsonElement json, string account, DateTimeOffset now)
    {
        if (json.Text("msgid") is not { } id || !IsId(id) || json.Text("msgtype") is not { Length: > 0 and <= 40 } kind || json.Object(kind) is not { } content) return null;
        var customer = json.Text("external_userid") ?? content.Text("external_userid");
        if (!IsId(customer) || (json.Text("open_kfid") ?? content.Text("open_kfid") ?? account) != account) return null;
        var seconds = Math.Clamp(json.Number("send_time") ?? 0, 0, now.ToUnixTimeSeconds());
        return new(id, account, customer!, DateTimeOffset.FromUnixTimeSeconds(seconds), json.Number("origin") == OfCustomer, kind, content);
    }
}

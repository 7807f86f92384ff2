using System.Globalization;
using System.Text;
using System.Text.Json;
using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Channels.Telegram;

/// <summary>Reads what Telegram sends, and writes what it is sent.</summary>
internal static class TelegramWire
{
    /// <summary>The kinds of updates that are asked for.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["message", "edited_message", "callback_query", "my_chat_member"];

    /// <summary>The most bytes of what a button carries.</summary>
    private const int MostButtonBytes = 64;

    /// <summary>Reads an update; null when it has no number, which no update of Telegram's lacks. Kinds that do not concern us are read as nothing.</summary>
    public static TelegramUpdate? Read(JsonElement json)
    {
        if (json.Number("update_id") is not { } id) return null;
        var edited = json.Object("edited_message");
        var message = edited ?? json.Object("message");
        return new(id, message is { } one ? Message(one) : null, edited is not null, json.Object("callback_query") is { } press ? Press(press) : null);
    }

    /// <summary>The body of a text message.</summary>
    /// <param name="chat">Where to.</param>
    /// <param name="runs">What to say; marks go as HTML, plain words without.</param>
    /// <param name="buttons">Rows of buttons, each with its label and what it carries or opens.</param>
    /// <param name="marked">Whether marks may be sent.</param>
    public static byte[] Say(long chat, IReadOnlyList<TextRun> runs, IReadOnlyList<(CardAction Action, string Data)> buttons, bool marked = true) => WireJson.Write(json =>
    {
        var html = marked && runs.Any(run => run.Style != TextStyle.Plain || run.Url is not null);
        json.WriteStartObject();
        json.WriteNumber("chat_id", chat);
        json.WriteString("text", html ? Html(runs) : MessageText.Plain(runs));
        if (html) json.WriteString("parse_mode", "HTML");
        if (buttons.Count > 0) Keyboard(json, buttons);
        json.WriteEndObject();
    });

    /// <summary>A body of names and values: texts, whole numbers.</summary>
    public static byte[] Body(params (string Name, object Value)[] members) => WireJson.Write(json =>
    {
        json.WriteStartObject();
        foreach (var (name, value) in members)
        {
            json.WritePropertyName(name);
            if (value is long number) json.WriteNumberValue(number);
            else if (value is IReadOnlyList<string> list) Strings(json, list);
            else json.WriteStringValue((string)value);
        }

        json.WriteEndObject();
    });

    /// <summary>The body that takes the buttons off a message.</summary>
    public static byte[] WithoutButtons(long chat, long message) => Body(("chat_id", chat), ("message_id", message));

    /// <summary>What a button carries: what choosing it says where that fits, else a short key to it: the number of the line and of the button.</summary>
    public static string ButtonData(string value, long line, int index) =>
        value.Length > 0 && value[0] != '#' && Encoding.UTF8.GetByteCount(value) <= MostButtonBytes ? value : string.Create(CultureInfo.InvariantCulture, $"#{line}.{index}");

    /// <summary>The line and button a short key leads to; null when it is none.</summary>
    public static (long Line, int Index)? ButtonKey(string data) =>
        data is ['#', .. var key] && key.Split('.') is [var line, var index] && long.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? (number, place)
            : null;

    /// <summary>Text as Telegram's HTML: only its own three signs have to be escaped.</summary>
    public static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Html(IReadOnlyList<TextRun> runs)
    {
        var html = new StringBuilder();
        foreach (var run in runs)
        {
            (TextStyle Style, string Tag)[] tags = [(TextStyle.Bold, "b"), (TextStyle.Italic, "i"), (TextStyle.Strike, "s"), (TextStyle.Code, "code")];
            var own = Array.FindAll(tags, tag => (run.Style & tag.Style) != 0);
            if (run.Url is { } url) html.Append("<a href=\"").Append(Escape(url).Replace("\"", "&quot;", StringComparison.Ordinal)).Append("\">");
            foreach (var (_, tag) in own) html.Append('<').Append(tag).Append('>');
            html.Append(Escape(run.Text));
            foreach (var (_, tag) in own.Reverse()) html.Append("</").Append(tag).Append('>');
            if (run.Url is not null) html.Append("</a>");
        }

        return html.ToString();
    }

    private static void Keyboard(Utf8JsonWriter json, IReadOnlyList<(CardAction Action, string Data)> buttons)
    {
        json.WriteStartObject("reply_markup");
        json.WriteStartArray("inline_keyboard");
        foreach (var (action, data) in buttons)
        {
            json.WriteStartArray();
            json.WriteStartObject();
            json.WriteString("text", action.Title);
            json.WriteString(action.Type == ActionTypes.OpenUrl ? "url" : "callback_data", data);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter json, IReadOnlyList<string> list)
    {
        json.WriteStartArray();
        foreach (var one in list) json.WriteStringValue(one);
        json.WriteEndArray();
    }

    private static TelegramMessage? Message(JsonElement json)
    {
        if (json.Number("message_id") is not { } id || json.Object("chat") is not { } chat || chat.Number("id") is not { } place) return null;
        return new(id, place, chat.Text("type") == "private", json.Object("from") is { } from ? User(from) : null, Words(json), [.. Files(json)], json);
    }

    private static TelegramPress? Press(JsonElement json)
    {
        if (json.Text("id") is not { } query || json.Object("from") is not { } from || User(from) is not { } user) return null;
        var at = json.Object("message") is { } message && Message(message) is { } one ? (one.Id, one.Chat, one.IsPrivate) : ((long, long, bool)?)null;
        return new(query, user, at, json.Text("data") ?? "");
    }

    private static TelegramUser? User(JsonElement json)
    {
        if (json.Number("id") is not { } id) return null;
        var name = string.Join(' ', ((string?[])[json.Text("first_name"), json.Text("last_name")]).Where(part => part is { Length: > 0 }));
        return new(id, name.Length == 0 ? null : TextSplitter.Shorten(name, 200, TextUnit.Utf16Units), json.Text("language_code") is { Length: <= 35 } tag ? tag : null, json.IsTrue("is_bot"));
    }

    private static string Words(JsonElement json)
    {
        if (json.Text("text") is { Length: > 0 } text) return text;
        if (json.Text("caption") is { Length: > 0 } caption) return caption;
        if (json.Object("contact") is { } contact) return contact.Text("phone_number") ?? "";
        if (json.Object("venue") is { } venue) return $"{venue.Text("title")} {venue.Text("address")}".Trim();
        if (json.Object("location") is { } place && place.Fraction("latitude") is { } latitude && place.Fraction("longitude") is { } longitude) return string.Create(CultureInfo.InvariantCulture, $"{latitude}, {longitude}");
        return json.Object("sticker")?.Text("emoji") ?? "";
    }

    private static IEnumerable<TelegramFile> Files(JsonElement json)
    {
        // Telegram sends a picture in several sizes, the largest last.
        if (json.Objects("photo").Where(size => size.Text("file_id") is not null).OrderBy(size => size.Number("file_size") ?? size.Number("width") ?? 0).LastOrDefault() is { ValueKind: JsonValueKind.Object } photo) yield return File(photo, "photo.jpg", "image/jpeg");
        foreach (var (kind, name, type) in ((string, string, string)[])[("document", "document", FileKinds.Unknown), ("voice", "voice.ogg", "audio/ogg"), ("audio", "audio", "audio/mpeg"), ("video", "video.mp4", "video/mp4"), ("video_note", "video.mp4", "video/mp4")])
            if (json.Object(kind) is { } file && file.Text("file_id") is not null) yield return File(file, file.Text("file_name") ?? name, file.Text("mime_type") is { Length: <= 100 } said && FileKinds.Known.Contains(said) ? said : type);
    }

    private static TelegramFile File(JsonElement json, string name, string type) => new(json.Text("file_id")!, name, type, json.Number("file_size"));
}

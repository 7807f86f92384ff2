using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Channels.WeChat;

/// <summary>Reads what WeChat pushes, and writes what it is answered and sent.</summary>
internal static class WeChatWire
{
    private const int MostFields = 100;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly XmlReaderSettings Careful = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, MaxCharactersInDocument = 1 << 21 };

    /// <summary>Reads a push, XML or JSON; null when it is neither.</summary>
    public static WeChatPush? Read(ReadOnlySpan<byte> body)
    {
        var start = body.TrimStart("\uFEFF \t\r\n"u8);
        if (start is [(byte)'{', ..]) return WireJson.Object(start) is { } json ? new(Fields(json), true) : null;
        return Xml(start) is { } fields ? new(fields, false) : null;
    }

    /// <summary>The answer to a push that says something to the customer.</summary>
    public static byte[] Answer(WeChatPush push, string text, DateTimeOffset now) => Document(push.IsJson,
        ("ToUserName", push.From), ("FromUserName", push.To), ("CreateTime", now.ToUnixTimeSeconds()), ("MsgType", "text"), ("Content", text));

    /// <summary>The answer to a push that passes the customer on to the platform's own desk.</summary>
    public static byte[] Transfer(WeChatPush push, DateTimeOffset now) => Document(push.IsJson,
        ("ToUserName", push.From), ("FromUserName", push.To), ("CreateTime", now.ToUnixTimeSeconds()), ("MsgType", "transfer_customer_service"));

    /// <summary>An answer that is encrypted.</summary>
    public static byte[] Sealed(bool isJson, string encrypted, string signature, (string Time, string Nonce) stamp) => Document(isJson,
        ("Encrypt", encrypted), ("MsgSignature", signature), ("TimeStamp", long.Parse(stamp.Time, CultureInfo.InvariantCulture)), ("Nonce", stamp.Nonce));

    /// <summary>The body of a text message from the account's side.</summary>
    public static byte[] Text(string user, string text) => To(user, "text", json => json.WriteString("content", text));

    /// <summary>The body of a message with lines to tap on.</summary>
    public static byte[] Menu(string user, string head, IReadOnlyList<CardAction> choices) => To(user, "msgmenu", json =>
    {
        json.WriteString("head_content", head);
        json.WriteStartArray("list");
        foreach (var choice in choices)
        {
            json.WriteStartObject();
            json.WriteString("id", NumberedChoices.ValueOf(choice));
            json.WriteString("content", choice.Title);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("tail_content", "");
    });

    /// <summary>The body of a message with an uploaded file.</summary>
    public static byte[] Media(string user, string kind, string media) => To(user, kind, json => json.WriteString("media_id", media));

    /// <summary>The body of the account's menu; what an item says is ours to know.</summary>
    public static byte[] AccountMenu(IEnumerable<string> items) => WireJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("button");
        foreach (var item in items)
        {
            json.WriteStartObject();
            json.WriteString("type", "click");
            json.WriteString("name", item);
            json.WriteString("key", item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>The body that shows that somebody is writing.</summary>
    public static byte[] Typing(string user) => WireJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("touser", user);
        json.WriteString("command", "Typing");
        json.WriteEndObject();
    });

    /// <summary>The body that asks for a token.</summary>
    public static byte[] TokenWish(WeChatSettings settings, bool force) => WireJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("grant_type", "client_credential");
        json.WriteString("appid", settings.AppId);
        json.WriteString("secret", settings.Secret);
        json.WriteBoolean("force_refresh", force);
        json.WriteEndObject();
    });

    private static byte[] To(string user, string kind, Action<Utf8JsonWriter> content) => WireJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("touser", user);
        json.WriteString("msgtype", kind);
        json.WriteStartObject(kind);
        content(json);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static Dictionary<string, string> Fields(JsonElement json)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject().Take(MostFields))
        {
            if (member.Value.ValueKind == JsonValueKind.String) fields[member.Name] = member.Value.GetString()!;
            else if (member.Value.ValueKind == JsonValueKind.Number) fields[member.Name] = member.Value.GetRawText();
        }

        return fields;
    }

    private static Dictionary<string, string>? Xml(ReadOnlySpan<byte> body)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(Strict.GetString(body)), Careful);
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            if (reader.MoveToContent() != XmlNodeType.Element || reader.Name != "xml" || reader.IsEmptyElement) return null;
            reader.Read();
            while (reader.MoveToContent() == XmlNodeType.Element)
            {
                if (fields.Count == MostFields) return null;
                var (name, value) = (reader.Name, Value(reader));
                if (value is not null) fields[name] = value;
            }

            // The rest is read too: half a document is none.
            while (reader.Read()) { }
            return fields;
        }
        catch (Exception wrong) when (wrong is XmlException or DecoderFallbackException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The text of an element, which is left behind; null for one that holds others.</summary>
    private static string? Value(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return "";
        }

        var (depth, text, simple) = (reader.Depth, new StringBuilder(), true);
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) text.Append(reader.Value);
            else simple = false;
        }

        reader.Read();
        return simple ? text.ToString() : null;
    }

    private static byte[] Document(bool isJson, params (string Name, object Value)[] fields)
    {
        if (isJson)
        {
            return WireJson.Write(json =>
            {
                json.WriteStartObject();
                foreach (var (name, value) in fields)
                {
                    if (value is long number) json.WriteNumber(name, number);
                    else json.WriteString(name, (string)value);
                }

                json.WriteEndObject();
            });
        }

        var xml = new StringBuilder("<xml>");
        foreach (var (name, value) in fields)
        {
            xml.Append('<').Append(name).Append('>');
            if (value is long number) xml.Append(CultureInfo.InvariantCulture, $"{number}");
            else xml.Append("<![CDATA[").Append(Allowed((string)value).Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal)).Append("]]>");
            xml.Append("</").Append(name).Append('>');
        }

        return Encoding.UTF8.GetBytes(xml.Append("</xml>").ToString());
    }

    /// <summary>Without the control characters that XML can't hold.</summary>
    private static string Allowed(string text) => text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? string.Concat(text.Where(c => !char.IsControl(c) || c is '\n' or '\r' or '\t')) : text;
}

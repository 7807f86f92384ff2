using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;

namespace ComplaintBot.Channels.Kefu;

/// <summary>Writes what the interface of Kefu is sent.</summary>
internal static class KefuWire
{
    private const int LongestHead = 1_024;
    private const int LongestChoice = 128;
    private const int MostChoices = 10;
    private const int MostMessages = 1_000;
    private const int IdBytes = 24;

    /// <summary>The body that asks for messages.</summary>
    /// <param name="account">The service account.</param>
    /// <param name="cursor">How far it has been read; empty for not at all.</param>
    /// <param name="token">What WeCom's call came with; null asks without, which is allowed seldom.</param>
    public static byte[] Wish(string account, string cursor, string? token) => WireJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("cursor", cursor);
        if (token is not null) json.WriteString("token", token);
        json.WriteNumber("limit", MostMessages);
        json.WriteNumber("voice_format", 0);
        json.WriteString("open_kfid", account);
        json.WriteEndObject();
    });

    /// <summary>A text message.</summary>
    public static Action<Utf8JsonWriter> Text(string text) => Content("text", json => json.WriteString("content", text));

    /// <summary>A message with lines to tap on.</summary>
    public static Action<Utf8JsonWriter> Menu(string head, IReadOnlyList<CardAction> choices) => Content("msgmenu", json =>
    {
        json.WriteString("head_content", head);
        json.WriteStartArray("list");
        foreach (var choice in choices)
        {
            json.WriteStartObject();
            json.WriteString("type", "click");
            json.WriteStartObject("click");
            json.WriteString("id", NumberedChoices.ValueOf(choice));
            json.WriteString("content", choice.Title);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>A message with an uploaded file.</summary>
    public static Action<Utf8JsonWriter> Media(string kind, string media) => Content(kind, json => json.WriteString("media_id", media));

    /// <summary>Whether choices can be lines to tap on below a text.</summary>
    public static bool FitMenu(string head, IReadOnlyList<CardAction> choices) =>
        choices.Count is > 0 and <= MostChoices && Bytes(head) <= LongestHead && choices.All(choice => choice.Type != ActionTypes.OpenUrl && Bytes(choice.Title!) <= LongestChoice && Bytes(NumberedChoices.ValueOf(choice)) <= LongestChoice);

    /// <summary>The body of a message to a customer.</summary>
    public static byte[] To(ConversationKey key, string id, Action<Utf8JsonWriter> content) => WireJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("touser", key.Conversation);
        json.WriteString("open_kfid", AccountOf(key));
        json.WriteString("msgid", id);
        content(json);
        json.WriteEndObject();
    });

    /// <summary>The body of a message that answers an event, and costs nothing.</summary>
    public static byte[] OnEvent(string code, string id, Action<Utf8JsonWriter> content) => WireJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("code", code);
        json.WriteString("msgid", id);
        content(json);
        json.WriteEndObject();
    });

    /// <summary>The body that asks which service accounts there are; the first of them is enough to know.</summary>
    public static byte[] Accounts() => WireJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("offset", 0);
        json.WriteNumber("limit", 1);
        json.WriteEndObject();
    });

    /// <summary>The body that moves a session.</summary>
    public static byte[] Move(ConversationKey key, KefuSession to) => Session(key, to);

    /// <summary>The body that asks in whose hands a session is.</summary>
    public static byte[] Look(ConversationKey key) => Session(key, null);

    /// <summary>The id of a message of ours: the same one for the same piece of the same line, so that it is taken once.</summary>
    public static string Id(ConversationKey key, long line, int piece) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{key} {line} {piece}"))), 0, IdBytes).Replace('+', '-').Replace('/', '_');

    private static byte[] Session(ConversationKey key, KefuSession? to) => WireJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("open_kfid", AccountOf(key));
        json.WriteString("external_userid", key.Conversation);
        if (to is { } state) json.WriteNumber("service_state", (int)state);
        json.WriteEndObject();
    });

    private static string AccountOf(ConversationKey key) => key.Channel[KefuChannel.Account.Length..];

    private static Action<Utf8JsonWriter> Content(string kind, Action<Utf8JsonWriter> inner) => json =>
    {
        json.WriteString("msgtype", kind);
        json.WriteStartObject(kind);
        inner(json);
        json.WriteEndObject();
    };

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}

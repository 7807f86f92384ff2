using System.Text.Json;

namespace ComplaintBot.Channels.WeCom;

/// <summary>Writes what WeCom is sent; what it sends is read as WeChat's.</summary>
internal static class WeComWire
{
    /// <summary>The body of a text message to a member.</summary>
    public static byte[] Text(string member, int agent, string text) => To(member, agent, "text", json => json.WriteString("content", text));

    /// <summary>The body of a message with an uploaded file.</summary>
    public static byte[] Media(string member, int agent, string kind, string media) => To(member, agent, kind, json => json.WriteString("media_id", media));

    /// <summary>Whether an answer says that a receiver was not reached; such an answer has no errcode of its own.</summary>
    public static bool Missed(JsonElement answer, string member) => (answer.Text("invaliduser") ?? "").Split('|').Contains(member, StringComparer.OrdinalIgnoreCase) || (answer.Text("unlicenseduser") ?? "").Split('|').Contains(member, StringComparer.OrdinalIgnoreCase);

    private static byte[] To(string member, int agent, string kind, Action<Utf8JsonWriter> content) => WireJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("touser", member);
        json.WriteString("msgtype", kind);
        json.WriteNumber("agentid", agent);
        json.WriteStartObject(kind);
        content(json);
        json.WriteEndObject();
        json.WriteEndObject();
    });
}

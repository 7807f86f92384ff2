using System.Text.Json.Nodes;

namespace ComplaintBot.Tests.DirectLine;

/// <summary>The known answers of <c>tests/data/vectors/directline.json</c>.</summary>
internal static class Vectors
{
    /// <summary>Checked by a test of their own, in <see cref="VectorTests"/> or <see cref="ContractTests"/>.</summary>
    public static readonly string[] Checked =
    [
        "bot-failed", "conversationUpdate-not-to-client", "cors-preflights", "generate-with-bad-user", "generate-with-token-instead-of-secret", "generate-with-user", "get-activities-watermarks",
        "malformed-auth", "missing-auth", "observed-token-claims", "reconnect", "reconnect-no-watermark", "refresh-expired", "refresh-valid", "size-limits", "start-body-variants", "start-ok",
        "start-twice-same-token", "token-forces-user", "token-other-conversation", "typing-not-in-history", "upload-multipart", "webchat-state-after-echo", "ws-binary", "ws-expired-streamurl",
        "ws-first-frame-replay", "ws-ignore-frames", "ws-session-full-log", "ws-two-sockets",
    ];

    /// <summary>Say what a client does with frames we do not send: cards, live streaming, a missing watermark, buttons by an inferred role.</summary>
    public static readonly string[] OfTheClient = ["cards-hero", "livestream", "webchat-suggested-actions", "ws-null-watermark"];

    public static IReadOnlyList<(string Id, JsonNode Node)> All { get; } = Load();

    public static JsonNode Get(string id) => All.Single(vector => vector.Id == id).Node;

    private static List<(string Id, JsonNode Node)> Load()
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "vectors", "directline.json")))!;
        return [.. json["vectors"]!.AsArray().Select(vector => (vector!["id"]!.GetValue<string>(), vector))];
    }
}

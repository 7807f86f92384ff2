using System.Text;
using System.Text.Json.Nodes;
using ComplaintBot.Channels.Telegram;

namespace ComplaintBot.Platforms;

/// <summary>Calls as Telegram makes them: with the secret it was given.</summary>
internal static class TelegramCalls
{
    public const string Secret = "S3cret_Token-1";

    /// <summary>What switches it on.</summary>
    public static (string Name, string Value)[] Settings(string url) =>
    [
        ("Channels:Telegram:Token", LoopbackTelegram.Token), ("Channels:Telegram:Secret", Secret), ("Channels:Telegram:Api", url), ("Channels:Telegram:PublicUrl", "https://care.example"), ("Channels:Telegram:Playbooks", "retail"),
    ];

    /// <summary>An update.</summary>
    public static Webhook Update(JsonNode update, Proof proof = Proof.Right) =>
        new(TelegramWebhook.Path, Encoding.UTF8.GetBytes(update.ToJsonString()), "application/json") { Header = (TelegramSignature.Header, proof.Of(Secret)) };

    /// <summary>A message in a private chat; what it says has to be added.</summary>
    public static JsonObject Message(long chat, long number) => new()
    {
        ["message_id"] = number,
        ["chat"] = new JsonObject { ["id"] = chat, ["type"] = "private" },
        ["from"] = new JsonObject { ["id"] = chat, ["is_bot"] = false, ["first_name"] = "Wang" },
    };
}

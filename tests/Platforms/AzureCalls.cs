using System.Text;
using System.Text.Json.Nodes;
using ComplaintBot.Channels.BotFramework;

namespace ComplaintBot.Platforms;

/// <summary>Calls as a channel of Azure Bot Service makes them: with a token for its address.</summary>
internal static class AzureCalls
{
    /// <summary>What switches it on.</summary>
    public static (string Name, string Value)[] Settings(string url) =>
    [
        ("Channels:BotFramework:AppId", LoopbackAzure.AppId), ("Channels:BotFramework:Secret", "S3cret"), ("Channels:BotFramework:Login", url), ("Channels:BotFramework:Keys", url),
        ("Channels:BotFramework:Hosts", "127.0.0.1"), ("Channels:BotFramework:Playbooks", "retail"),
    ];

    /// <summary>An activity.</summary>
    public static Webhook Activity(LoopbackAzure azure, JsonObject activity, DateTimeOffset now, Proof proof = Proof.Right)
    {
        var token = proof.Of(azure.OfChannel(activity["serviceUrl"]!.GetValue<string>(), proof.At(now)));
        return new(BotFrameworkWebhook.Path, Encoding.UTF8.GetBytes(activity.ToJsonString()), "application/json") { Header = ("Authorization", token.Length > 0 ? $"Bearer {token}" : "") };
    }

    /// <summary>A message of a customer; what it says has to be added.</summary>
    public static JsonObject Message(string service, string conversation, string id) => new()
    {
        ["type"] = "message",
        ["id"] = id,
        ["channelId"] = "msteams",
        ["serviceUrl"] = service,
        ["from"] = new JsonObject { ["id"] = "u1" },
        ["recipient"] = new JsonObject { ["id"] = "bot1" },
        ["conversation"] = new JsonObject { ["id"] = conversation },
    };
}

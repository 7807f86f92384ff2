using System.Text.Json.Nodes;
using ComplaintBot.Channels.BotFramework;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Channels;

/// <summary>A customer on a channel of Azure Bot Service.</summary>
internal sealed class BotMessenger(LoopbackAzure azure) : Messenger
{
    private int number = 100;

    public override ConversationKey Key => new("bot-msteams", "c1");

    public override IReadOnlyList<string> Shown => [.. azure.Calls.Where(LoopbackAzure.IsActivity).Select(call => call.Json["text"]?.GetValue<string>() ?? "")];

    public override (string, string)[] Settings =>
    [
        ("Channels:BotFramework:AppId", LoopbackAzure.AppId), ("Channels:BotFramework:Secret", "S3cret"), ("Channels:BotFramework:Login", azure.Url), ("Channels:BotFramework:Keys", azure.Url),
        ("Channels:BotFramework:Hosts", "127.0.0.1"), ("Channels:BotFramework:Playbooks", "retail"),
    ];

    public override LoopbackPlatform Platform => azure;

    public static async Task<Messenger> OpenAsync() => new BotMessenger(await LoopbackAzure.StartAsync());

    public override ValueTask DisposeAsync() => azure.DisposeAsync();

    protected override Task PostAsync(string text) => PostAsync(activity => activity["text"] = text);

    protected override Task PostPhotoAsync() => PostAsync(activity => activity["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/jpeg", ["contentUrl"] = $"{azure.Url}/files/photo" }));

    private async Task PostAsync(Action<JsonObject> with)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["id"] = $"t{++number}",
            ["channelId"] = "msteams",
            ["serviceUrl"] = azure.Url,
            ["from"] = new JsonObject { ["id"] = "u1" },
            ["recipient"] = new JsonObject { ["id"] = "bot1" },
            ["conversation"] = new JsonObject { ["id"] = "c1" },
        };
        with(activity);
        Assert.Equal(202, (await Server.SendAsync(HttpMethod.Post, BotFrameworkWebhook.Path, azure.OfChannel(azure.Url, Server.Clock.GetUtcNow()), activity)).Status);
    }
}

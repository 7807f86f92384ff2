using System.Text.Json.Nodes;
using ComplaintBot.Channels.Telegram;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Channels;

/// <summary>A customer on Telegram.</summary>
internal sealed class TelegramMessenger(LoopbackTelegram telegram) : Messenger
{
    private const long Chat = 7;
    private const string Secret = "S3cret_Token-1";

    private long update = 5_000;

    public override ConversationKey Key => new("telegram-123456", "7");

    public override IReadOnlyList<string> Shown => telegram.SaidTo(Chat);

    public override (string, string)[] Settings =>
    [
        ("Channels:Telegram:Token", LoopbackTelegram.Token), ("Channels:Telegram:Secret", Secret), ("Channels:Telegram:Api", telegram.Url), ("Channels:Telegram:PublicUrl", "https://care.example"), ("Channels:Telegram:Playbooks", "retail"),
    ];

    public override LoopbackPlatform Platform => telegram;

    public static async Task<Messenger> OpenAsync() => new TelegramMessenger(await LoopbackTelegram.StartAsync());

    public override ValueTask DisposeAsync() => telegram.DisposeAsync();

    protected override Task PostAsync(string text) => PostAsync(message => message["text"] = text);

    protected override Task PostPhotoAsync()
    {
        telegram.Files["p1"] = Photo;
        return PostAsync(message => message["photo"] = new JsonArray(new JsonObject { ["file_id"] = "p1", ["file_size"] = Photo.Length }));
    }

    private async Task PostAsync(Action<JsonObject> with)
    {
        var message = new JsonObject { ["message_id"] = ++update, ["chat"] = new JsonObject { ["id"] = Chat, ["type"] = "private" }, ["from"] = new JsonObject { ["id"] = Chat, ["is_bot"] = false, ["first_name"] = "Wang" } };
        with(message);
        var answer = await Server.SendAsync(HttpMethod.Post, TelegramWebhook.Path, null, new JsonObject { ["update_id"] = update, ["message"] = message }, (TelegramSignature.Header, Secret));
        Assert.Equal(200, answer.Status);
    }
}

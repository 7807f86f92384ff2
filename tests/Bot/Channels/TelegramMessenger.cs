using System.Text.Json.Nodes;
using ComplaintBot.Channels;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Channels;

/// <summary>A customer on Telegram.</summary>
internal sealed class TelegramMessenger : Messenger
{
    private const long Chat = 7;

    private readonly LoopbackTelegram telegram;
    private long update = 5_000;

    private TelegramMessenger(LoopbackTelegram telegram)
    {
        this.telegram = telegram;
        telegram.Sent = (_, text) => Show(text);
    }

    public override ConversationKey Key => new("telegram-123456", "7");

    public override (int Most, TextUnit Unit)? Limit => (4_096, TextUnit.Utf16Units);

    public override int MostButtons => 8;

    /// <summary>Telegram's secret is the same at any time.</summary>
    public override IReadOnlyList<Proof> WrongProofs => [Proof.Missing, Proof.Changed, Proof.TooShort];

    public override (string, string)[] Settings => TelegramCalls.Settings(telegram.Url);

    public override LoopbackPlatform Platform => telegram;

    public static async Task<Messenger> OpenAsync() => new TelegramMessenger(await LoopbackTelegram.StartAsync());

    public override Func<Proof, Task<int>> Deliver(Sent what, string text = "")
    {
        telegram.Files["p1"] = Photo;
        return what switch
        {
            Sent.Choice => Update("callback_query", new JsonObject { ["id"] = "q1", ["from"] = new JsonObject { ["id"] = Chat, ["is_bot"] = false }, ["message"] = TelegramCalls.Message(Chat, update), ["data"] = text }),
            Sent.Photo => Message(message => message["photo"] = new JsonArray(new JsonObject { ["file_id"] = "p1", ["file_size"] = Photo.Length })),
            Sent.Strange => Message(message => (message["text"], message["aura"], message["chat"]!["mood"]) = (text, new JsonArray(1, "x", null), new JsonObject())),
            Sent.Arrival => Message(message => message["text"] = "/start"),
            _ => Message(message => message["text"] = text),
        };
    }

    public override IReadOnlyList<(string Name, Func<Task<int>> Make)> Nobodys() =>
    [
        ("an update of an unknown kind", Proven(Update("chat_boost", new JsonObject { ["boost"] = 1 }))),
        ("a message of an unknown kind", Proven(Message(message => message["poll"] = new JsonObject { ["id"] = "1" }))),
        ("an echo of our own", Proven(Message(message => (message["text"], message["from"]!["is_bot"]) = ("Hello?", true)))),
        ("what an administrator says in a group", Proven(Message(message => (message["text"], message["chat"]!["type"]) = ("Hello?", "group")))),
    ];

    public override Func<Proof, Task<int>> DeliverPhotoFrom(string address)
    {
        Platform.Instead = call => LoopbackTelegram.Is("getFile")(call) ? (200, new JsonObject { ["ok"] = true, ["result"] = new JsonObject { ["file_path"] = address } }.ToJsonString()) : null;
        return Deliver(Sent.Photo);
    }

    public override bool IsFetch(LoopbackPlatform.Call call) => LoopbackTelegram.Is("getFile")(call);

    public override bool IsSent(LoopbackPlatform.Call call) => LoopbackTelegram.IsMessage(call);

    public override IReadOnlyList<string> ButtonsOf(LoopbackPlatform.Call call) => [.. (call.Json["reply_markup"]?["inline_keyboard"]?.AsArray() ?? []).Select(row => row![0]!["text"]!.GetValue<string>())];

    public override string TextOf(LoopbackPlatform.Call call) => call.Json["text"]!.GetValue<string>();

    public override (int Status, string Body) Refusal(Failure failure) => failure switch
    {
        Failure.Busy => (429, """{"ok":false,"error_code":429,"description":"Too Many Requests"}"""),
        Failure.Slower => (429, """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 60","parameters":{"retry_after":60}}"""),
        Failure.Gone => (403, """{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}"""),
        _ => throw new ArgumentOutOfRangeException(nameof(failure), failure, "Telegram counts no messages."),
    };

    /// <summary>Tokens of Telegram do not run out, but they can be revoked.</summary>
    public override (int Status, string Body)? EndToken() => (401, """{"ok":false,"error_code":401,"description":"Unauthorized"}""");

    private Func<Proof, Task<int>> Message(Action<JsonObject> with)
    {
        var message = TelegramCalls.Message(Chat, update + 1);
        with(message);
        return Update("message", message);
    }

    private Func<Proof, Task<int>> Update(string kind, JsonObject content)
    {
        var whole = new JsonObject { ["update_id"] = ++update, [kind] = content };
        return proof => CallAsync(TelegramCalls.Update(whole, proof));
    }
}

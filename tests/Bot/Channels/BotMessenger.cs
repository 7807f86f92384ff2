using System.Text.Json.Nodes;
using ComplaintBot.Channels;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Channels;

/// <summary>A customer on a channel of Azure Bot Service.</summary>
internal sealed class BotMessenger : Messenger
{
    private readonly LoopbackAzure azure;
    private int number = 100;

    private BotMessenger(LoopbackAzure azure)
    {
        this.azure = azure;
        azure.Sent = (_, text) => Show(text);
    }

    public override ConversationKey Key => new("bot-msteams", "c1");

    /// <summary>Each channel behind Azure has a limit of its own, and the service cuts by it.</summary>
    public override (int Most, TextUnit Unit)? Limit => null;

    public override int MostButtons => int.MaxValue;

    public override (string, string)[] Settings => AzureCalls.Settings(azure.Url);

    public override LoopbackPlatform Platform => azure;

    public static async Task<Messenger> OpenAsync() => new BotMessenger(await LoopbackAzure.StartAsync());

    public override Func<Proof, Task<int>> Deliver(Sent what, string text = "") => Made(activity =>
    {
        if (what == Sent.Photo) activity["attachments"] = Photos($"{azure.Url}/files/photo");
        else if (what == Sent.Arrival) (activity["type"], activity["membersAdded"]) = ("conversationUpdate", new JsonArray(new JsonObject { ["id"] = "u1" }));
        else activity["text"] = text;
        if (what == Sent.Strange) (activity["aura"], activity["channelData"]) = (new JsonArray(1, "x", null), new JsonObject { ["mood"] = 1 });
    });

    public override IReadOnlyList<(string Name, Func<Task<int>> Make)> Nobodys() =>
    [
        ("an activity of an unknown kind", Proven(Made(activity => activity["type"] = "aura"))),
        ("an event of an unknown name", Proven(Made(activity => (activity["type"], activity["name"]) = ("event", "aura")))),
        ("an echo of our own", Proven(Made(activity => (activity["text"], activity["from"]) = ("Hello?", new JsonObject { ["id"] = "bot1" })))),
        ("what another bot says in the conversation", Proven(Made(activity => (activity["text"], activity["from"]) = ("Hello?", new JsonObject { ["id"] = "bot2", ["role"] = "bot" })))),
    ];

    public override Func<Proof, Task<int>> DeliverPhotoFrom(string address) => Made(activity => activity["attachments"] = Photos(address));

    public override bool IsFetch(LoopbackPlatform.Call call) => call.Path == "/files/photo";

    public override bool IsSent(LoopbackPlatform.Call call) => LoopbackAzure.IsActivity(call);

    public override IReadOnlyList<string> ButtonsOf(LoopbackPlatform.Call call) => [.. (call.Json["suggestedActions"]?["actions"]?.AsArray() ?? []).Select(action => action!["title"]!.GetValue<string>())];

    public override string TextOf(LoopbackPlatform.Call call) => call.Json["text"]?.GetValue<string>() ?? "";

    public override (int Status, string Body) Refusal(Failure failure) => failure switch
    {
        Failure.Busy or Failure.Slower => (429, "{}"),
        Failure.Gone => (403, """{"error":{"code":"ConversationBlockedByUser"}}"""),
        _ => throw new ArgumentOutOfRangeException(nameof(failure), failure, "Azure counts no messages."),
    };

    public override (int Status, string Body)? EndToken()
    {
        azure.EndToken();
        return null;
    }

    private static JsonArray Photos(string address) => [new JsonObject { ["contentType"] = "image/jpeg", ["contentUrl"] = address }];

    private Func<Proof, Task<int>> Made(Action<JsonObject> with)
    {
        var activity = AzureCalls.Message(azure.Url, "c1", $"t{++number}");
        with(activity);
        return proof => CallAsync(AzureCalls.Activity(azure, activity, Clock.GetUtcNow(), proof));
    }
}

using System.Text.Json.Nodes;
using ComplaintBot.Channels;
using ComplaintBot.Channels.Kefu;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Channels;

/// <summary>A customer of a service account.</summary>
internal sealed class KefuMessenger : Messenger
{
    private readonly LoopbackWeCom weCom;
    private int number = 100;

    private KefuMessenger(LoopbackWeCom weCom)
    {
        this.weCom = weCom;
        weCom.Sent = (_, text) => Show(text);
    }

    public override ConversationKey Key => new($"kefu-{LoopbackWeCom.Service}", "wm1");

    public override bool Counts => true;

    public override (int Most, TextUnit Unit)? Limit => (2_048, TextUnit.Utf8Bytes);

    public override int MostButtons => 10;

    public override (string, string)[] Settings => [.. WeComCalls.Settings("Channels:Kefu", weCom.Url), ("Channels:Kefu:Playbooks", "retail")];

    public override LoopbackPlatform Platform => weCom;

    public static async Task<Messenger> OpenAsync() => new KefuMessenger(await LoopbackWeCom.StartAsync());

    public override void Meet(string url, TimeProvider clock)
    {
        base.Meet(url, clock);
        weCom.Clock = clock;
    }

    public override Func<Proof, Task<int>> Deliver(Sent what, string text = "")
    {
        weCom.Files["p1"] = Photo;
        return what switch
        {
            Sent.Choice => Said("text", new() { ["content"] = "whatever the line says", ["menu_id"] = text }),
            Sent.Photo => Said("image", new() { ["media_id"] = "p1" }),
            Sent.Strange => Said("text", new() { ["content"] = text, ["aura"] = new JsonArray(1, "x", null) }),
            Sent.Arrival => Rung(id => weCom.Enter(Key.Conversation, "WC", id)),
            _ => Said("text", new() { ["content"] = text }),
        };
    }

    public override IReadOnlyList<(string Name, Func<Task<int>> Make)> Nobodys() =>
    [
        ("a message of an unknown kind", Proven(Said("poke", new() { ["poke"] = 1 }))),
        ("an event of an unknown kind", Proven(Rung(id => weCom.Happen("aura", Key.Conversation, [], id)))),
        ("what a colleague says in WeCom", Proven(Said("text", new() { ["content"] = "Hello?" }, origin: 5))),
        ("a colleague who comes online", Proven(Rung(id => weCom.Happen("servicer_status_change", Key.Conversation, new() { ["status"] = 1 }, id)))),
    ];

    public override Func<Proof, Task<int>> DeliverPhotoFrom(string address) => Said("image", new() { ["media_id"] = address, ["pic_url"] = address });

    public override bool IsFetch(LoopbackPlatform.Call call) => call.Path == "/cgi-bin/media/get";

    public override bool IsSent(LoopbackPlatform.Call call) => LoopbackWeCom.IsSent(call);

    public override IReadOnlyList<string> ButtonsOf(LoopbackPlatform.Call call) => [.. (call.Json["msgmenu"]?["list"]?.AsArray() ?? []).Select(line => line!["click"]!["content"]!.GetValue<string>())];

    public override string TextOf(LoopbackPlatform.Call call) => call.Json["text"]?["content"]?.GetValue<string>() ?? call.Json["msgmenu"]?["head_content"]?.GetValue<string>() ?? "";

    public override (int Status, string Body) Refusal(Failure failure) => (200, new JsonObject
    {
        ["errcode"] = failure switch { Failure.Busy => -1, Failure.Slower => 45009, Failure.Gone => 95018, Failure.UsedUp => 95001, _ => 95002 },
        ["errmsg"] = "no",
    }.ToJsonString());

    public override (int Status, string Body)? EndToken()
    {
        weCom.EndToken();
        return null;
    }

    protected override Task ReadAsync() => UntilAsync(async () => weCom.Count == 0 || await Server.Parts.Notes.FindAsync($"kefu-cursor {LoopbackWeCom.Service}", default) == $"c{weCom.Count}");

    private Func<Proof, Task<int>> Said(string kind, JsonObject content, int origin = 3) => Rung(id => weCom.Say(Key.Conversation, kind, content.DeepClone().AsObject(), origin, id));

    /// <summary>A call only says that there is something; it is worth nothing unless it is WeCom's.</summary>
    private Func<Proof, Task<int>> Rung(Action<string> happens)
    {
        var id = $"n{++number}";
        return proof =>
        {
            if (proof == Proof.Right) happens(id);
            return CallAsync(WeComCalls.Push(KefuChannel.Path, WeComCalls.Ring, Clock.GetUtcNow(), proof));
        };
    }
}

using System.Text.Json.Nodes;
using ComplaintBot.Channels.Kefu;
using ComplaintBot.Tests.DirectLine;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Channels;

/// <summary>A customer of a service account.</summary>
internal sealed class KefuMessenger : Messenger
{
    private readonly LoopbackWeCom weCom;
    private readonly List<string> shown = [];

    private KefuMessenger(LoopbackWeCom weCom)
    {
        this.weCom = weCom;
        weCom.Sent = text =>
        {
            lock (shown) shown.Add(text);
        };
    }

    public override ConversationKey Key => new($"kefu-{LoopbackWeCom.Service}", "wm1");

    public override bool Counts => true;

    public override IReadOnlyList<string> Shown
    {
        get
        {
            lock (shown) return [.. shown];
        }
    }

    public override (string, string)[] Settings => [.. WeComCalls.Settings("Channels:Kefu", weCom.Url), ("Channels:Kefu:Playbooks", "retail")];

    public override LoopbackPlatform Platform => weCom;

    public static async Task<Messenger> OpenAsync() => new KefuMessenger(await LoopbackWeCom.StartAsync());

    public override void Meet(LiveServer server)
    {
        base.Meet(server);
        weCom.Clock = server.Clock;
    }

    public override ValueTask DisposeAsync() => weCom.DisposeAsync();

    protected override Task PostAsync(string text) => PostAsync("text", new() { ["content"] = text });

    protected override Task PostPhotoAsync()
    {
        weCom.Files["p1"] = Photo;
        return PostAsync("image", new() { ["media_id"] = "p1" });
    }

    private async Task PostAsync(string kind, JsonObject content)
    {
        var before = await LastAsync();
        weCom.Say(Key.Conversation, kind, content);
        var rung = $"<xml><MsgType>event</MsgType><Event>kf_msg_or_event</Event><Token>T1</Token><OpenKfId>{LoopbackWeCom.Service}</OpenKfId></xml>";
        Assert.Equal(200, (await Server.CallAsync(KefuChannel.Path, rung)).Status);
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await LastAsync() == before)
        {
            Assert.False(late.IsCancellationRequested, "The account was not read.");
            await Task.Yield();
        }
    }

    private async Task<long> LastAsync() => await Server.Parts.Store.LastSequenceAsync(Key, Server.Clock.GetUtcNow(), default) ?? 0;
}

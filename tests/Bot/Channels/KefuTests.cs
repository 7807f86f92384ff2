using System.Text.Json.Nodes;
using ComplaintBot.Channels.Kefu;
using ComplaintBot.Channels.WeChat;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Tests.DirectLine;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Channels;

/// <summary>Customers of a service account, between the whole server and a WeCom that keeps to its contract.</summary>
public sealed class KefuTests : IAsyncLifetime
{
    private LoopbackWeCom weCom = null!;
    private LiveServer server = null!;
    private int given;

    public async Task InitializeAsync()
    {
        weCom = await LoopbackWeCom.StartAsync();
        server = await LiveServer.StartAsync([.. WeComCalls.Settings("Channels:Kefu", weCom.Url), ("Channels:Kefu:Playbooks", "property")]);
        weCom.Clock = server.Clock;
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await weCom.DisposeAsync();
    }

    [Fact]
    public async Task Calls_that_are_not_of_wecom_are_refused_and_the_check_of_the_address_is_answered()
    {
        var echo = new WeChatCipher(WeComCalls.Key, LoopbackWeCom.CorpId).Encrypt("1616140317555161061"u8, "0123456789abcdef"u8);
        var answer = await server.SendAsync(HttpMethod.Get, $"{KefuChannel.Path}{WeComCalls.Query(echo, server.Clock.GetUtcNow())}&echostr={Uri.EscapeDataString(echo)}", null);
        Assert.Equal((200, "1616140317555161061"), (answer.Status, answer.Body));
        Assert.Equal(401, (await server.SendAsync(HttpMethod.Get, $"{KefuChannel.Path}?msg_signature=00&timestamp=1&nonce=1&echostr=x", null)).Status);
        Assert.Equal(401, (await server.CallAsync(KefuChannel.Path, WeComCalls.Ring, age: TimeSpan.FromMinutes(11))).Status);
        Assert.Equal(401, (await server.CallAsync(KefuChannel.Path, WeComCalls.Ring, company: "wwanother")).Status);
        Assert.DoesNotContain(weCom.Calls, call => call.Path == "/cgi-bin/kf/sync_msg");
    }

    [Fact]
    public async Task An_account_is_read_page_by_page_each_message_once_and_people_of_wecom_are_left_to_themselves()
    {
        weCom.Say("wm1", "text", Text("三号楼的电梯坏了一周了"), id: "same");
        weCom.Say("wm1", "text", Text("三号楼的电梯坏了一周了"), id: "same");
        weCom.Say("wm1", "text", Text("人工回复"), origin: 5);
        weCom.Say("wm2", "text", Text("楼道灯坏了"));
        await Task.WhenAll(RingAsync(), RingAsync(), RingAsync());
        await AnsweredAsync("wm1");
        await AnsweredAsync("wm2");

        Assert.Equal(["三号楼的电梯坏了一周了"], await HeardAsync("wm1"));
        Assert.Equal(["楼道灯坏了"], await HeardAsync("wm2"));
        Assert.Equal("c4", await server.Parts.Notes.FindAsync($"kefu-cursor {LoopbackWeCom.Service}", default));
        Assert.All(weCom.Calls.Where(LoopbackWeCom.IsSent), call => Assert.Matches("^[0-9A-Za-z_-]{1,32}$", call.Json.Text("msgid")));
        Assert.DoesNotContain("\\u", weCom.Calls.First(LoopbackWeCom.IsSent).Raw, StringComparison.Ordinal);

        await server.RestartAsync();
        weCom.Say("wm1", "text", Text("还没修好"));
        await RingAsync();
        await AnsweredAsync("wm1", 2);
        Assert.Equal(["三号楼的电梯坏了一周了", "还没修好"], await HeardAsync("wm1"));
        Assert.Equal("c4", weCom.Calls.Last(call => call.Path == "/cgi-bin/kf/sync_msg").Json.Text("cursor"));
    }

    [Fact]
    public async Task History_of_an_account_that_is_read_for_the_first_time_is_not_answered()
    {
        weCom.Say("wm1", "text", Text("昨天的事"));
        server.Clock.Advance(TimeSpan.FromHours(2));
        weCom.Say("wm1", "text", Text("三号楼的电梯坏了一周了"));
        await RingAsync();
        await AnsweredAsync("wm1");

        Assert.Equal(["三号楼的电梯坏了一周了"], await HeardAsync("wm1"));
    }

    [Fact]
    public async Task Who_enters_is_welcomed_with_the_code_and_it_costs_no_message()
    {
        weCom.Enter("wm1", "WC");
        await RingAsync();
        await weCom.NextAsync(call => call.Path == "/cgi-bin/kf/send_msg_on_event");
        await AnsweredAsync("wm1", 0);

        Assert.DoesNotContain(weCom.Calls, LoopbackWeCom.IsSent);
    }

    /// <summary>The vector kefu-send-limits.</summary>
    [Fact]
    public async Task The_sixth_message_waits_for_the_customer_and_none_goes_after_two_days()
    {
        weCom.Say("wm1", "text", Text("三号楼的电梯坏了一周了"));
        await RingAsync();
        await AnsweredAsync("wm1");
        for (var i = weCom.Calls.Count(LoopbackWeCom.IsSent); i < 5; i++) await CommitAsync($"more {i}");
        await AnsweredAsync("wm1");
        await CommitAsync("late");
        await UntilAsync(async () => (await WaitingAsync()).Any(line => line.Attempts > 0));
        Assert.Equal(5, weCom.Calls.Count(LoopbackWeCom.IsSent));

        weCom.Say("wm1", "text", Text("在吗"));
        await RingAsync();
        await UntilAsync(() => Passes(() => weCom.Calls.Where(LoopbackWeCom.IsSent).Any(call => Shown(call).Contains("late", StringComparison.Ordinal))));
        await AnsweredAsync("wm1");

        server.Clock.Advance(TimeSpan.FromHours(49));
        var sent = weCom.Calls.Count(LoopbackWeCom.IsSent);
        await CommitAsync("too late");
        await UntilAsync(async () => (await WaitingAsync()).Any(line => line.Attempts > 0));
        Assert.Equal(sent, weCom.Calls.Count(LoopbackWeCom.IsSent));
    }

    [Fact]
    public async Task Who_is_handed_over_waits_for_people_in_wecom_where_they_are_used()
    {
        await HandOverAsync();

        var moved = Assert.Single(weCom.Calls, call => call.Path == "/cgi-bin/kf/service_state/trans").Json;
        Assert.Equal(("wm1", 2), (moved.Text("external_userid"), moved["service_state"]!.GetValue<int>()));
    }

    /// <summary>From the move on nothing of ours would reach them: the desk shows them with WeCom's people, and not as waiting.</summary>
    [Fact]
    public async Task People_in_wecom_keep_a_customer_over_a_restart_and_when_they_end_it_the_bot_asks_how_it_was()
    {
        await HandOverAsync();
        await server.RestartAsync();
        weCom.Say("wm1", "text", Text("Is anybody there?"));
        await RingAsync();
        await AnsweredAsync("wm1", 4);
        server.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal((Owner.Person, DeskPerson.PlatformId), await HolderAsync());
        Assert.Single(weCom.Calls, call => call.Path == "/cgi-bin/kf/service_state/trans");

        var sent = weCom.Calls.Count(LoopbackWeCom.IsSent);
        weCom.End("wm1", "END");
        await RingAsync();
        var asked = await weCom.NextAsync(call => call.Path == "/cgi-bin/kf/send_msg_on_event");
        await UntilAsync(async () => await HolderAsync() == (Owner.Bot, null));
        Assert.Equal(("END", sent), (asked.Json.Text("code"), weCom.Calls.Count(LoopbackWeCom.IsSent)));
    }

    [Fact]
    public async Task A_session_that_ran_out_in_wecom_unsaid_leaves_nobody_without_an_answer()
    {
        await HandOverAsync();
        weCom.RunOut("wm1");
        server.Clock.Advance(TimeSpan.FromHours(49));
        var sent = weCom.Calls.Count(LoopbackWeCom.IsSent);
        weCom.Say("wm1", "text", Text("It is still broken."));
        await RingAsync();
        await AnsweredAsync("wm1", 4);

        Assert.NotEqual((Owner.Person, DeskPerson.PlatformId), await HolderAsync());
        Assert.InRange(weCom.Calls.Count(LoopbackWeCom.IsSent), sent + 1, int.MaxValue);
    }

    [Theory]
    [InlineData(10, "customer-gone")]
    [InlineData(11, "needs-operator")]
    [InlineData(12, "refused")]
    [InlineData(13, "needs-operator")]
    [InlineData(99, "refused")]
    public async Task What_was_taken_and_did_not_arrive_is_told_at_its_line(int type, string trouble)
    {
        weCom.Say("wm1", "text", Text("三号楼的电梯坏了一周了"));
        await RingAsync();
        await AnsweredAsync("wm1");
        await CommitAsync("on its way");
        await AnsweredAsync("wm1");
        weCom.Happen("msg_send_fail", "wm1", new() { ["fail_msgid"] = weCom.Calls.Last(LoopbackWeCom.IsSent).Json.Text("msgid"), ["fail_type"] = type });
        await RingAsync();
        await UntilAsync(async () => (await server.Chats.LinesAsync(Key("wm1"), 0, 100, default)).Any(line => line.Trouble is not null));

        var line = Assert.Single(await server.Chats.LinesAsync(Key("wm1"), 0, 100, default), line => !line.IsDelivered);
        Assert.Equal(("on its way", trouble), (line.Line.Activity.Text, line.Trouble));
        Assert.Empty(await WaitingAsync());
    }

    [Fact]
    public async Task Choices_are_lines_to_tap_on_and_a_tap_says_what_it_stands_for()
    {
        weCom.Say("wm1", "text", Text("三号楼的电梯坏了一周了"));
        await RingAsync();
        await AnsweredAsync("wm1");
        var asked = Activity.Message("几分？");
        asked.SuggestedActions = new() { Actions = [new() { Type = ActionTypes.ImBack, Title = "满意", Value = "5" }, new() { Type = ActionTypes.ImBack, Title = "不满意", Value = "1" }] };
        await CommitAsync(asked);
        await AnsweredAsync("wm1");
        var menu = weCom.Calls.Last(LoopbackWeCom.IsSent).Json["msgmenu"]!;
        Assert.Equal(("几分？", "5", "满意"), (menu.Text("head_content"), menu["list"]![0]!["click"]!.Text("id"), menu["list"]![0]!["click"]!.Text("content")));

        weCom.Say("wm1", "text", new() { ["content"] = "满意", ["menu_id"] = "5" });
        await RingAsync();
        await AnsweredAsync("wm1", 2);
        Assert.Equal("5", (await HeardAsync("wm1"))[^1]);
    }

    [Fact]
    public async Task A_token_that_ran_out_is_replaced_and_a_photo_is_kept()
    {
        weCom.EndToken();
        weCom.Files["p1"] = [0xFF, 0xD8, 0xFF, 5];
        weCom.Say("wm1", "image", new() { ["media_id"] = "p1" });
        await RingAsync();
        await AnsweredAsync("wm1");
        weCom.EndToken();
        await CommitAsync("after");
        await AnsweredAsync("wm1");

        var line = (await server.Parts.Store.TranscriptAsync(Key("wm1"), 0, default)).First(line => !line.Outgoing);
        Assert.Equal(weCom.Files["p1"], await server.Http.GetByteArrayAsync(new Uri(server.Url + line.Activity.Attachments![0].ContentUrl)));
        Assert.Equal("after", Shown(weCom.Calls.Last(LoopbackWeCom.IsSent)));
        Assert.Equal(2, weCom.Calls.Count(call => call.Path == "/cgi-bin/gettoken"));
    }

    private static ConversationKey Key(string customer) => new($"kefu-{LoopbackWeCom.Service}", customer);

    private static JsonObject Text(string text) => new() { ["content"] = text };

    private static string Shown(LoopbackPlatform.Call call) => call.Json["text"]?.Text("content") ?? "";

    private async Task RingAsync() => Assert.Equal(200, (await server.CallAsync(KefuChannel.Path, WeComCalls.Ring)).Status);

    private async Task<string[]> HeardAsync(string customer) => [.. (await server.Parts.Store.TranscriptAsync(Key(customer), 0, default)).Where(line => !line.Outgoing).Select(line => line.Activity.Text ?? "")];

    private Task<IReadOnlyList<OutboxLine>> WaitingAsync() => server.Parts.Store.OutboxAsync(server.Clock.GetUtcNow().AddDays(9), 100, default);

    private Task CommitAsync(string text) => CommitAsync(Activity.Message(text));

    /// <summary>Something that was said without the customer having written, as a person at the desk does.</summary>
    private async Task CommitAsync(Activity said)
    {
        var (now, stored) = (server.Clock.GetUtcNow(), (await server.Parts.Store.LoadAsync(Key("wm1"), server.Clock.GetUtcNow(), default))!);
        var result = await server.Parts.Store.TryCommitAsync(
            new() { Inbound = new(Key("wm1"), $"given {++given}", Activity.Event("given"), now), ExpectedVersion = stored.Version, State = stored.State, Outgoing = [said], Events = [], At = now, Expires = now.AddDays(90) }, default);
        Assert.Equal(CommitOutcome.Committed, result.Outcome);
        server.Clock.Advance(TimeSpan.FromSeconds(3));
        await UntilAsync(async () => (await WaitingAsync()).All(line => line.Attempts > 0));
    }

    /// <summary>Waits until everything WeCom has was read, worked off and sent.</summary>
    private Task AnsweredAsync(string customer, int heard = 1) => UntilAsync(async () =>
        await server.Parts.Store.LastSequenceAsync(Key(customer), server.Clock.GetUtcNow(), default) is > 0 && (await HeardAsync(customer)).Length >= heard
        && (await server.Parts.Store.InboxAsync(Key(customer), 1, default)).Count == 0 && (await WaitingAsync()).All(line => line.Key != Key(customer)));

    /// <summary>A customer is handed over to people of the platform.</summary>
    private async Task HandOverAsync()
    {
        await server.DisposeAsync();
        server = await LiveServer.StartAsync([.. WeComCalls.Settings("Channels:Kefu", weCom.Url), ("Channels:Kefu:Playbooks", "retail"), ("Channels:Kefu:People", "platform")]);
        weCom.Clock = server.Clock;
        string[] words = ["Your courier broke my new vase and nobody answers the phone.", "I want to talk to a real person.", "A human being, please. Now."];
        foreach (var (i, text) in words.Index())
        {
            weCom.Say("wm1", "text", Text(text));
            await RingAsync();
            await AnsweredAsync("wm1", i + 1);
        }

        await UntilAsync(async () => await HolderAsync() == (Owner.Person, DeskPerson.PlatformId));
    }

    private async Task<(Owner?, string?)> HolderAsync() => await server.Chats.FindAsync(Key("wm1"), default) is { Summary: var chat } ? (chat.Owner, chat.Agent?.Id) : (null, null);

    private static Task<bool> Passes(Func<bool> isSo) => Task.FromResult(isSo());

    private Task UntilAsync(Func<Task<bool>> isSo) => Patience.UntilAsync(server.Clock, isSo);
}

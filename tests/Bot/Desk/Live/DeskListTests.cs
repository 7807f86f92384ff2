using System.Globalization;
using System.Text.Json.Nodes;
using ComplaintBot.Channels.DirectLine;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Tests.Desk.Accounts;
using ComplaintBot.Tests.Stores;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Desk.Live;

/// <summary>The lists of the desk: pages and filters over everything there is, not only over what a page has loaded.</summary>
public sealed class DeskListTests : IAsyncLifetime
{
    private Shift shift = null!;

    public async Task InitializeAsync() => shift = await Shift.StartAsync(null, ("Ann Lee", "agent"), ("Bob Wu", "agent"));

    public async Task DisposeAsync() => await shift.DisposeAsync();

    [Theory]
    [InlineData("priority=0")]
    [InlineData("anger=3")]
    [InlineData("channel=directline-shop")]
    [InlineData("language=zh-Hant")]
    [InlineData("playbook=bank")]
    [InlineData("owner=waiting")]
    [InlineData("text=Porcelain")]
    [InlineData("text=%20C-20260302-000017%20")]
    [InlineData("text=vase+is&priority=0&anger=2&language=zh-Hant")]
    public async Task A_filter_finds_a_chat_in_all_that_is_far_behind_the_first_page(string filter)
    {
        await KeepAsync("wanted", Wanted(), Given.Now, "The vase is broken");
        for (var i = 0; i < 120; i++) await KeepAsync($"talk-{i}", Row($"talk-{i}"), Given.Now + TimeSpan.FromSeconds(i), "hello");

        var page = (await shift["Ann Lee"].Browser.GetAsync($"chats?view=all&{filter}")).Json!;

        Assert.Equal(["wanted"], Names(page));
        Assert.Equal((121, false), (page["counts"]!["all"]!.GetValue<int>(), page["more"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task The_queue_and_what_is_mine_are_filtered_as_well()
    {
        var ann = new DeskPerson(shift["Ann Lee"].Id, "Ann Lee", Role.Agent);
        foreach (var (name, anger) in new[] { ("calm", 0), ("angry", 4) })
        {
            await KeepAsync($"queue-{name}", Row($"queue-{name}") with { Owner = Owner.Waiting, QueuedAt = Given.Now, Anger = anger }, Given.Now);
            await KeepAsync($"mine-{name}", Row($"mine-{name}") with { Owner = Owner.Person, Agent = ann, Anger = anger }, Given.Now);
        }

        var browser = shift["Ann Lee"].Browser;
        Assert.Equal(["queue-angry"], Names((await browser.GetAsync("chats?view=queue&anger=3")).Json!));
        Assert.Equal(["mine-angry"], Names((await browser.GetAsync("chats?view=mine&anger=3")).Json!));
        var none = (await browser.GetAsync("chats?view=queue&playbook=bank")).Json!;
        Assert.Equal((0, 2), (Names(none).Count, none["counts"]!["queue"]!.GetValue<int>()));
    }

    [Fact]
    public async Task The_pages_of_all_hold_each_chat_once_though_many_changed_in_one_moment()
    {
        for (var i = 0; i < 25; i++) await KeepAsync($"talk-{i}", Row($"talk-{i}"), Given.Now + TimeSpan.FromMinutes(i / 10));

        var (seen, behind, more) = (new List<string>(), "", true);
        while (more)
        {
            var page = (await shift["Ann Lee"].Browser.GetAsync($"chats?view=all&limit=7{behind}")).Json!;
            seen.AddRange(Names(page));
            var last = page["chats"]!.AsArray()[^1]!;
            behind = $"&before={Uri.EscapeDataString(last["updatedAt"]!.GetValue<string>())}&after={last["channel"]}/{last["conversation"]}";
            more = page["more"]!.GetValue<bool>();
        }

        Assert.Equal(25, seen.Distinct().Count());
        Assert.Equal(25, seen.Count);
        Assert.Equal("talk-20", seen.Order(StringComparer.Ordinal).First(name => seen.IndexOf(name) < 5));
    }

    [Fact]
    public async Task What_is_hidden_from_somebody_is_not_found_by_looking_for_it()
    {
        const string Phone = "13812345678";
        var bob = new DeskPerson(shift["Bob Wu"].Id, "Bob Wu", Role.Agent);
        await KeepAsync("bobs", Row("bobs") with { Owner = Owner.Person, Agent = bob }, Given.Now, $"Call me on {Phone}");

        Assert.Empty(Names((await shift["Ann Lee"].Browser.GetAsync($"chats?view=all&text={Phone}")).Json!));
        Assert.Empty(Names((await shift["Ann Lee"].Browser.GetAsync("chats?view=all&text=1381")).Json!));
        Assert.Single(Names((await shift["Ann Lee"].Browser.GetAsync("chats?view=all&text=call+me")).Json!));
        Assert.Single(Names((await shift["Bob Wu"].Browser.GetAsync($"chats?view=all&text={Phone}")).Json!));
    }

    [Theory]
    [InlineData("priority=4")]
    [InlineData("priority=-1")]
    [InlineData("anger=5")]
    [InlineData("anger=furious")]
    [InlineData("language=tlh")]
    [InlineData("owner=nobody")]
    [InlineData("limit=0")]
    [InlineData("limit=many")]
    [InlineData("before=yesterday")]
    public async Task A_filter_that_means_nothing_is_refused(string filter) =>
        Assert.Equal("400 bad-request", (await shift["Ann Lee"].Browser.GetAsync($"chats?view=all&{filter}")).Is());

    [Fact]
    public async Task Hostile_texts_find_nothing_and_harm_nothing()
    {
        await KeepAsync("talk", Row("talk"), Given.Now, "hello");
        foreach (var text in (string[])["%", "_", "'; DROP TABLE chat; --", "\\", "*", "\u0000", "😀"])
            Assert.Empty(Names((await shift["Ann Lee"].Browser.GetAsync($"chats?view=all&text={Uri.EscapeDataString(text)}")).Json!));
        Assert.Equal("400 bad-request", (await shift["Ann Lee"].Browser.GetAsync($"chats?view=all&text={new string('x', 101)}")).Is());
        Assert.Single(Names((await shift["Ann Lee"].Browser.GetAsync("chats?view=all&text=HELLO")).Json!));
    }

    private static List<string> Names(JsonNode page) => [.. page["chats"]!.AsArray().Select(chat => chat!["conversation"]!.GetValue<string>())];

    private static ChatSummary Row(string conversation) => ChatIndexContract.Row(conversation).Summary with { Channel = DirectLineChannel.Account + DirectLineSettings.DefaultSite, Owner = Owner.Bot };

    private static ChatSummary Wanted() => Row("wanted") with
    {
        Channel = DirectLineChannel.Account + "shop",
        Owner = Owner.Waiting,
        Priority = 0,
        Playbook = "bank",
        Language = Tongue.ZhHant,
        Anger = 3,
        CaseNumber = "C-20260302-000017",
        CategoryName = new("瓷器", "Porcelain"),
    };

    private async Task KeepAsync(string conversation, ChatSummary row, DateTimeOffset at, params string[] says)
    {
        var inbound = Given.Inbound(string.Create(CultureInfo.InvariantCulture, $"first of {conversation}"), new(row.Channel, conversation), at);
        var result = await shift.Server.Parts.Store.TryCommitAsync(Given.Turn(inbound, 0, "state", says) with { Chat = new(row, null) }, default);
        Assert.Equal(CommitOutcome.Committed, result.Outcome);
    }
}

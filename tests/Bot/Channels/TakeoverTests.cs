using System.Text.Json.Nodes;
using ComplaintBot.Tests.Desk.Accounts;
using ComplaintBot.Tests.Desk.Live;
using ComplaintBot.Tests.DirectLine;

namespace ComplaintBot.Tests.Channels;

/// <summary>The whole complaint, with a photo and a takeover by a person at the desk, through every messenger in both languages.</summary>
public sealed class TakeoverTests
{
    private static readonly string[] Chinese = ["你们快递把我的新花瓶摔碎了，电话没人接。", "我要找真人客服。", "转人工，马上。", "花瓶是 4711 号订单的。"];
    private static readonly string[] English = ["Your courier broke my new vase and nobody answers the phone.", "I want to talk to a real person.", "A human being, please. Now.", "It was order 4711."];

    [Fact]
    public async Task What_can_not_reach_the_customer_says_why_at_the_desk()
    {
        await using var customer = await Messenger.OpenAsync("telegram");
        await using var shift = await Shift.StartAsync(customer.Settings, ("Ann Lee", "agent"));
        customer.Meet(shift.Server);
        await using var hub = await shift.HubAsync("Ann Lee");
        var (ann, path) = (shift["Ann Lee"].Browser, $"chats/{customer.Key.Channel}/{customer.Key.Conversation}");
        foreach (var words in English[..3]) await customer.SayAsync(words);
        customer.Platform.Instead = call => LoopbackTelegram.IsMessage(call) ? (403, ChannelVectors.Get("telegram", "blocked")["input"]!["body"]!.ToJsonString()) : null;

        Assert.Equal("200", (await ann.PostAsync(path + "/commands", new JsonObject { ["id"] = "take", ["command"] = new JsonObject { ["do"] = "take" } })).Is());
        Assert.Equal("200", (await ann.PostAsync(path + "/commands", new JsonObject { ["id"] = "reply", ["command"] = new JsonObject { ["do"] = "reply", ["text"] = "Hello?" } })).Is());
        await customer.CalmAsync();

        var line = (await ann.GetAsync(path + "/lines")).Json!["lines"]!.AsArray().Single(line => line!["text"]?.GetValue<string>() == "Hello?")!;
        Assert.Equal((false, "customer-gone"), (line["delivered"]!.GetValue<bool>(), line["trouble"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("telegram", true)]
    [InlineData("telegram", false)]
    [InlineData("wechat", true)]
    [InlineData("wechat", false)]
    [InlineData("kefu", true)]
    [InlineData("kefu", false)]
    [InlineData("wecom", true)]
    [InlineData("wecom", false)]
    [InlineData("bot", true)]
    [InlineData("bot", false)]
    public async Task A_person_takes_over_answers_and_settles(string name, bool isChinese)
    {
        var words = isChinese ? Chinese : English;
        await using var customer = await Messenger.OpenAsync(name);
        await using var shift = await Shift.StartAsync(customer.Settings, ("Ann Lee", "agent"));
        customer.Meet(shift.Server);
        await using var hub = await shift.HubAsync("Ann Lee");
        var ann = shift["Ann Lee"].Browser;
        var path = $"chats/{customer.Key.Channel}/{customer.Key.Conversation}";

        await customer.SayAsync(words[0]);
        Assert.NotEmpty(customer.Shown);
        await customer.SendPhotoAsync();
        foreach (var ask in words[1..3])
            if (await OwnerAsync() != "waiting") await customer.SayAsync(ask);
        Assert.Equal("waiting", await OwnerAsync());

        await DoAsync(new() { ["do"] = "take" });
        await DoAsync(new() { ["do"] = "reply", ["text"] = "**Ann** here: I have your case before me." });
        var shown = customer.Shown.Count;
        await customer.SayAsync(words[3]);
        Assert.Equal(shown, customer.Shown.Count);
        await DoAsync(new() { ["do"] = "settle", ["text"] = "A new vase comes tomorrow.", ["outcome"] = "accepted" });

        Assert.Contains(customer.Shown, text => text.Contains("Ann", StringComparison.Ordinal) && text.Contains("I have your case before me.", StringComparison.Ordinal));
        Assert.Contains(customer.Shown, text => text.Contains("A new vase comes tomorrow.", StringComparison.Ordinal));
        var view = (await ann.GetAsync(path)).Json!;
        Assert.Equal((customer.Key.Channel, true), (view["chat"]!["channel"]!.GetValue<string>(), view["chat"]!["over"]!.GetValue<bool>()));
        Assert.Equal(isChinese ? "zh-Hans" : "en", view["chat"]!["language"]!.GetValue<string>());
        Assert.Equal(customer.Counts, view["window"] is not null);
        var lines = (await ann.GetAsync(path + "/lines")).Json!["lines"]!.AsArray();
        Assert.Single(lines, line => line!["from"]!.GetValue<string>() == "customer" && line["text"]?.GetValue<string>() == words[3]);
        Assert.All(lines.Where(line => line!["delivered"] is not null), line => Assert.True(line!["delivered"]!.GetValue<bool>()));
        var photo = lines.Single(line => line!["attachments"] is JsonArray { Count: 1 })!["attachments"]![0]!;
        Assert.Equal(0xFF, (await shift.Server.Http.GetByteArrayAsync(new Uri(shift.Server.Url + photo["contentUrl"]!.GetValue<string>())))[0]);

        async Task<string?> OwnerAsync() => (await ann.GetAsync(path)).Json?["chat"]?["owner"]?.GetValue<string>();

        async Task DoAsync(JsonObject command)
        {
            Answer answer = await ann.PostAsync(path + "/commands", new JsonObject { ["id"] = $"{name} {command["do"]}", ["command"] = command });
            Assert.Equal("200", answer.Is());
            await customer.CalmAsync();
        }
    }
}

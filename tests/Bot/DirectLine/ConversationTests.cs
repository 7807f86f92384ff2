using System.Text.Json.Nodes;
using ComplaintBot.Channels.DirectLine;
using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Tests.DirectLine;

/// <summary>A complaint over Direct Line, from the greeting on.</summary>
public sealed class ConversationTests : IAsyncLifetime
{
    private LiveServer server = null!;

    public async Task InitializeAsync() => server = await LiveServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task The_bot_greets_who_comes_and_answers_what_they_say_over_the_stream()
    {
        var page = await server.PageAsync();
        Assert.Equal(201, (await page.StartAsync()).Status);
        using var stream = await page.OpenAsync();

        var greeting = await stream.UntilAsync(activity => Role(activity) == "bot");
        var said = await page.SayAsync("the shop overcharged me 20 yuan", "own-1");
        var answer = await stream.AnswerToAsync(said.Text("id"));

        Assert.Equal($"{page.Conversation}|0000001", greeting["id"]!.GetValue<string>());
        Assert.Equal(["bot", "user"], stream.Seen.Take(2).Select(Role));
        Assert.Equal("own-1", stream.Seen[1]["channelData"]!["clientActivityID"]!.GetValue<string>());
        Assert.NotEmpty(answer["text"]!.GetValue<string>());
        Assert.All(stream.Seen.Zip(stream.Seen.Skip(1)), pair => Assert.True(string.CompareOrdinal(Time(pair.First), Time(pair.Second)) < 0));
    }

    [Fact]
    public async Task Polling_shows_the_same_as_the_stream()
    {
        var page = await server.PageAsync();
        await page.StartAsync();
        using var stream = await page.OpenAsync();
        await stream.AnswerToAsync((await page.SayAsync("the cashier shouted at me")).Text("id"));

        var polled = await page.ReadAsync("");

        Assert.Equal(stream.Seen.Select(activity => activity.ToJsonString()), polled.Json!["activities"]!.AsArray().Take(stream.Seen.Count).Select(activity => activity!.ToJsonString()));
        Assert.Empty((await page.ReadAsync(polled.Text("watermark"))).Json!["activities"]!.AsArray());
    }

    [Fact]
    public async Task The_same_message_sent_again_is_taken_once_and_gets_the_same_id()
    {
        var page = await server.PageAsync();
        await page.StartAsync();
        using var stream = await page.OpenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => page.SayAsync("the lamp came broken", "again")));
        await stream.AnswerToAsync(answers[0].Text("id"));

        Assert.Single(answers.Select(answer => answer.Text("id")).Distinct());
        var polled = (await page.ReadAsync()).Json!["activities"]!.AsArray();
        Assert.Single(polled, activity => Role(activity!) == "user");
    }

    /// <summary>The store had it and its answer was lost on the way: nobody was told, and the client sends it again.</summary>
    [Fact]
    public async Task A_message_whose_acceptance_nobody_heard_of_is_answered_when_it_is_sent_again()
    {
        var page = await server.PageAsync();
        await page.StartAsync();
        using var stream = await page.OpenAsync();
        var key = DirectLineChannel.Key(DirectLineSettings.DefaultSite, page.Conversation);
        await stream.AnswerToAsync((await page.SayAsync("I have a complaint")).Text("id"));
        await server.WorkedOffAsync(key);
        var unheard = await server.Parts.Runner.AcceptAsync(new(key, "client again", Activity.Message("the lamp came broken"), server.Clock.GetUtcNow()), default);

        var answer = await page.SayAsync("the lamp came broken", "again");
        await stream.AnswerToAsync(answer.Text("id"));

        Assert.EndsWith($"{unheard.Sequence:D7}", answer.Text("id"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_that_come_together_are_answered_in_order()
    {
        var page = await server.PageAsync();
        await page.StartAsync();
        using var stream = await page.OpenAsync();

        var ids = new List<string>();
        foreach (var text in (string[])["my coat arrived torn", "it is the blue one", "order 4711"]) ids.Add((await page.SayAsync(text)).Text("id"));
        foreach (var id in ids) await stream.AnswerToAsync(id);

        var answered = stream.Seen.Select(activity => activity["replyToId"]?.GetValue<string>()).OfType<string>().Distinct();
        Assert.Equal(ids, answered);
    }

    [Fact]
    public async Task A_burst_while_the_customer_is_telling_is_one_statement()
    {
        await using var patient = await LiveServer.StartAsync(("DirectLine:PauseMilliseconds", "4000"));
        var page = await patient.PageAsync();
        await page.StartAsync();
        using var stream = await page.OpenAsync();
        await stream.AnswerToAsync((await page.SayAsync("I'm furious, your cashier shouted at me in front of everybody!!!")).Text("id"));

        var first = (await page.SayAsync("and then she threw the receipt at me")).Text("id");
        patient.Clock.Advance(TimeSpan.FromSeconds(2));
        var second = (await page.SayAsync("three people saw it")).Text("id");
        await stream.UntilAsync(activity => activity["id"]!.GetValue<string>() == second);
        while (!stream.Seen.Exists(activity => activity["replyToId"]?.GetValue<string>() == second))
        {
            // The worker may not have begun to wait yet when the clock is moved.
            patient.Clock.Advance(TimeSpan.FromSeconds(4));
            await page.PostAsync(new JsonObject { ["type"] = "typing", ["from"] = new JsonObject { ["id"] = "x" } });
            await stream.NextAsync();
        }

        Assert.DoesNotContain(stream.Seen, activity => activity["replyToId"]?.GetValue<string>() == first);
    }

    [Fact]
    public async Task A_card_number_is_masked_before_it_is_kept_or_shown()
    {
        var page = await server.PageAsync();
        await page.StartAsync();
        using var stream = await page.OpenAsync();
        var message = page.Message("you charged my card 4111 1111 1111 1111 twice", "4111111111111111");
        message["value"] = new JsonObject { ["card"] = "4111111111111111" };

        var id = (await page.PostAsync(message)).Text("id");
        await stream.AnswerToAsync(id);

        var echo = stream.Seen.Single(activity => activity["id"]!.GetValue<string>() == id);
        Assert.EndsWith("1111 twice", echo["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain("4111 1111", echo["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain("4111111111111111", echo["value"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("4111111111111111", echo["channelData"]!["clientActivityID"]!.GetValue<string>());
        Assert.True(stream.Seen.Count(activity => Role(activity) == "bot") >= 2);
    }

    [Fact]
    public async Task Silence_on_an_open_page_gets_one_gentle_word()
    {
        var page = await server.PageAsync();
        await page.StartAsync();
        using var stream = await page.OpenAsync();
        await stream.AnswerToAsync((await page.SayAsync("the shop overcharged me 20 yuan on a coat")).Text("id"));
        await server.WorkedOffAsync(page.Conversation);
        var before = await CountAsync(page.Conversation);

        await PassAsync(TimeSpan.FromMinutes(9));
        Assert.Equal(before, await CountAsync(page.Conversation));
        while (await CountAsync(page.Conversation) == before) await PassAsync(TimeSpan.FromSeconds(15));
        var nudge = await stream.UntilAsync(activity => Id(activity) == $"{page.Conversation}|{before + 1:D7}");
        await PassAsync(TimeSpan.FromMinutes(15));

        Assert.Equal("bot", Role(nudge));
        await server.WorkedOffAsync(page.Conversation);
        Assert.Equal(before + 1, await CountAsync(page.Conversation));
    }

    [Fact]
    public async Task Silence_after_the_page_was_closed_gets_none()
    {
        var page = await server.PageAsync();
        await page.StartAsync();
        using (var stream = await page.OpenAsync())
        {
            await stream.AnswerToAsync((await page.SayAsync("the shop overcharged me 20 yuan on a coat")).Text("id"));
            await stream.CloseAsync();
            while (await stream.NextAsync() is not null)
            {
            }
        }

        await server.WorkedOffAsync(page.Conversation);
        var before = (await page.ReadAsync()).Json!["activities"]!.AsArray().Count;
        await PassAsync(TimeSpan.FromMinutes(15));
        await server.WorkedOffAsync(page.Conversation);

        Assert.Equal(before, (await server.Client(LiveServer.Secret).Of(page.Conversation).ReadAsync()).Json!["activities"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_restart_in_the_middle_is_not_noticed_but_for_the_socket()
    {
        var page = await server.PageAsync();
        await page.StartAsync();
        using var stream = await page.OpenAsync();
        await stream.AnswerToAsync((await page.SayAsync("the lamp came broken", "own-1")).Text("id"));

        await server.EndAsync();
        while (await stream.NextAsync() is not null)
        {
        }

        Assert.Equal(System.Net.WebSockets.WebSocketCloseStatus.EndpointUnavailable, stream.Closed);
        await server.RestartAsync();
        var again = await page.ReconnectAsync($"?watermark={stream.Watermark}");
        using var second = await page.OpenAsync(again.Text("streamUrl"));
        await second.AnswerToAsync((await page.SayAsync("order 4711", "own-2")).Text("id"));

        Assert.Empty(stream.Seen.Select(Id).Intersect(second.Seen.Select(Id)));
        var all = (await page.ReadAsync()).Json!["activities"]!.AsArray().Select(activity => Id(activity!)).ToList();
        Assert.Equal(all.Take(stream.Seen.Count + second.Seen.Count), stream.Seen.Concat(second.Seen).Select(Id));
    }

    [Fact]
    public async Task Who_comes_back_after_the_token_has_run_out_goes_on_with_the_same_conversation()
    {
        (string Name, string Value) origin = ("Origin", LiveServer.ShopOrigin);
        var first = await server.SendAsync(HttpMethod.Post, "/chat/token", null, new JsonObject { ["locale"] = "en" }, origin);
        server.Clock.Advance(TimeSpan.FromDays(2));

        var again = await server.SendAsync(HttpMethod.Post, "/chat/token", null, new JsonObject { ["resume"] = first.Text("resume") }, origin);
        var forged = await server.SendAsync(HttpMethod.Post, "/chat/token", null, new JsonObject { ["resume"] = first.Text("token") }, origin);

        Assert.Equal((first.Text("conversationId"), first.Text("userId")), (again.Text("conversationId"), again.Text("userId")));
        Assert.NotEqual(first.Text("conversationId"), forged.Text("conversationId"));
    }

    /// <summary>Moves the clock in small steps, with time for what each of them sets off.</summary>
    private async Task PassAsync(TimeSpan time)
    {
        for (var step = TimeSpan.FromSeconds(15); time > TimeSpan.Zero; time -= step)
        {
            server.Clock.Advance(step);
            await server.SendAsync(HttpMethod.Get, "/healthz/ready", null, (HttpContent?)null);
            await server.WorkedOffAsync();
        }
    }

    /// <summary>How many activities a conversation has; read with the secret, which outlives any token.</summary>
    private async Task<int> CountAsync(string conversation) =>
        (await server.Client(LiveServer.Secret).Of(conversation).ReadAsync()).Json!["activities"]!.AsArray().Count;

    private static string Role(JsonNode? activity) => activity!["from"]!["role"]!.GetValue<string>();

    private static string Id(JsonNode activity) => activity["id"]!.GetValue<string>();

    private static string Time(JsonNode activity) => activity["timestamp"]!.GetValue<string>();
}

using System.Text.Json.Nodes;
using ComplaintBot.Channels.BotFramework;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Tests.DirectLine;
using ComplaintBot.Turns;
using static ComplaintBot.Tests.Doubles.Patience;

namespace ComplaintBot.Tests.Channels;

/// <summary>Customers over Azure Bot Service, between the whole server and an Azure on this machine.</summary>
public sealed class BotFrameworkTests : IAsyncLifetime
{
    private LoopbackAzure azure = null!;
    private LiveServer server = null!;
    private int number;

    public async Task InitializeAsync()
    {
        azure = await LoopbackAzure.StartAsync();
        server = await LiveServer.StartAsync(
            ("Channels:BotFramework:AppId", LoopbackAzure.AppId), ("Channels:BotFramework:Secret", "S3cret"), ("Channels:BotFramework:Login", azure.Url), ("Channels:BotFramework:Keys", azure.Url),
            ("Channels:BotFramework:Hosts", "127.0.0.1"), ("Channels:BotFramework:Callers", LoopbackAzure.Parent), ("Channels:BotFramework:Playbooks", "property"));
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await azure.DisposeAsync();
    }

    [Theory]
    [InlineData("三号楼的电梯坏了一周了")]
    [InlineData("The lift in building three has been broken for a week.")]
    public async Task A_customer_is_answered_through_the_connector_in_order(string complaint)
    {
        Assert.Equal(202, (await PostAsync(Said("c1", complaint))).Status);
        await AnsweredAsync("c1");

        var transcript = await server.Parts.Store.TranscriptAsync(Key("c1"), 0, default);
        var sent = azure.Calls.Where(LoopbackAzure.IsActivity).ToList();
        Assert.Equal(transcript.Where(line => line.Outgoing).Select(line => line.Activity.Text), sent.Select(call => call.Json.Text("text")));
        Assert.All(sent, call => Assert.Equal(("bot1", "u1", "/v3/conversations/c1/activities/a1"), (call.Json["from"]!.Text("id"), call.Json["recipient"]!.Text("id"), call.Path)));
        Assert.All(sent, call => Assert.Null(call.Json["entities"]));
        Assert.Single(azure.Calls, LoopbackAzure.IsTokenWish);
    }

    [Fact]
    public async Task Calls_that_are_none_get_the_documented_status()
    {
        var said = Said("c1", "电梯坏了");
        Assert.Equal(405, (await server.SendAsync(HttpMethod.Get, BotFrameworkWebhook.Path, null)).Status);
        Assert.Equal(400, (await server.SendAsync(HttpMethod.Post, BotFrameworkWebhook.Path, null, new StringContent(""))).Status);
        Assert.Equal(400, (await server.SendAsync(HttpMethod.Post, BotFrameworkWebhook.Path, null, new JsonObject())).Status);
        Assert.Equal(401, (await server.SendAsync(HttpMethod.Post, BotFrameworkWebhook.Path, null, said)).Status);
        Assert.Equal(401, (await server.SendAsync(HttpMethod.Post, BotFrameworkWebhook.Path, azure.OfChannel("https://evil.example", server.Clock.GetUtcNow()), said)).Status);
        Assert.Equal(401, (await server.SendAsync(HttpMethod.Post, BotFrameworkWebhook.Path, azure.OfChannel(azure.Url, server.Clock.GetUtcNow(), "another-app"), said)).Status);
        Assert.Equal(401, (await server.SendAsync(HttpMethod.Post, BotFrameworkWebhook.Path, azure.OfApp("12345678-0000-0000-0000-000000000000", server.Clock.GetUtcNow()), said)).Status);
        var invoke = Said("c1", "");
        (invoke["type"], invoke["name"]) = ("invoke", "unknown");
        Assert.Equal(501, (await PostAsync(invoke)).Status);
        foreach (var ignored in ChannelVectors.Get("botframework", "ignored-types")["input"]!.AsArray())
        {
            var activity = Said("c1", "x");
            activity["type"] = ignored!.DeepClone();
            Assert.Equal(202, (await PostAsync(activity)).Status);
        }

        Assert.Null(await server.Parts.Store.LastSequenceAsync(Key("c1"), server.Clock.GetUtcNow(), default));
    }

    /// <summary>A proven caller may not make us speak to a private address, unless the settings name it.</summary>
    [Theory]
    [InlineData("http://169.254.169.254/")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("http://channel.example/")]
    [InlineData("file:///etc/passwd")]
    public async Task Addresses_that_are_not_public_are_not_spoken_to(string service)
    {
        var said = Said("c1", "电梯坏了");
        said["serviceUrl"] = service;

        Assert.Equal(400, (await PostAsync(said, azure.OfChannel(service, server.Clock.GetUtcNow()))).Status);
        Assert.Equal(400, (await PostAsync(said, azure.OfApp(LoopbackAzure.Parent, server.Clock.GetUtcNow()))).Status);
    }

    [Fact]
    public async Task The_same_activity_delivered_three_times_is_answered_once()
    {
        var said = Said("c1", "三号楼的电梯坏了一周了");
        await Task.WhenAll(PostAsync(said), PostAsync(said), PostAsync(said));
        await AnsweredAsync("c1");
        var count = azure.Calls.Count(LoopbackAzure.IsActivity);
        await PostAsync(said);
        await AnsweredAsync("c1");

        Assert.Equal(count, azure.Calls.Count(LoopbackAzure.IsActivity));
        Assert.Single(await server.Parts.Store.TranscriptAsync(Key("c1"), 0, default), line => !line.Outgoing);
    }

    [Fact]
    public async Task Another_bot_gets_what_is_said_in_the_answer_to_its_call_and_nothing_besides()
    {
        var said = Said("c1", "三号楼的电梯坏了一周了");
        said["deliveryMode"] = "expectReplies";
        var token = azure.OfApp(LoopbackAzure.Parent, server.Clock.GetUtcNow());

        var answer = await PostAsync(said, token);
        var key = new ConversationKey($"bot-skill-{LoopbackAzure.Parent}", "c1");
        await UntilAsync(async () => (await server.Parts.Store.OutboxAsync(server.Clock.GetUtcNow().AddDays(1), 10, default)).Count == 0);

        var transcript = await server.Parts.Store.TranscriptAsync(key, 0, default);
        Assert.Equal(200, answer.Status);
        Assert.Equal(transcript.Where(line => line.Outgoing).Select(line => line.Activity.Text), answer.Json!["activities"]!.AsArray().Select(one => one!.Text("text")));
        Assert.NotEmpty(answer.Json["activities"]!.AsArray());
        Assert.Equal(answer.Body, (await PostAsync(said, token)).Body);
        Assert.DoesNotContain(azure.Calls, LoopbackAzure.IsActivity);
    }

    [Fact]
    public async Task Who_joins_is_welcomed_once()
    {
        foreach (var update in ChannelVectors.Get("botframework", "welcome-rule")["input"]!.AsArray())
        {
            var activity = Said("c1", "");
            (activity["type"], activity["membersAdded"]) = ("conversationUpdate", update!["membersAdded"]!.DeepClone());
            await PostAsync(activity);
            await AnsweredAsync("c1");
        }

        Assert.Single(azure.Calls, LoopbackAzure.IsActivity);
    }

    [Fact]
    public async Task A_token_that_is_rejected_is_replaced_once_and_a_busy_channel_is_left_alone()
    {
        await PostAsync(Said("c1", "三号楼的电梯坏了一周了"));
        await AnsweredAsync("c1");
        azure.EndToken();
        await PostAsync(Said("c1", "行"));
        await AnsweredAsync("c1");

        Assert.Equal(2, azure.Calls.Count(LoopbackAzure.IsTokenWish));
        var taken = azure.Calls.Count(LoopbackAzure.IsActivity);
        azure.Instead = call => LoopbackAzure.IsActivity(call) ? (429, "{}") : null;
        await PostAsync(Said("c1", "还有一件事，楼道灯也坏了"));
        await UntilAsync(async () => (await server.Parts.Store.OutboxAsync(server.Clock.GetUtcNow().AddDays(1), 10, default)).Any(line => line.Attempts > 0));
        azure.Instead = _ => null;
        server.Clock.Advance(TimeSpan.FromSeconds(5));
        await AnsweredAsync("c1");

        Assert.True(azure.Calls.Count(LoopbackAzure.IsActivity) > taken + 1);
    }

    [Fact]
    public async Task After_a_start_the_conversation_is_still_found()
    {
        await PostAsync(Said("c1", "三号楼的电梯坏了一周了"));
        await AnsweredAsync("c1");
        await server.RestartAsync();
        var (now, stored) = (server.Clock.GetUtcNow(), (await server.Parts.Store.LoadAsync(Key("c1"), server.Clock.GetUtcNow(), default))!);
        await server.Parts.Store.TryCommitAsync(
            new() { Inbound = new(Key("c1"), "given", Activity.Event("given"), now), ExpectedVersion = stored.Version, State = stored.State, Outgoing = [Activity.Message("I have news.")], Events = [], At = now, Expires = now.AddDays(90) }, default);
        await AnsweredAsync("c1");

        var last = azure.Calls.Last(LoopbackAzure.IsActivity);
        Assert.Equal(("I have news.", "u1", "/v3/conversations/c1/activities"), (last.Json.Text("text"), last.Json["recipient"]!.Text("id"), last.Path));
    }

    [Fact]
    public async Task A_photo_is_fetched_with_a_token_and_kept()
    {
        var said = Said("c1", "电梯坏了，看照片");
        said["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/jpeg", ["contentUrl"] = $"{azure.Url}/files/photo", ["name"] = "../p.jpg" }, new JsonObject { ["contentType"] = "text/html", ["contentUrl"] = "x" });
        await PostAsync(said);
        await AnsweredAsync("c1");

        var line = (await server.Parts.Store.TranscriptAsync(Key("c1"), 0, default))[0];
        Assert.Equal([0xFF, 0xD8, 0xFF, 7], await server.Http.GetByteArrayAsync(new Uri(server.Url + Assert.Single(line.Activity.Attachments!).ContentUrl)));
        Assert.StartsWith("Bearer token-", azure.Calls.Single(call => call.Path == "/files/photo").Authorization, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_handed_over_is_passed_on_with_the_transcript_where_the_other_side_has_people()
    {
        await HandOverAsync();
        var handoff = Assert.Single(azure.Calls, IsHandoff).Json;
        Assert.Equal(("c1", "u1", "bot1"), (handoff["relatesTo"]!["conversation"]!.Text("id"), handoff["recipient"]!.Text("id"), handoff["from"]!.Text("id")));
        var transcript = handoff["attachments"]![0]!;
        Assert.Equal(("Transcript", "application/json"), (transcript.Text("name"), transcript.Text("contentType")));
        Assert.Contains("I want to talk to a real person.", transcript["content"]!["activities"]!.AsArray().Select(said => said!["text"]?.GetValue<string>()));
        Assert.Equal((Owner.Waiting, null), await HolderAsync());
    }

    /// <summary>Each word comes twice, one by another delivery; what comes late changes nothing.</summary>
    [Fact]
    public async Task Who_is_taken_on_the_other_side_is_theirs_over_a_restart_until_they_are_done()
    {
        await HandOverAsync();
        var accepted = Status("accepted");
        foreach (var status in (JsonObject[])[accepted, accepted, Status("accepted")]) Assert.Equal(202, (await PostAsync(status)).Status);
        await AnsweredAsync("c1");
        Assert.Equal((Owner.Person, DeskPerson.PlatformId), await HolderAsync());

        await server.RestartAsync();
        var said = azure.Calls.Count(LoopbackAzure.IsActivity);
        await PostAsync(Said("c1", "Hello?"));
        await AnsweredAsync("c1");
        server.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal((Owner.Person, DeskPerson.PlatformId), await HolderAsync());
        Assert.Equal(said, azure.Calls.Count(LoopbackAzure.IsActivity));

        foreach (var state in (string[])["completed", "completed", "accepted", "failed"]) await PostAsync(Status(state));
        await AnsweredAsync("c1");
        Assert.Equal((Owner.Bot, null), await HolderAsync());
        Assert.Single(azure.Calls, IsHandoff);
        Assert.NotNull(azure.Calls.Last(LoopbackAzure.IsActivity).Json["suggestedActions"]);
    }

    [Fact]
    public async Task Who_was_not_taken_stays_in_our_queue_and_is_not_sent_round_in_circles()
    {
        await HandOverAsync();
        var said = azure.Calls.Count(LoopbackAzure.IsActivity);
        await PostAsync(Status("failed"));
        await AnsweredAsync("c1");
        Assert.Equal(said, azure.Calls.Count(LoopbackAzure.IsActivity));
        Assert.Equal((Owner.Waiting, null), await HolderAsync());

        await server.RestartAsync();
        await PostAsync(Said("c1", "Hello?"));
        await AnsweredAsync("c1");
        Assert.Single(azure.Calls, IsHandoff);
    }

    [Fact]
    public async Task A_status_of_a_conversation_that_never_was_begins_none()
    {
        await RestartWithPeopleAsync();
        Assert.Equal(202, (await PostAsync(Status("accepted"))).Status);
        Assert.Null(await server.Parts.Store.LastSequenceAsync(Key("c1"), server.Clock.GetUtcNow(), default));
    }

    private async Task RestartWithPeopleAsync()
    {
        await server.DisposeAsync();
        server = await LiveServer.StartAsync([.. AzureCalls.Settings(azure.Url), ("Channels:BotFramework:People", "platform")]);
    }

    private async Task HandOverAsync()
    {
        await RestartWithPeopleAsync();
        foreach (var text in (string[])["Your courier broke my new vase and nobody answers the phone.", "I want to talk to a real person.", "A human being, please. Now."])
        {
            await PostAsync(Said("c1", text));
            await AnsweredAsync("c1");
        }

        await UntilAsync(() => Task.FromResult(azure.Calls.Any(IsHandoff)));
    }

    private JsonObject Status(string state)
    {
        var status = Said("c1", "");
        (status["type"], status["name"], status["value"]) = ("event", "handoff.status", new JsonObject { ["state"] = state });
        return status;
    }

    private async Task<(Owner?, string?)> HolderAsync() => await server.Chats.FindAsync(Key("c1"), default) is { Summary: var chat } ? (chat.Owner, chat.Agent?.Id) : (null, null);

    private static bool IsHandoff(LoopbackPlatform.Call call) => call.Path.StartsWith("/v3/conversations/", StringComparison.Ordinal) && call.Json["name"]?.GetValue<string>() == "handoff.initiate";

    private static ConversationKey Key(string conversation) => new("bot-webchat", conversation);

    private JsonObject Said(string conversation, string text) => new()
    {
        ["type"] = "message",
        ["id"] = $"a{++number}",
        ["channelId"] = "webchat",
        ["serviceUrl"] = azure.Url,
        ["from"] = new JsonObject { ["id"] = "u1", ["name"] = "小王", ["role"] = "user" },
        ["recipient"] = new JsonObject { ["id"] = "bot1", ["name"] = "bot", ["role"] = "bot" },
        ["conversation"] = new JsonObject { ["id"] = conversation },
        ["text"] = text,
    };

    private Task<Answer> PostAsync(JsonObject activity, string? token = null) =>
        server.SendAsync(HttpMethod.Post, BotFrameworkWebhook.Path, token ?? azure.OfChannel(azure.Url, server.Clock.GetUtcNow()), activity);

    private Task AnsweredAsync(string conversation) => UntilAsync(async () =>
    {
        if ((await server.Parts.Store.InboxAsync(Key(conversation), 1, default)).Count > 0) return false;
        if ((await server.Parts.Store.OutboxAsync(server.Clock.GetUtcNow(), 100, default)).Count == 0) return true;
        server.Clock.Advance(TimeSpan.FromMilliseconds(100));
        return false;
    });
}

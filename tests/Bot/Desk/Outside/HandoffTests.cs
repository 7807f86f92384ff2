using System.Text;
using System.Text.Json.Nodes;
using ComplaintBot.Desk.Handoff;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Tests.Desk.Accounts;
using ComplaintBot.Tests.DirectLine;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Desk.Outside;

public sealed class HandoffTests : IAsyncLifetime
{
    private const string Secret = "a-secret-both-centres-know-of";

    private readonly List<(ConversationKey Key, DeskPerson Person, DeskCommand Command, string Id)> carried = [];
    private LoopbackReceiver centre = null!;
    private LiveServer server = null!;
    private ConversationKey key;

    public async Task InitializeAsync()
    {
        centre = await LoopbackReceiver.StartAsync();
        server = await LiveServer.StartAsync(("Desk:Handoff:Url", centre.Url + "/handoff"), ("Desk:Handoff:Secret", Secret), ("Desk:Handoff:Name", "Centre"));
        server.Server.Outside.Handoffs.Carry = Carry;
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await centre.DisposeAsync();
    }

    [Fact]
    public async Task The_contact_centre_gets_context_and_the_whole_transcript_signed()
    {
        var request = await HandOverAsync();

        Assert.True(HandoffSignature.IsRight(Secret, request.Headers[HandoffSignature.TimeHeader], request.Headers[HandoffSignature.Header], request.Bytes, server.Clock.GetUtcNow()));
        var activity = JsonNode.Parse(request.Body)!;
        Assert.Equal(("event", "handoff.initiate", "C-1"), (activity["type"]!.GetValue<string>(), activity["name"]!.GetValue<string>(), activity["value"]!["caseNumber"]!.GetValue<string>()));
        var transcript = activity["attachments"]![0]!;
        Assert.Equal("transcript", transcript["name"]!.GetValue<string>());
        var said = transcript["content"]!["activities"]!.AsArray().Select(line => line!["text"]?.GetValue<string>()).ToList();
        var kept = (await server.Parts.Store.TranscriptAsync(key, 0, default)).Select(line => line.Activity.Text).ToList();
        Assert.Contains("There is glass in my soup!", said);
        Assert.Equal(kept, said);
        Assert.False(await server.Server.Outside.Handoffs.AskAsync(new(key, "{}"), default));
    }

    [Fact]
    public async Task Accepting_speaking_and_completing_become_commands_in_the_name_of_the_centre()
    {
        await HandOverAsync();

        Assert.Equal("204", (await SayAsync("accepted", """["Hello, this is Ann."]""", """{"id":"7","name":"Ann"}""")).Is());
        Assert.Equal("204", (await SayAsync("completed", """["All is well."]""")).Is());
        Assert.Equal("204", (await SayAsync("failed")).Is());

        Assert.Equal(
            [new TakeCommand(), new ReplyCommand("Hello, this is Ann."), new ReplyCommand("All is well."), new HandBackCommand(Stage.Satisfaction, "All is well."), new ReleaseCommand(ReleaseReason.Wish)],
            carried.Select(one => one.Command));
        Assert.Equal(["Ann", "Ann", "Centre", "Centre", "Centre"], carried.Select(one => one.Person.Name));
        Assert.All(carried, one => Assert.Equal((key, "contact-centre", Role.Agent), (one.Key, one.Person.Id, one.Person.Role)));
        Assert.Equal(carried.Count, carried.Select(one => one.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_message_is_taken_once_within_its_time_and_only_with_the_right_signature()
    {
        await HandOverAsync();
        var body = Body("accepted", "[]");
        var time = HandoffSignature.Time(server.Clock.GetUtcNow());
        var signature = HandoffSignature.Of(Secret, time, Encoding.UTF8.GetBytes(body));

        Assert.Equal("401 signature", (await PostAsync(body, time, HandoffSignature.Of("another secret than ours", time, Encoding.UTF8.GetBytes(body)))).Is());
        Assert.Equal("401 signature", (await PostAsync(body + " ", time, signature)).Is());
        Assert.Equal("401 signature", (await PostAsync(body, time + "0", signature)).Is());
        Assert.Equal("401 signature", (await PostAsync(body, "", "")).Is());
        Assert.Equal("204", (await PostAsync(body, time, signature)).Is());
        Assert.Equal("409 replayed", (await PostAsync(body, time, signature)).Is());
        server.Clock.Advance(TimeSpan.FromSeconds(301));
        Assert.Equal("401 signature", (await PostAsync(body, time, signature)).Is());
        Assert.Single(carried);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[")]
    [InlineData("""{"type":"event","name":"handoff.status","conversation":{"id":"no-key"},"value":{"state":"accepted"}}""")]
    [InlineData("""{"type":"event","name":"handoff.status","conversation":{"id":"web/x"},"value":{"state":"dancing"}}""")]
    [InlineData("""{"type":"event","name":"handoff.status","conversation":{"id":"web/x"},"value":{"state":5}}""")]
    [InlineData("""{"type":"event","name":"handoff.status","conversation":{"id":"web/x"},"value":{"state":"accepted","messages":[1]}}""")]
    [InlineData("""{"type":"event","name":"handoff.status","conversation":{"id":"web/x"},"value":{}}""")]
    public async Task What_is_no_status_is_refused(string body)
    {
        var time = HandoffSignature.Time(server.Clock.GetUtcNow());

        Assert.Equal("400 unreadable-status", (await PostAsync(body, time, HandoffSignature.Of(Secret, time, Encoding.UTF8.GetBytes(body)))).Is());
        Assert.Empty(carried);
    }

    [Fact]
    public async Task A_conversation_that_was_not_handed_off_is_out_of_reach()
    {
        key = new("web", "private");

        Assert.Equal("404 no-handoff", (await SayAsync("accepted")).Is());
        Assert.Empty(carried);
    }

    [Fact]
    public async Task A_message_whose_work_failed_may_come_again()
    {
        await HandOverAsync();
        server.Server.Outside.Handoffs.Carry = (_, _, _, _) => throw new StoreException("The disk is full.");
        Assert.Equal(503, (await SayAsync("accepted")).Status);

        server.Server.Outside.Handoffs.Carry = Carry;

        Assert.Equal("204", (await SayAsync("accepted")).Is());
        Assert.Single(carried);
    }

    [Fact]
    public async Task A_centre_that_does_not_answer_is_asked_again_also_after_a_restart()
    {
        centre.Status = 503;
        await HandOverAsync();
        while ((await server.Handoffs.FindAsync(key, default))!.Attempts < 1) await Task.Yield();
        await server.RestartAsync();
        centre.Status = 200;

        server.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("/handoff", (await centre.NextAsync()).Path);
        while ((await server.Handoffs.FindAsync(key, default))!.State != "sent") await Task.Yield();
    }

    private async Task<LoopbackReceiver.Request> HandOverAsync()
    {
        var client = await server.PageAsync();
        await client.StartAsync();
        await client.SayAsync("There is glass in my soup!");
        await server.WorkedOffAsync(client.Conversation);
        key = ComplaintBot.Channels.DirectLine.DirectLineChannel.Key("default", client.Conversation);
        Assert.True(await server.Server.Outside.Handoffs.AskAsync(new(key, """{"caseNumber":"C-1","priority":0}"""), default));
        return await centre.NextAsync();
    }

    private Task<DeskRefusal?> Carry(ConversationKey of, DeskPerson person, DeskCommand command, string id)
    {
        carried.Add((of, person, command, id));
        return Task.FromResult<DeskRefusal?>(null);
    }

    private Task<Answer> SayAsync(string state, string messages = "[]", string agent = "null")
    {
        var (body, time) = (Body(state, messages, agent), HandoffSignature.Time(server.Clock.GetUtcNow()));
        return PostAsync(body, time, HandoffSignature.Of(Secret, time, Encoding.UTF8.GetBytes(body)));
    }

    private string Body(string state, string messages, string agent = "null") =>
        $$"""{"type":"event","name":"handoff.status","conversation":{"id":"{{key}}"},"value":{"state":"{{state}}","agent":{{agent}},"messages":{{messages}} } }""";

    private async Task<Answer> PostAsync(string body, string time, string signature)
    {
        using var content = new StringContent(body, null, "application/json");
        return await server.SendAsync(HttpMethod.Post, "/desk/api/handoff/status", null, content, (HandoffSignature.TimeHeader, time), (HandoffSignature.Header, signature));
    }
}

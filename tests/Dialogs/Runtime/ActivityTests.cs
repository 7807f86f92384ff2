using System.Text;
using System.Text.Json;
using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Dialogs.Tests.Runtime;

public sealed class ActivityTests
{
    [Fact]
    public void What_a_web_client_sends_survives_a_round_trip_with_all_it_does_not_know()
    {
        const string json = """
            {"type":"message","id":"c-1|0000004","timestamp":"2026-11-19T04:00:00.120Z","localTimestamp":"2026-11-19T12:00:00.117+08:00",
            "localTimezone":"Asia/Shanghai","channelId":"webchat","locale":"zh-CN","from":{"id":"r_k3","name":"","role":"user","avatar":"x.png"},
            "recipient":{"id":"bot"},"conversation":{"id":"c-1","isGroup":false,"pinned":true},"text":"屏幕坏了 <b>","textFormat":"plain","attachments":[
            {"contentType":"image/png","contentUrl":"blob:1","name":"a.png","size":7}],"entities":[{"type":"ClientCapabilities","requiresBotState":true,
            "supportsListening":true}],"value":{"deep":[1,null,"两"]},"channelData":{"clientActivityID":"a1","attachmentSizes":[7],"n":1.50},
            "label":"l","listenFor":["eins"],"semanticAction":{"id":"go","state":"start"},"somethingNew":null}
            """;

        var activity = ActivityJson.Read(Encoding.UTF8.GetBytes(json));
        string back = Encoding.UTF8.GetString(ActivityJson.Write(activity));

        Assert.True(JsonElement.DeepEquals(Parse(json), Parse(back)), back);
        Assert.Contains("屏幕坏了 <b>", back, StringComparison.Ordinal);
        Assert.Contains("\"n\":1.50", back, StringComparison.Ordinal);
        Assert.Equal(back, Encoding.UTF8.GetString(ActivityJson.Write(ActivityJson.Read(Encoding.UTF8.GetBytes(back)))));
        Assert.Equal(["label", "listenFor", "semanticAction", "somethingNew"], activity.Extra!.Keys);
        Assert.True(activity.Entities![0].Extra!["requiresBotState"].GetBoolean());
    }

    [Fact]
    public void Every_member_of_the_model_survives_a_round_trip()
    {
        const string json = """
            {"type":"conversationUpdate","serviceUrl":"https://s.example/","speak":"s","inputHint":"expectingInput","summary":"su","attachmentLayout":"carousel",
            "suggestedActions":{"to":["u"],"actions":[{"type":"messageBack","title":"t","image":"i","imageAltText":"a","text":"x","displayText":"d","value":{"k":1},"channelData":{"z":0}},
            {"type":"imBack","title":"t","value":"好"},{"type":"postBack","value":3}]},"valueType":"v","name":"n","importance":"high","expiration":"2026-11-20T00:00:00.000Z",
            "membersAdded":[{"id":"u","aadObjectId":"o"}],"membersRemoved":[{"id":"w"}],"reactionsAdded":[{"type":"like"}],"reactionsRemoved":[{"type":"heart","by":"u"}],"topicName":"to","historyDisclosed":true,"action":"add",
            "replyToId":"r","relatesTo":{"activityId":"1","user":{"id":"u"},"bot":{"id":"b"},"conversation":{"id":"c","name":"n","conversationType":"personal","tenantId":"t","aadObjectId":"o","role":"user"},"channelId":"x","serviceUrl":"https://s.example/","locale":"en"},
            "deliveryMode":"expectReplies","code":"unknown"}
            """;

        string back = Encoding.UTF8.GetString(ActivityJson.Write(ActivityJson.Read(Encoding.UTF8.GetBytes(json))));

        Assert.True(JsonElement.DeepEquals(Parse(json), Parse(back)), back);
        Assert.Null(ActivityJson.Read(Encoding.UTF8.GetBytes(json)).Extra);
    }

    [Fact]
    public void Who_called_is_neither_read_from_the_wire_nor_written_to_it()
    {
        var activity = ActivityJson.Read("""{"type":"message","callerId":"urn:forged"}"""u8);
        Assert.Null(activity.CallerId);

        activity.CallerId = "urn:proven";
        Assert.Equal("""{"type":"message"}""", Encoding.UTF8.GetString(ActivityJson.Write(activity)));
    }

    [Theory]
    [InlineData("2026-11-19T04:00:00Z", "2026-11-19T04:00:00.000Z")]
    [InlineData("2026-11-19T04:00:00.1234567Z", "2026-11-19T04:00:00.1234567Z")]
    [InlineData("2026-11-19T12:00:00.5+08:00", "2026-11-19T12:00:00.500+08:00")]
    [InlineData("2026-11-19T12:00:00.5000001+08:00", "2026-11-19T12:00:00.5000001+08:00")]
    public void Times_are_written_in_the_form_browsers_use(string time, string expected)
    {
        var activity = ActivityJson.Read(Encoding.UTF8.GetBytes($$"""{"timestamp":"{{time}}"}"""));

        Assert.Equal($$"""{"timestamp":"{{expected}}"}""", Encoding.UTF8.GetString(ActivityJson.Write(activity)));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"text":7}""")]
    [InlineData("""{"timestamp":"yesterday"}""")]
    public void What_is_no_activity_is_refused(string json) => Assert.Throws<JsonException>(() => ActivityJson.Read(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void A_place_kept_from_an_activity_can_be_spoken_to_later()
    {
        var incoming = Talk.Incoming(Activity.Message("hi"));
        incoming.Locale = "en";
        var later = Activity.Message("your case is settled");
        later.ApplyConversationReference(incoming.GetConversationReference());

        Assert.Equal(("bot", "customer", "c-1", "test", "en", "m-1"), (later.From!.Id, later.Recipient!.Id, later.Conversation!.Id, later.ChannelId, later.Locale, later.ReplyToId));
        Assert.Equal("m-1", incoming.CreateReply("yes").ReplyToId);
    }

    [Fact]
    public void Cards_become_attachments()
    {
        var hero = new HeroCard { Title = "损坏", Images = [new CardImage { Url = "https://i.example/1", Alt = "photo" }], Buttons = [CardAction.OpenUrl("Status", "https://s.example/1"), CardAction.ImBack("好")] }.ToAttachment();
        var thumbnail = new ThumbnailCard { Subtitle = "s", Text = "t", Tap = CardAction.ImBack("x") }.ToAttachment();
        var message = Activity.Message(null);
        message.Attachments = [hero, thumbnail];

        Assert.Equal(
            """{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.hero","content":{"title":"损坏","images":[{"url":"https://i.example/1","alt":"photo"}],"buttons":[{"type":"openUrl","title":"Status","value":"https://s.example/1"},{"type":"imBack","title":"好","value":"好"}]}},{"contentType":"application/vnd.microsoft.card.thumbnail","content":{"subtitle":"s","text":"t","tap":{"type":"imBack","title":"x","value":"x"}}}]}""",
            Encoding.UTF8.GetString(ActivityJson.Write(message)));
    }

    [Fact]
    public void A_button_cannot_hold_what_the_wire_has_no_form_for() =>
        Assert.Throws<JsonException>(() => ActivityJson.Write(new Activity { SuggestedActions = new SuggestedActions { Actions = [new CardAction { Value = 7 }] } }));

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}

using System.Text;
using System.Text.Json.Nodes;
using ComplaintBot.Channels;
using ComplaintBot.Channels.Telegram;
using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Tests.Channels;

/// <summary>The known answers of Telegram. Those of conduct (dedupe, flood, blocked, migrate) are played in <see cref="TelegramInTests"/> and <see cref="TelegramOutTests"/>.</summary>
public sealed class TelegramVectorTests
{
    private static JsonNode Vector(string id) => ChannelVectors.Get("telegram", id);

    [Fact]
    public void Every_vector_is_checked_by_a_test()
    {
        string[] here = ["secret-header", "secret-charset", "text-update", "callback-query", "html-escape", "callback-data-bytes", "entity-offset-utf16", "split-4096", "webhook-reply", "keyboard"];
        string[] played = ["update-dedupe", "flood", "migrate", "blocked", "parse-error-fallback"];

        Assert.Equal(here.Concat(played).Order(), ChannelVectors.All("telegram").Select(vector => vector.Text("id")).Order());
    }

    [Fact]
    public void The_secret_is_compared_whole()
    {
        var input = Vector("secret-header")["input"]!;

        Assert.Equal(Vector("secret-header")["expected"]!["accept"]!.AsArray().Select(one => one!.GetValue<bool>()), input["headers"]!.AsArray().Select(header => TelegramSignature.IsRight(input.Text("configured"), header?.GetValue<string>())));
    }

    [Fact]
    public void Secrets_consist_of_what_the_contract_allows() =>
        Assert.Equal(Vector("secret-charset")["expected"]!.AsArray().Select(one => one!.GetValue<bool>()), Vector("secret-charset")["input"]!.AsArray().Select(one => TelegramSignature.MayBeSecret(one!.GetValue<string>())));

    [Fact]
    public void A_text_update_is_read_with_its_command()
    {
        var message = Read("text-update").Message!;

        Assert.Equal((1111111L, 1111111L, ("start", "order_42")), (message.Chat, message.From!.Id, message.Command));
    }

    [Fact]
    public void A_press_is_read_with_what_the_button_carries()
    {
        var press = Read("callback-query").Press!;

        Assert.Equal(("csat:5", "4382bfdwdsb323b2d9"), (press.Data, press.Query));
        Assert.True(press.Message is { IsPrivate: true, Chat: 1111111 });
    }

    [Fact]
    public void Three_signs_are_escaped() => Assert.Equal(Vector("html-escape").Text("expected"), TelegramWire.Escape(Vector("html-escape").Text("input")));

    [Fact]
    public void What_a_button_carries_is_short_or_a_key_to_it()
    {
        var (input, expected) = (Vector("callback-data-bytes")["input"]!.AsArray(), Vector("callback-data-bytes")["expected"]!);
        foreach (var (i, one) in input.Index())
        {
            var value = one!.GetValue<string>();
            var data = TelegramWire.ButtonData(value, 17, 3);

            Assert.Equal(expected["bytes"]![i]!.GetValue<int>(), Encoding.UTF8.GetByteCount(value));
            Assert.Equal(expected["valid"]![i]!.GetValue<bool>(), data == value);
            Assert.Equal(data == value ? null : (17L, 3), TelegramWire.ButtonKey(data));
        }
    }

    [Fact]
    public void Offsets_are_those_of_dotnet()
    {
        var input = Vector("entity-offset-utf16")["input"]!;

        Assert.Equal(Vector("entity-offset-utf16")["expected"]!["offset"]!.GetValue<int>(), input.Text("text").IndexOf(input.Text("find"), StringComparison.Ordinal));
    }

    [Fact]
    public void Emoji_are_never_cut()
    {
        var text = string.Concat(Enumerable.Repeat("😀", 2_049));
        var activity = Activity.Message(text);

        var parts = MessageText.Parts(activity, (4_096, TextUnit.Utf16Units), [], links: true).Select(MessageText.Plain);

        Assert.Equal(Vector("split-4096")["expected"]!["parts"]!.AsArray().Select(part => part!["units"]!.GetValue<int>()), parts.Select(part => part.Length));
    }

    [Fact]
    public void Text_and_keyboard_have_the_form_of_the_contract()
    {
        var reply = Vector("webhook-reply")["expected"]!["json"]!.DeepClone().AsObject();
        reply.Remove("method");
        Assert.True(JsonNode.DeepEquals(reply, JsonNode.Parse(TelegramWire.Say(1111111, [new("您好")], []))));

        var input = Vector("keyboard")["input"]!;
        var buttons = input["options"]!.AsArray().Select(option => (new CardAction { Type = ActionTypes.PostBack, Title = option!.Text("title"), Value = option!.Text("data") }, option!.Text("data"))).ToList();
        Assert.True(JsonNode.DeepEquals(Vector("keyboard")["expected"]!["json"], JsonNode.Parse(TelegramWire.Say(1111111, [new(input.Text("text"))], buttons))));
    }

    [Fact]
    public void Marks_become_html_and_plain_words_go_without()
    {
        var json = JsonNode.Parse(TelegramWire.Say(1, MarkdownReader.Read("**1 < 2** [here](https://a.example/?x=1&y=\"2\")", null), []))!;

        Assert.Equal("<b>1 &lt; 2</b> <a href=\"https://a.example/?x=1&amp;y=&quot;2&quot;\">here</a>", json.Text("text"));
        Assert.Equal("HTML", json.Text("parse_mode"));
    }

    private static TelegramUpdate Read(string id) => TelegramWire.Read(WireJson.Object(Encoding.UTF8.GetBytes(Vector(id)["input"]!.ToJsonString()))!.Value)!;
}

using System.Text;
using System.Text.Json.Nodes;
using ComplaintBot.Channels;
using ComplaintBot.Channels.WeChat;
using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Tests.Channels;

/// <summary>The known answers of WeChat. Those of conduct (verification, dedupe, quota) are played in <see cref="WeChatTests"/>.</summary>
public sealed class WeChatVectorTests
{
    private static JsonNode Vector(string id) => ChannelVectors.Get("wechat", id);

    [Fact]
    public void Every_vector_is_checked_by_a_test()
    {
        string[] here =
        [
            "oa-post-plain-json", "oa-post-safe-decrypt", "oa-reply-safe-encrypt", "oa-encrypt-utf8-short", "oa-encrypt-utf8-long", "sha1-two-parts", "oa-pad-full-block", "oa-pad-20", "oa-wrong-appid",
            "oa-safe-text-message", "oa-safe-text-bad-sig", "oa-customer-service-text", "oa-customer-service-menu", "oa-split-2048-bytes", "oa-error-map", "oa-get-verify", "oa-get-verify-bad-token", "oa-dedupe-event",
        ];
        string[] played = ["oa-dedupe-text", "oa-quota"];

        Assert.Equal(here.Concat(played).Order(), ChannelVectors.All("wechat").Select(vector => vector.Text("id")).Order());
    }

    [Theory]
    [InlineData("oa-get-verify")]
    [InlineData("oa-get-verify-bad-token")]
    public void Addresses_are_verified(string id)
    {
        var input = Vector(id)["input"]!;

        Assert.Equal(Vector(id)["expected"]!["valid"]!.GetValue<bool>(), WeChatSignature.IsRight(input.Text("signature"), input.Text("token"), input.Text("timestamp"), input.Text("nonce")));
    }

    [Fact]
    public void Plain_json_is_signed_and_read()
    {
        var (input, query) = (Vector("oa-post-plain-json")["input"]!, Vector("oa-post-plain-json")["input"]!["query"]!);
        var push = WeChatWire.Read(Encoding.UTF8.GetBytes(input["body"]!.ToJsonString()))!;

        Assert.True(WeChatSignature.IsRight(query.Text("signature"), input.Text("token"), query.Text("timestamp"), query.Text("nonce")));
        Assert.Equal(("o9AgO5Kd5ggOC-bXrbNODIiE3bGY", "debug_demo", "1714037059", true), (push.From, push.Event, push.Get("CreateTime"), push.IsJson));
    }

    [Fact]
    public void Two_parts_are_signed() => Assert.Equal(Vector("sha1-two-parts")["expected"]!.Text("sha1"), WeChatSignature.Of([.. Vector("sha1-two-parts")["input"]!["parts"]!.AsArray().Select(part => part!.GetValue<string>())]));

    [Fact]
    public void The_published_message_is_decrypted()
    {
        var input = Vector("oa-post-safe-decrypt")["input"]!;
        var query = input["query"]!;

        Assert.True(WeChatSignature.IsRight(query.Text("msg_signature"), input.Text("token"), query.Text("timestamp"), query.Text("nonce"), input.Text("encrypt")));
        Assert.Equal(Vector("oa-post-safe-decrypt")["expected"]!.Text("message"), Encoding.UTF8.GetString(new WeChatCipher(input.Text("encodingAESKey"), input.Text("appId")).Decrypt(input.Text("encrypt"))!));
    }

    [Theory]
    [InlineData("oa-reply-safe-encrypt")]
    [InlineData("oa-encrypt-utf8-short")]
    [InlineData("oa-encrypt-utf8-long")]
    [InlineData("oa-pad-full-block")]
    [InlineData("oa-pad-20")]
    public void Messages_are_encrypted_as_published_and_decrypted_again(string id)
    {
        var (input, expected) = (Vector(id)["input"]!, Vector(id)["expected"]!);
        var cipher = new WeChatCipher(input.Text("encodingAESKey"), input.Text("appId"));

        var encrypted = cipher.Encrypt(Encoding.UTF8.GetBytes(input.Text("message")), Encoding.UTF8.GetBytes(input.Text("random")));

        Assert.Equal(expected.Text("encrypt"), encrypted);
        Assert.Equal(input.Text("message"), Encoding.UTF8.GetString(cipher.Decrypt(encrypted)!));
        if (expected["msgSignature"] is { } signature) Assert.Equal(signature.GetValue<string>(), WeChatSignature.Of(input.Text("token"), input.Text("timestamp"), input.Text("nonce"), encrypted));
    }

    [Fact]
    public void A_message_of_another_account_is_not_decrypted()
    {
        var input = Vector("oa-wrong-appid")["input"]!;

        Assert.True(WeChatSignature.IsRight(input.Text("msg_signature"), input.Text("token"), input.Text("timestamp"), input.Text("nonce"), input.Text("encrypt")));
        Assert.Null(new WeChatCipher(input.Text("encodingAESKey"), input.Text("appId")).Decrypt(input.Text("encrypt")));
    }

    [Fact]
    public void A_safe_text_message_is_read()
    {
        var (input, expected) = (Vector("oa-safe-text-message")["input"]!, Vector("oa-safe-text-message")["expected"]!);
        var outer = WeChatWire.Read(Encoding.UTF8.GetBytes(input.Text("body")))!;
        var plain = new WeChatCipher(input.Text("encodingAESKey"), input.Text("appId")).Decrypt(outer.Get("Encrypt"))!;
        var push = WeChatWire.Read(plain)!;

        Assert.Equal(expected.Text("xml"), Encoding.UTF8.GetString(plain));
        Assert.Equal((expected.Text("userId"), expected.Text("text"), $"message {expected.Text("dedupeKey")}"), (push.From, push.Get("Content"), push.Delivery));
    }

    [Fact]
    public void A_bad_signature_of_an_encrypted_message_is_refused()
    {
        var input = Vector("oa-safe-text-bad-sig")["input"]!;
        var query = input["query"]!;

        Assert.False(WeChatSignature.IsRight(query.Text("msg_signature"), input.Text("token"), query.Text("timestamp"), query.Text("nonce"), input.Text("encrypt")));
    }

    [Fact]
    public void Events_are_told_apart_by_second_kind_and_key()
    {
        var pushes = Vector("oa-dedupe-event")["input"]!["deliveries"]!.AsArray().Select(one => WeChatWire.Read(Encoding.UTF8.GetBytes(one!.ToJsonString()))!.Delivery);

        Assert.Equal(Vector("oa-dedupe-event")["expected"]!["processedCount"]!.GetValue<int>(), pushes.Distinct().Count());
    }

    [Fact]
    public void Messages_have_the_form_of_the_contract()
    {
        var text = WeChatWire.Text("oABC", "您好");
        Assert.True(JsonNode.DeepEquals(Vector("oa-customer-service-text")["expected"]!["json"], JsonNode.Parse(text)));
        Assert.Contains("您好", Encoding.UTF8.GetString(text), StringComparison.Ordinal);

        var input = Vector("oa-customer-service-menu")["input"]!;
        var choices = input["options"]!.AsArray().Select(option => new CardAction { Title = option!.Text("title"), Value = option!.Text("id") }).ToList();
        Assert.True(JsonNode.DeepEquals(Vector("oa-customer-service-menu")["expected"]!["json"], JsonNode.Parse(WeChatWire.Menu("oABC", input.Text("question"), choices))));
    }

    [Fact]
    public void Chinese_is_split_at_its_bytes()
    {
        var parts = MessageText.Parts(Activity.Message(new string('订', 683)), (2_048, TextUnit.Utf8Bytes), [], links: false).Select(MessageText.Plain);

        Assert.Equal(Vector("oa-split-2048-bytes")["expected"]!["parts"]!.AsArray().Select(part => part!["chars"]!.GetValue<int>()), parts.Select(part => part.Length));
    }

    [Fact]
    public void Every_code_of_the_contract_has_its_consequence()
    {
        var expected = Vector("oa-error-map")["expected"]!.AsObject().ToDictionary(one => long.Parse(one.Key, System.Globalization.CultureInfo.InvariantCulture), one => one.Value!.GetValue<string>());
        foreach (var (code, words) in expected)
        {
            var outcome = words switch
            {
                "ok" => WeChatOutcome.Done,
                "refresh token once then retry" => WeChatOutcome.AnotherToken,
                "retry later" => WeChatOutcome.Again,
                _ when words.EndsWith("drop", StringComparison.Ordinal) => WeChatOutcome.CustomerGone,
                _ when words.StartsWith("daily", StringComparison.Ordinal) => WeChatOutcome.NotToday,
                _ when words.StartsWith("too fast", StringComparison.Ordinal) => WeChatOutcome.Slower,
                _ when words.EndsWith("do not retry", StringComparison.Ordinal) || words.StartsWith("window", StringComparison.Ordinal) => WeChatOutcome.WaitForCustomer,
                _ => WeChatOutcome.NeedsPerson,
            };

            Assert.Equal(outcome, WeChatException.OutcomeOf(code));
            if (code != 0) Assert.Equal(outcome == WeChatOutcome.CustomerGone, new WeChatException(code).ForDelivery().IsPermanent);
        }
    }

    [Fact]
    public void What_is_said_can_break_no_answer()
    {
        var push = WeChatWire.Read("<xml><ToUserName><![CDATA[gh]]></ToUserName><FromUserName><![CDATA[o1]]></FromUserName></xml>"u8)!;

        var answer = WeChatWire.Read(WeChatWire.Answer(push, "a ]]> b <x> & \u0001", default))!;

        Assert.Equal(("o1", "gh", "a ]]> b <x> & "), (answer.Get("ToUserName"), answer.Get("FromUserName"), answer.Get("Content")));
        Assert.Null(WeChatWire.Read("<!DOCTYPE xml [<!ENTITY a \"b\">]><xml><Content>&a;</Content></xml>"u8));
    }
}

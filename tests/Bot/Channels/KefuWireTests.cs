using System.Text;
using System.Text.Json;
using ComplaintBot.Channels.Kefu;
using ComplaintBot.Channels.WeChat;

namespace ComplaintBot.Tests.Channels;

/// <summary>What comes from a service account is read as the vectors say.</summary>
public sealed class KefuWireTests
{
    /// <summary>The vector kefu-callback.</summary>
    [Fact]
    public void The_call_is_read()
    {
        var (input, expected) = (ChannelVectors.Get("wecom", "kefu-callback")["input"]!, ChannelVectors.Get("wecom", "kefu-callback")["expected"]!);
        var query = input["query"]!;
        var encrypted = WeChatWire.Read(Encoding.UTF8.GetBytes(input.Text("body")))!.Get("Encrypt");

        Assert.True(WeChatSignature.IsRight(query.Text("msg_signature"), input.Text("token"), query.Text("timestamp"), query.Text("nonce"), encrypted));
        var plain = new WeChatCipher(input.Text("encodingAESKey"), input.Text("receiveId")).Decrypt(encrypted)!;
        Assert.Equal(expected.Text("message"), Encoding.UTF8.GetString(plain));
        Assert.Equal((expected.Text("token"), expected.Text("openKfId")), (WeChatWire.Read(plain)!.Get("Token"), WeChatWire.Read(plain)!.Get("OpenKfId")));
    }

    /// <summary>The vector kefu-sync-loop.</summary>
    [Fact]
    public void Messages_are_told_apart()
    {
        var vector = ChannelVectors.Get("wecom", "kefu-sync-loop");
        var messages = vector["input"]!["calls"]!.AsArray().SelectMany(call => call!["response"]!["msg_list"]!.AsArray()).Select(json => KefuMessage.Read(JsonSerializer.SerializeToElement(json), "wk1", DateTimeOffset.MaxValue)!).ToList();

        Assert.Equal(vector["expected"]!["toBot"]!.AsArray().Select(id => id!.GetValue<string>()), messages.Where(message => message.IsOfCustomer).Select(message => message.Id).Distinct());
        Assert.Equal(["enter_session"], messages.Select(message => message.Event).OfType<string>());
    }
}

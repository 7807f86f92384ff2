using System.Globalization;
using ComplaintBot.Turns;

namespace ComplaintBot.Channels.WeChat;

/// <summary>WeChat did not do what it was asked.</summary>
/// <param name="code">Its errcode; <see cref="Unreachable"/> when it gave none.</param>
internal sealed class WeChatException(long code) : Exception($"WeChat answered {code.ToString(CultureInfo.InvariantCulture)}.")
{
    /// <summary>The code of an answer that never came.</summary>
    public const long Unreachable = -1_000_000;

    private static readonly TimeSpan UntilCustomer = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan UntilPutRight = TimeSpan.FromMinutes(15);

    /// <summary>Its errcode.</summary>
    public long Code => code;

    /// <summary>What has to happen now.</summary>
    public WeChatOutcome Outcome => OutcomeOf(code);

    /// <summary>What a person has to put right; null when nothing.</summary>
    public string? Trouble => Outcome switch
    {
        WeChatOutcome.NeedsPerson or WeChatOutcome.NotToday => Words,
        WeChatOutcome.AnotherToken => $"WeChat takes no access token of ours ({Number}): check Channels:WeChat:AppId and Channels:WeChat:Secret, and that no other program fetches tokens for the account.",
        _ => null,
    };

    private string Number => code.ToString(CultureInfo.InvariantCulture);

    private string Words => code switch
    {
        45009 => "WeChat's calls of this day are used up (45009): it goes on tomorrow; reset the quota at the platform if it can't wait.",
        48001 => "The WeChat account lacks the permission for this (48001): it has to be a verified one with customer messages (客服消息).",
        48004 => "WeChat has banned this interface for the account (48004): see the notices at the platform.",
        50001 or 50002 => $"WeChat has restricted the account ({Number}): see the notices at the platform.",
        40164 => "WeChat refuses this machine's address (40164): add it to the IP list (IP白名单) at the platform.",
        40013 => "WeChat does not know the account (40013): check Channels:WeChat:AppId.",
        40125 => "WeChat refuses the secret (40125): check Channels:WeChat:Secret.",
        45015 => "WeChat lets us write only within 48 hours of the customer's last message (45015): it waits for their next one. Reach them another way if it is urgent.",
        45047 => "WeChat's five messages until the customer's next one are used up (45047): it waits for that one. Reach them another way if it is urgent.",
        43004 => "The customer does not follow the WeChat account any more (43004): reach them another way.",
        43019 => "The customer is on the WeChat account's black list (43019): take them off at the platform, or reach them another way.",
        48002 => "The customer refuses messages of the WeChat account (48002): reach them another way.",
        40003 => "WeChat knows no such customer (40003): reach them another way.",
        45002 => "The message is too long for WeChat (45002): say it in shorter ones.",
        40004 or 40005 or 40006 or 40007 => $"WeChat does not take the file ({Number}): send another kind or a smaller one.",
        _ => $"WeChat refuses the message ({Number}): say it differently.",
    };

    /// <summary>What follows from a code; what the contract does not name is a refusal, so that nothing is tried for ever.</summary>
    public static WeChatOutcome OutcomeOf(long code) => code switch
    {
        0 => WeChatOutcome.Done,
        40001 or 40014 or 41001 or 42001 => WeChatOutcome.AnotherToken,
        -1 or Unreachable or 45033 => WeChatOutcome.Again,
        45011 => WeChatOutcome.Slower,
        45009 => WeChatOutcome.NotToday,
        45015 or 45047 => WeChatOutcome.WaitForCustomer,
        43004 or 43019 or 40003 or 48002 => WeChatOutcome.CustomerGone,
        48001 or 48004 or 50001 or 50002 or 40164 or 40013 or 40125 => WeChatOutcome.NeedsPerson,
        _ => WeChatOutcome.Refused,
    };

    /// <summary>What it means for an outgoing message, in words for the desk.</summary>
    public DeliveryException ForDelivery() => Outcome switch
    {
        WeChatOutcome.Again => new("WeChat is busy or can't be reached; it is tried again.", permanent: false, this),
        WeChatOutcome.Slower => new("WeChat wants fewer messages for the moment (45011); it is tried again in a minute.", permanent: false, this) { RetryAfter = TimeSpan.FromMinutes(1) },
        WeChatOutcome.AnotherToken => new(Trouble!, permanent: false, this) { RetryAfter = UntilPutRight, Kind = DeliveryTrouble.NeedsOperator },
        WeChatOutcome.NotToday => new(Words, permanent: false, this) { RetryAfter = TimeSpan.FromHours(1), Kind = DeliveryTrouble.NeedsOperator },
        WeChatOutcome.NeedsPerson => new(Words, permanent: false, this) { RetryAfter = UntilPutRight, Kind = DeliveryTrouble.NeedsOperator },
        WeChatOutcome.WaitForCustomer => new(Words, permanent: false, this) { RetryAfter = UntilCustomer, Kind = DeliveryTrouble.WaitsForCustomer },
        WeChatOutcome.CustomerGone => new(Words, permanent: true, this) { Kind = DeliveryTrouble.CustomerGone },
        _ => new(Words, permanent: true, this),
    };
}

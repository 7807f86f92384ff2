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

    /// <summary>Why there was no answer that can be used; null when there was one.</summary>
    public Unreached? Why { get; init; }

    /// <summary>What has to happen now.</summary>
    public WeChatOutcome Outcome => OutcomeOf(code);

    /// <summary>What happened, and what can be done about it.</summary>
    public Sentence Words => Sentence.Of(KeyOf(code), code);

    /// <summary>What a person has to put right; null when nothing.</summary>
    public string? Trouble => Outcome is WeChatOutcome.NeedsPerson or WeChatOutcome.NotToday or WeChatOutcome.AnotherToken ? $"{Words}" : null;

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
        WeChatOutcome.Again => new($"{Words}", permanent: false, this),
        WeChatOutcome.Slower => new($"{Words}", permanent: false, this) { RetryAfter = TimeSpan.FromMinutes(1) },
        WeChatOutcome.NotToday => new($"{Words}", permanent: false, this) { RetryAfter = TimeSpan.FromHours(1), Kind = DeliveryTrouble.NeedsOperator },
        WeChatOutcome.NeedsPerson or WeChatOutcome.AnotherToken => new($"{Words}", permanent: false, this) { RetryAfter = UntilPutRight, Kind = DeliveryTrouble.NeedsOperator },
        WeChatOutcome.WaitForCustomer => new($"{Words}", permanent: false, this) { RetryAfter = UntilCustomer, Kind = DeliveryTrouble.WaitsForCustomer },
        WeChatOutcome.CustomerGone => new($"{Words}", permanent: true, this) { Kind = DeliveryTrouble.CustomerGone },
        _ => new($"{Words}", permanent: true, this),
    };

    private static string KeyOf(long code) => code switch
    {
        40001 or 40014 or 41001 or 42001 => "wechat-token",
        -1 or Unreachable or 45033 => "wechat-busy",
        45011 => "wechat-slower",
        45009 => "wechat-quota",
        48001 => "wechat-permission",
        48004 => "wechat-banned",
        50001 or 50002 => "wechat-restricted",
        40164 => "wechat-address",
        40013 => "wechat-account",
        40125 => "wechat-secret",
        45015 => "wechat-too-late",
        45047 => "wechat-used-up",
        43004 => "wechat-unfollowed",
        43019 => "wechat-blacklisted",
        48002 => "wechat-unwanted",
        40003 => "wechat-unknown",
        45002 => "wechat-too-long",
        40004 or 40005 or 40006 or 40007 => "wechat-file",
        _ => "wechat-refused",
    };
}

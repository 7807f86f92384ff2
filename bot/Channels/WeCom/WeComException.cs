using System.Globalization;
using ComplaintBot.Turns;

namespace ComplaintBot.Channels.WeCom;

/// <summary>WeCom did not do what it was asked.</summary>
/// <param name="code">Its errcode; <see cref="Unreachable"/> when it gave none.</param>
/// <param name="section">Where the settings stand.</param>
internal sealed class WeComException(long code, string section = "Channels:WeCom") : Exception($"WeCom answered {code.ToString(CultureInfo.InvariantCulture)}.")
{
    /// <summary>The code of an answer that never came.</summary>
    public const long Unreachable = -1_000_000;

    /// <summary>Five messages have been sent since the customer's last.</summary>
    public const long UsedUp = 95_001;

    /// <summary>The customer's last message is more than 48 hours ago.</summary>
    public const long TooLate = 95_002;

    private static readonly TimeSpan UntilCustomer = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan UntilPutRight = TimeSpan.FromMinutes(15);

    /// <summary>Its errcode.</summary>
    public long Code => code;

    /// <summary>Why there was no answer that can be used; null when there was one.</summary>
    public Unreached? Why { get; init; }

    /// <summary>Whether the customer has to write first.</summary>
    public bool WaitsForCustomer => code is UsedUp or TooLate;

    /// <summary>What happened, and what can be done about it.</summary>
    public Sentence Words => new(KeyOf(code), ("code", code.ToString(CultureInfo.InvariantCulture)), ("section", section));

    /// <summary>What a person has to put right; null when nothing.</summary>
    public string? Trouble => KeyOf(code) is "wecom-token" or "wecom-company" or "wecom-address" or "wecom-agent" or "wecom-permission" ? $"{Words}" : null;

    /// <summary>Whether a code speaks of the access token.</summary>
    public static bool IsAboutToken(long code) => code is 40001 or 40014 or 41001 or 42001;

    /// <summary>What it means for an outgoing message, in words for the desk. What the contract does not name is a refusal, so that nothing is tried for ever.</summary>
    public DeliveryException ForDelivery() => code switch
    {
        -1 or Unreachable => new($"{Words}", permanent: false, this),
        45009 or 45033 => new($"{Words}", permanent: false, this) { RetryAfter = TimeSpan.FromMinutes(1) },
        _ when WaitsForCustomer => new($"{Words}", permanent: false, this) { RetryAfter = UntilCustomer, Kind = DeliveryTrouble.WaitsForCustomer },
        81013 or 82001 or 60111 or 40031 or 95016 or 95018 => new($"{Words}", permanent: true, this) { Kind = DeliveryTrouble.CustomerGone },
        _ when Trouble is { } words => new(words, permanent: false, this) { RetryAfter = UntilPutRight, Kind = DeliveryTrouble.NeedsOperator },
        _ => new($"{Words}", permanent: true, this),
    };

    private static string KeyOf(long code) => code switch
    {
        _ when IsAboutToken(code) => "wecom-token",
        -1 or Unreachable => "wecom-busy",
        45009 or 45033 => "wecom-slower",
        40013 => "wecom-company",
        60020 => "wecom-address",
        40056 or 301002 => "wecom-agent",
        48002 or 60011 or 95011 or 95012 or 95014 => "wecom-permission",
        UsedUp => "wechat-used-up",
        TooLate => "wechat-too-late",
        95016 or 95018 => "wecom-colleague",
        81013 or 82001 or 60111 or 40031 => "wecom-unknown",
        45002 or 40058 => "wecom-too-long",
        _ => "wecom-refused",
    };
}

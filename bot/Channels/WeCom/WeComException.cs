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

    /// <summary>Whether the customer has to write first.</summary>
    public bool WaitsForCustomer => code is UsedUp or TooLate;

    /// <summary>What a person has to put right; null when nothing.</summary>
    public string? Trouble => IsAboutToken(code) || code is 40013 or 60020 or 48002 or 60011 or 301002 or 95011 or 95012 or 95014 ? Words : null;

    private string Number => code.ToString(CultureInfo.InvariantCulture);

    private string Words => code switch
    {
        _ when IsAboutToken(code) => $"WeCom takes no access token of ours ({Number}): check {section}:CorpId and {section}:Secret.",
        40013 => $"WeCom does not know the company (40013): check {section}:CorpId.",
        60020 => "WeCom refuses this machine's address (60020): add it to the application's trusted addresses (企业可信IP).",
        48002 or 60011 or 301002 or 95011 or 95012 or 95014 => $"The application lacks the permission for this ({Number}): give it at WeCom; for Kefu list it under the applications that may call the interface (可调用接口的应用).",
        UsedUp => "WeChat's five messages until the customer's next one are used up (95001): it waits for that one. Reach them another way if it is urgent.",
        TooLate => "WeChat lets us write only within 48 hours of the customer's last message (95002): it waits for their next one. Reach them another way if it is urgent.",
        95016 or 95018 => $"The customer is with a colleague in WeCom, or the session is over ({Number}): answer them there, or wait for their next message.",
        81013 or 82001 or 60111 or 40031 => $"WeCom knows no such receiver, or they may not see the application ({Number}): reach them another way.",
        45002 or 40058 => $"WeCom refuses the message ({Number}): say it in shorter ones.",
        _ => $"WeCom refuses the message ({Number}): say it differently.",
    };

    /// <summary>Whether a code speaks of the access token.</summary>
    public static bool IsAboutToken(long code) => code is 40001 or 40014 or 41001 or 42001;

    /// <summary>What it means for an outgoing message, in words for the desk. What the contract does not name is a refusal, so that nothing is tried for ever.</summary>
    public DeliveryException ForDelivery() => code switch
    {
        -1 or Unreachable => new("WeCom is busy or can't be reached; it is tried again.", permanent: false, this),
        45009 or 45033 => new($"WeCom wants fewer calls for the moment ({Number}); it is tried again in a minute.", permanent: false, this) { RetryAfter = TimeSpan.FromMinutes(1) },
        _ when WaitsForCustomer => new(Words, permanent: false, this) { RetryAfter = UntilCustomer, Kind = DeliveryTrouble.WaitsForCustomer },
        81013 or 82001 or 60111 or 40031 or 95016 or 95018 => new(Words, permanent: true, this) { Kind = DeliveryTrouble.CustomerGone },
        _ when Trouble is { } words => new(words, permanent: false, this) { RetryAfter = UntilPutRight, Kind = DeliveryTrouble.NeedsOperator },
        _ => new(Words, permanent: true, this),
    };
}

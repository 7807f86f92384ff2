using System.Globalization;
using ComplaintBot.Turns;

namespace ComplaintBot.Channels.BotFramework;

/// <summary>A channel, another bot or the issuer of tokens did not do what it was asked.</summary>
/// <param name="status">The HTTP status; 0 when it could not be reached or answered nonsense.</param>
internal sealed class BotFrameworkException(int status) : Exception($"The other side answered {status.ToString(CultureInfo.InvariantCulture)}.")
{
    private static readonly TimeSpan UntilPutRight = TimeSpan.FromMinutes(5);

    /// <summary>The HTTP status; 0 when it could not be reached.</summary>
    public int Status => status;

    /// <summary>Whether the issuer of tokens refused us.</summary>
    public bool IsAboutSecret { get; init; }

    /// <summary>How long it wants to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What a person has to put right; null when nothing.</summary>
    public string? Trouble => IsAboutSecret && status is >= 400 and < 500
        ? "Azure issues no token for the bot: check Channels:BotFramework:AppId, Secret and Tenant, and whether the secret has run out."
        : status is 401 ? "The channel takes no token of ours: check that Channels:BotFramework:AppId is the one the bot is registered with, and Tenant." : null;

    /// <summary>What it means for an outgoing message, in words for the desk.</summary>
    public DeliveryException ForDelivery() => status switch
    {
        _ when Trouble is { } words => new(words, permanent: false, this) { RetryAfter = UntilPutRight, Kind = DeliveryTrouble.NeedsOperator },
        429 or 412 or >= 500 => new("The channel takes no message for the moment; it is tried again.", permanent: false, this) { RetryAfter = RetryAfter },
        0 or 408 => new("The channel can't be reached; it is tried again.", permanent: false, this),
        403 => new("The customer's channel takes no message of the bot any more (403): reach them another way.", permanent: true, this) { Kind = DeliveryTrouble.CustomerGone },
        404 => new("The channel has no such conversation any more (404): reach the customer another way.", permanent: true, this) { Kind = DeliveryTrouble.CustomerGone },
        413 => new("The message is too large for the channel (413): say it in shorter ones, or send a smaller file.", permanent: true, this),
        _ => new($"The channel refuses the message ({status.ToString(CultureInfo.InvariantCulture)}): say it differently.", permanent: true, this),
    };
}

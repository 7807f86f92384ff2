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

    /// <summary>Why there was no answer that can be used; null when there was one.</summary>
    public Unreached? Why { get; init; }

    /// <summary>How long it wants to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What happened, and what can be done about it.</summary>
    public Sentence Words => Sentence.Of(
        status switch
        {
            >= 400 and < 500 when IsAboutSecret => "bot-secret",
            401 => "bot-token",
            429 or 412 or >= 500 => "bot-busy",
            0 or 408 => "bot-unreachable",
            403 => "bot-blocked",
            404 => "bot-gone",
            413 => "bot-too-large",
            _ => "bot-refused",
        },
        status);

    /// <summary>What a person has to put right; null when nothing.</summary>
    public string? Trouble => (IsAboutSecret && status is >= 400 and < 500) || status is 401 ? $"{Words}" : null;

    /// <summary>What it means for an outgoing message, in words for the desk.</summary>
    public DeliveryException ForDelivery() => status switch
    {
        _ when Trouble is { } words => new(words, permanent: false, this) { RetryAfter = UntilPutRight, Kind = DeliveryTrouble.NeedsOperator },
        429 or 412 or >= 500 => new($"{Words}", permanent: false, this) { RetryAfter = RetryAfter },
        0 or 408 => new($"{Words}", permanent: false, this),
        403 or 404 => new($"{Words}", permanent: true, this) { Kind = DeliveryTrouble.CustomerGone },
        _ => new($"{Words}", permanent: true, this),
    };
}

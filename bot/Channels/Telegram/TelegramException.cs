using System.Globalization;
using ComplaintBot.Turns;

namespace ComplaintBot.Channels.Telegram;

/// <summary>Telegram did not do what it was asked.</summary>
/// <param name="code">Its error code; 0 when it could not be reached.</param>
/// <param name="description">Its words.</param>
internal sealed class TelegramException(int code, string description) : Exception(description)
{
    private static readonly TimeSpan UntilPutRight = TimeSpan.FromMinutes(5);

    /// <summary>Its error code; 0 when it could not be reached.</summary>
    public int Code => code;

    /// <summary>Why there was no answer that can be used; null when there was one.</summary>
    public Unreached? Why { get; init; }

    /// <summary>How long it wants to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Where the chat has moved to.</summary>
    public long? MovedTo { get; init; }

    /// <summary>Whether it could not read the marks of a text; without them it takes it.</summary>
    public bool IsAboutMarks => code == 400 && Message.Contains("can't parse entities", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the token is wrong: nothing works until a person puts it right.</summary>
    public bool IsAboutToken => code is 401 or 404;

    /// <summary>What happened, and what can be done about it.</summary>
    public Sentence Words => code switch
    {
        429 => new("telegram-slower"),
        403 => new("telegram-blocked"),
        401 or 404 => new("telegram-token"),
        400 when IsAboutChat => new("telegram-no-chat"),
        400 or 413 => new("telegram-refused", ("code", code.ToString(CultureInfo.InvariantCulture)), ("words", LogText.Of(TextSplitter.Shorten(Message, 160, TextUnit.Utf16Units)))),
        0 => new("telegram-unreachable"),
        _ => Sentence.Of("telegram-failed", code),
    };

    private bool IsAboutChat => Message.Contains("chat not found", StringComparison.OrdinalIgnoreCase) || Message.Contains("deactivated", StringComparison.OrdinalIgnoreCase);

    /// <summary>What it means for an outgoing message, in words for the desk.</summary>
    public DeliveryException ForDelivery() => code switch
    {
        429 => new($"{Words}", permanent: false, this) { RetryAfter = RetryAfter ?? TimeSpan.FromSeconds(30) },
        401 or 404 => new($"{Words}", permanent: false, this) { RetryAfter = UntilPutRight, Kind = DeliveryTrouble.NeedsOperator },
        403 => new($"{Words}", permanent: true, this) { Kind = DeliveryTrouble.CustomerGone },
        400 when IsAboutChat => new($"{Words}", permanent: true, this) { Kind = DeliveryTrouble.CustomerGone },
        400 or 413 => new($"{Words}", permanent: true, this),
        _ => new($"{Words}", permanent: false, this) { RetryAfter = RetryAfter },
    };
}

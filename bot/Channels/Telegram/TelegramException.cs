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

    /// <summary>How long it wants to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Where the chat has moved to.</summary>
    public long? MovedTo { get; init; }

    /// <summary>Whether it could not read the marks of a text; without them it takes it.</summary>
    public bool IsAboutMarks => code == 400 && Message.Contains("can't parse entities", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the token is wrong: nothing works until a person puts it right.</summary>
    public bool IsAboutToken => code is 401 or 404;

    /// <summary>What it means for an outgoing message, in words for the desk.</summary>
    public DeliveryException ForDelivery() => code switch
    {
        429 => new("Telegram takes no more messages for the moment; it is tried again when Telegram says.", permanent: false, this) { RetryAfter = RetryAfter ?? TimeSpan.FromSeconds(30) },
        403 => new("The customer has blocked the bot on Telegram or left: reach them another way, by telephone or e-mail.", permanent: true, this) { Kind = DeliveryTrouble.CustomerGone },
        401 or 404 => new("Telegram does not know the bot's token: set Channels:Telegram:Token to the one @BotFather shows.", permanent: false, this) { RetryAfter = UntilPutRight, Kind = DeliveryTrouble.NeedsOperator },
        400 when Message.Contains("chat not found", StringComparison.OrdinalIgnoreCase) || Message.Contains("deactivated", StringComparison.OrdinalIgnoreCase)
            => new("Telegram has no such chat any more: reach the customer another way.", permanent: true, this) { Kind = DeliveryTrouble.CustomerGone },
        400 or 413 => new($"Telegram refuses the message ({code.ToString(CultureInfo.InvariantCulture)}): {LogText.Of(TextSplitter.Shorten(Message, 160, TextUnit.Utf16Units))}. Write it differently and send it again.", permanent: true, this),
        0 => new("Telegram can't be reached; it is tried again.", permanent: false, this),
        _ => new($"Telegram answered {code.ToString(CultureInfo.InvariantCulture)}; it is tried again.", permanent: false, this) { RetryAfter = RetryAfter },
    };
}

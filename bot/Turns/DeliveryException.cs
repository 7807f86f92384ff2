using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Turns;

/// <summary>An outgoing line could not be delivered. The message is kept with the line for who runs the server, its kind is shown at the desk: no customer's text, no secret.</summary>
/// <param name="message">What the other side said, and what a person can do about it.</param>
/// <param name="permanent">Whether trying again is of no use: blocked, unknown, refused for good.</param>
/// <param name="inner">What it came from.</param>
internal sealed class DeliveryException(string message, bool permanent, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What kind of trouble it is, for the desk to say in its reader's language.</summary>
    public DeliveryTrouble Kind { get; init; } = permanent ? DeliveryTrouble.Refused : DeliveryTrouble.Busy;

    /// <summary>What is kept with the line: the kind, which the desk says in its reader's language, then words.</summary>
    public string Reason => $"{Kind.Id()}: {Message}";

    /// <summary>Whether trying again is of no use.</summary>
    public bool IsPermanent { get; } = permanent;

    /// <summary>How long the other side wants to be left alone; null leaves it to the relay.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

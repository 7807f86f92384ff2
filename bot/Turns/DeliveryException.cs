namespace ComplaintBot.Turns;

/// <summary>An outgoing line could not be delivered. The message is kept with the line and shown on the desk: no customer's text, no secret.</summary>
/// <param name="message">What the other side said, and what a person can do about it.</param>
/// <param name="permanent">Whether trying again is of no use: blocked, unknown, refused for good.</param>
/// <param name="inner">What it came from.</param>
internal sealed class DeliveryException(string message, bool permanent, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether trying again is of no use.</summary>
    public bool IsPermanent => permanent;

    /// <summary>How long the other side wants to be left alone; null leaves it to the relay.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

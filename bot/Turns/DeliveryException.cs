namespace ComplaintBot.Turns;

/// <summary>An outgoing line could not be delivered. The message is kept with the line and shown on the desk: no customer's text, no secret.</summary>
/// <param name="message">What the other side said.</param>
/// <param name="permanent">Whether trying again is of no use: blocked, unknown, refused for good.</param>
/// <param name="inner">What it came from.</param>
internal sealed class DeliveryException(string message, bool permanent, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether trying again is of no use.</summary>
    public bool IsPermanent => permanent;
}

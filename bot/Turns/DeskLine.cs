namespace ComplaintBot.Turns;

/// <summary>A line of a transcript as the desk reads it.</summary>
/// <param name="Line">The line.</param>
/// <param name="IsDelivered">Whether it has left for the customer, or came from them; false while it waits to, and for good once it was given up.</param>
internal sealed record DeskLine(TranscriptLine Line, bool IsDelivered)
{
    /// <summary>What kind of trouble keeps it back; null when none is known.</summary>
    public string? Trouble { get; init; }
}

namespace ComplaintBot.Turns;

/// <summary>What became of a delivery that was to be accepted.</summary>
/// <param name="IsNew">False when it had been accepted or worked off before; nothing was written then.</param>
/// <param name="Sequence">The number of its line in the transcript; null when it is no line, or a turn was run on it without accepting it first.</param>
internal sealed record Acceptance(bool IsNew, long? Sequence)
{
    /// <summary>What its turn would ask the store for; null where something else waits before it, and where the store would have to look for it first.</summary>
    public Arrival? Arrival { get; init; }
}

namespace ComplaintBot.Benchmarks.Waterfalls;

/// <summary>All that the hand-written waterfall stores.</summary>
/// <param name="Step">How many questions were asked.</param>
/// <param name="Heard">The answers.</param>
internal sealed record FloorState(int Step, Heard Heard);

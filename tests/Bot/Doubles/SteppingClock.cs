namespace ComplaintBot.Tests.Doubles;

/// <summary>A clock that goes on a little whenever it is looked at, so that waits grow while turns run; the time a turn has is real.</summary>
internal sealed class SteppingClock(TimeSpan step) : TimeProvider
{
    private long ticks = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)).UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Add(ref ticks, step.Ticks), TimeSpan.Zero);
}

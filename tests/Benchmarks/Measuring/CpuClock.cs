using Perfolizer.Horology;

namespace ComplaintBot.Benchmarks.Measuring;

/// <summary>
/// The CPU time of this process instead of the time on the wall: budgets are CPU time, and what else the machine does must not count.
/// Garbage collections are in it, whichever thread does them.
/// </summary>
internal sealed class CpuClock : IClock
{
    public string Title => "CPU time of the process";

    public bool IsAvailable => true;

    public Frequency Frequency { get; } = new(TimeSpan.TicksPerSecond);

    public long GetTimestamp() => Environment.CpuUsage.TotalTime.Ticks;
}

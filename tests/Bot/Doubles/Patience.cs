namespace ComplaintBot.Tests.Doubles;

/// <summary>Waits for what comes about by itself: sockets, and work in the background. The clock of the test stands still meanwhile, unless it is given.</summary>
internal static class Patience
{
    private const int Faster = 10;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    public static Task UntilAsync(Func<bool> isSo) => UntilAsync(() => Task.FromResult(isSo()));

    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var late = new CancellationTokenSource(Longest);
        while (!await isSo())
        {
            Assert.False(late.IsCancellationRequested, "It did not come about.");
            await Task.Delay(Look, RealTime.Clock);
        }
    }

    /// <summary>Waits for what needs the clock too: paces, pauses, tries that are repeated.</summary>
    /// <param name="clock">Goes ten times as fast as real time, not more: a turn takes real time, and were the clock far ahead of it, codes would have run out and people would seem to be away.</param>
    /// <param name="isSo">Whether it has come about.</param>
    /// <param name="left">What to tell when it never does.</param>
    public static async Task UntilAsync(ManualClock clock, Func<Task<bool>> isSo, Func<Task<string>>? left = null)
    {
        using var late = new CancellationTokenSource(Longest);
        while (!await isSo())
        {
            if (late.IsCancellationRequested) Assert.Fail($"It did not come about. {(left is null ? "" : await left())}");
            await Task.Delay(Look, RealTime.Clock);
            clock.Advance(Look * Faster);
        }
    }
}

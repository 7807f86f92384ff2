namespace ComplaintBot.Tests.Doubles;

/// <summary>Waits for what comes about by itself: sockets, and work in the background. The clock of the test stands still meanwhile.</summary>
internal static class Patience
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static Task UntilAsync(Func<bool> isSo) => UntilAsync(() => Task.FromResult(isSo()));

    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var late = new CancellationTokenSource(Longest);
        while (!await isSo())
        {
            Assert.False(late.IsCancellationRequested, "It did not come about.");
            await Task.Yield();
        }
    }
}

namespace ComplaintBot.Benchmarks.Measuring;

/// <summary>
/// Lets the compiler do its second pass before anything is measured. It compiles in the background, and only while no new code is met: on
/// a busy machine that takes many short rounds with pauses, not one long one.
/// </summary>
internal static class WarmUp
{
    private const int Rounds = 60;
    private const int Calls = 30;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private static bool done;

    /// <summary>Runs the work often enough, the first time it is called in this process.</summary>
    public static void Once(Func<int> work)
    {
        if (done) return;
        done = true;
        for (var round = 0; round < Rounds; round++)
        {
            for (var call = 0; call < Calls; call++) work();
            Thread.Sleep(Pause);
        }
    }
}

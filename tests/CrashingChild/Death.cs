using System.Diagnostics;

namespace ComplaintBot.CrashingChild;

/// <summary>Kills this process, as a power switch would: nothing is flushed, closed or said goodbye to.</summary>
/// <param name="at">The step to die at; null to live on and tell each step on standard output.</param>
/// <param name="occurrence">The how-manieth such step, from 1.</param>
internal sealed class Death(string? at, int occurrence)
{
    private int seen;

    /// <summary>A step is about to be made.</summary>
    public void Step(string name)
    {
        if (at is null)
        {
            Console.Out.WriteLine(name);
            return;
        }

        if (name != at || Interlocked.Increment(ref seen) != occurrence) return;
        Console.Error.WriteLine($"dying at {name}");
        using var self = Process.GetCurrentProcess();
        self.Kill();

        // Not a step further, should the signal take its time.
        Thread.CurrentThread.Join();
    }
}

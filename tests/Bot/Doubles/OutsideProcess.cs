using System.Diagnostics;

namespace ComplaintBot.Tests.Doubles;

/// <summary>A server outside of this process; it can be killed and started again.</summary>
internal abstract class OutsideProcess : IDisposable
{
    /// <summary>The process; null once it was killed.</summary>
    protected Process? Running { get; private set; }

    /// <summary>Ends it as a loss of power would.</summary>
    public void Kill()
    {
        if (Running is null) return;
        Running.Kill();
        Running.WaitForExit();
        Running.Dispose();
        Running = null;
    }

    public virtual void Dispose() => Kill();

    /// <summary>Starts the server, in the place of the process before.</summary>
    protected void Run(ProcessStartInfo start, Action<string>? said = null, Action<string>? failed = null)
    {
        Running?.Dispose();
        Running = Begin(start, said, failed);
    }

    /// <summary>Starts a process. What it says is read whether anybody wants it or not: else it would wait for that in the end.</summary>
    /// <param name="start">What to start.</param>
    /// <param name="said">Told each line it says.</param>
    /// <param name="failed">Told each line of its errors.</param>
    protected static Process Begin(ProcessStartInfo start, Action<string>? said = null, Action<string>? failed = null)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        var begun = Process.Start(start)!;
        begun.OutputDataReceived += (_, line) => said?.Invoke(line.Data ?? "");
        begun.ErrorDataReceived += (_, line) => failed?.Invoke(line.Data ?? "");
        begun.BeginOutputReadLine();
        begun.BeginErrorReadLine();
        return begun;
    }
}

using System.Diagnostics;

namespace ComplaintBot.Tests.Doubles;

/// <summary>Signals to processes, as an operator or a power cut sends them.</summary>
internal static class Signals
{
    /// <summary>Sends one.</summary>
    /// <param name="process">To whom.</param>
    /// <param name="signal">Its name without SIG: TERM ends, STOP lets hang, CONT lets go on.</param>
    /// <returns>Whether there was somebody to take it.</returns>
    public static async Task<bool> SendAsync(Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync();
        return kill.ExitCode == 0;
    }
}

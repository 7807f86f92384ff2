using System.Diagnostics;
using ComplaintBot.Tests.Doubles;

namespace ComplaintBot.Tests.Deploy;

/// <summary>A script of <c>deploy</c>, run as an operator runs it: with the settings of the bot in its environment.</summary>
internal sealed class DeployScript : IDisposable
{
    /// <summary>Far longer than any of it takes; only a hang gets there.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> errors;

    private DeployScript(string name, IEnumerable<(string Name, string Value)> settings, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments.Prepend(Path.Combine(Folder, name))) start.ArgumentList.Add(argument);

        // A language the system does not have is complained of by every tool that is called.
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var (setting, value) in settings) start.Environment[setting] = value;
        process = Process.Start(start)!;
        (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    /// <summary>The folder <c>deploy</c> of this checkout.</summary>
    public static string Folder { get; } = FindFolder();

    public static DeployScript Start(string name, IEnumerable<(string Name, string Value)> settings, params string[] arguments) => new(name, settings, arguments);

    public static async Task<Finished> RunAsync(string name, IEnumerable<(string Name, string Value)> settings, params string[] arguments)
    {
        using var script = Start(name, settings, arguments);
        return await script.EndAsync();
    }

    /// <summary>Sends it a signal, as an operator or a power cut would.</summary>
    public Task SignalAsync(string signal) => Signals.SendAsync(process, signal);

    /// <summary>Waits for the script alone: what it has started may outlive it, and hold its output.</summary>
    public async Task<int> CodeAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    public async Task<Finished> EndAsync()
    {
        var (said, complained) = (await output.WaitAsync(Patience), await errors.WaitAsync(Patience));
        return new(await CodeAsync(), said.Trim(), complained.Trim());
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ComplaintBot.sln"))) return Path.Combine(folder.FullName, "deploy");
        throw new DirectoryNotFoundException($"No ComplaintBot.sln in or above {AppContext.BaseDirectory}.");
    }

    /// <summary>How a run ended.</summary>
    internal sealed record Finished(int Code, string Output, string Errors)
    {
        /// <summary>A run as it should be.</summary>
        public Finished Well()
        {
            Assert.Equal((0, ""), (Code, Errors));
            return this;
        }

        /// <summary>A run that refused, with a sentence that holds some words.</summary>
        public void Refused(params string[] words)
        {
            Assert.Equal(1, Code);
            Assert.All(words, word => Assert.Contains(word, Errors, StringComparison.Ordinal));
        }
    }
}

using System.Diagnostics;
using System.Text;
using ComplaintBot.Tests.Doubles;

namespace ComplaintBot.Tests.Commands;

/// <summary>The built product as a process of its own, as a user starts it.</summary>
internal sealed class Product : IDisposable
{
    /// <summary>Far longer than any of it takes; only a hang gets there.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Process process;
    private readonly Task<string> errors;

    private Product(string language, IEnumerable<string> arguments, params ReadOnlySpan<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
        };
        start.ArgumentList.Add(File);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var variable in (string[])["LC_ALL", "LC_MESSAGES", "LANGUAGE"]) start.Environment.Remove(variable);
        start.Environment["LANG"] = language;
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        process = Process.Start(start)!;
        errors = process.StandardError.ReadToEndAsync();
    }

    public const string Chinese = "zh_CN.UTF-8";
    public const string English = "en_US.UTF-8";

    /// <summary>The program; it lies beside the tests.</summary>
    public static string File { get; } = Path.Combine(AppContext.BaseDirectory, "ComplaintBot.dll");

    public int Id => process.Id;

    /// <summary>Starts it and leaves the talking to the test.</summary>
    public static Product Start(string language, params string[] arguments) => new(language, arguments);

    /// <summary>The same, with a variable of the environment.</summary>
    public static Product Start(string language, (string Name, string Value) variable, params string[] arguments) => new(language, arguments, variable);

    /// <summary>The same, with several.</summary>
    public static Product Start(string language, (string Name, string Value)[] variables, params string[] arguments) => new(language, arguments, variables);

    /// <summary>Runs it to its end on some input.</summary>
    public static Task<Finished> RunAsync(string[] arguments, params string[] lines) => RunAsync(English, arguments, lines);

    public static async Task<Finished> RunAsync(string language, string[] arguments, params string[] lines)
    {
        using var product = new Product(language, arguments);
        var writing = product.SayAllAsync(lines);
        var output = await product.RestAsync();
        await writing;
        return output;
    }

    public async Task SayAsync(string line)
    {
        await process.StandardInput.WriteAsync(line + "\n");
        await process.StandardInput.FlushAsync();
    }

    /// <summary>Reads until a text has come, and returns all of it up to there.</summary>
    public async Task<string> UntilAsync(string text)
    {
        var seen = new StringBuilder();
        var one = new char[1];
        while (!seen.ToString().EndsWith(text, StringComparison.Ordinal))
        {
            var read = await process.StandardOutput.ReadAsync(one).AsTask().WaitAsync(Patience);
            Assert.True(read > 0, $"It ended before it said '{text}'; it said: {seen}");
            seen.Append(one[0]);
        }

        return seen.ToString();
    }

    /// <summary>The address it says that it listens at.</summary>
    /// <param name="said">What it said so far.</param>
    public static string AddressOf(string said) => "http://" + said.Split("http://")[1].Split('\n')[0].Trim();

    /// <summary>Sends it a signal, as an operator would.</summary>
    public Task SignalAsync(string signal) => Signals.SendAsync(process, signal);

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>Everything it still says, and how it ended.</summary>
    public async Task<Finished> RestAsync()
    {
        var output = await process.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
        await process.WaitForExitAsync().WaitAsync(Patience);
        return new(process.ExitCode, output, await errors);
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    private async Task SayAllAsync(string[] lines)
    {
        foreach (var line in lines) await SayAsync(line);
        process.StandardInput.Close();
    }

    /// <summary>How a run ended.</summary>
    internal sealed record Finished(int Code, string Output, string Errors)
    {
        public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        /// <summary>A run as it should be: exit code 0, and nothing to complain of.</summary>
        public Finished Well()
        {
            Assert.Equal("", Errors);
            Assert.Equal(0, Code);
            return this;
        }
    }
}

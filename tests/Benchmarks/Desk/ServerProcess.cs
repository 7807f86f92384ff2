using System.Diagnostics;
using System.Globalization;
using ComplaintBot.Commands;

namespace ComplaintBot.Benchmarks.Desk;

/// <summary>The real <c>serve</c> in a process of its own, on a free port and a folder of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    /// <summary>What one address may do is raised, for all customers and all desks come from one here. All else is as it is shipped.</summary>
    private static readonly (string Name, string Value)[] Settings =
    [
        ("Server__Urls", "http://127.0.0.1:0"), ("Limits__RequestsPerMinute", "1000000"), ("Limits__TokensPerMinute", "100000"),
        ("Limits__SignInsPerMinute", "100000"), ("Limits__ConversationsPerHalfHour", "100000"), ("DirectLine__Sites__default__Playbooks", "retail"), ("LANG", "en"),
    ];

    private readonly Process process;
    private int ended;

    private ServerProcess(Process process) => this.process = process;

    /// <summary>Where it is reached.</summary>
    public string Url { get; private set; } = "";

    /// <summary>The link by which the first admin signs up.</summary>
    public string FirstAdmin { get; private set; } = "";

    /// <summary>Its memory in MB, as the system counts it (VmRSS); 0 where the system does not tell.</summary>
    public double Memory()
    {
        var file = string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}/status");
        if (!File.Exists(file)) return 0;
        var line = File.ReadLines(file).First(one => one.StartsWith("VmRSS", StringComparison.Ordinal));
        return double.Parse(string.Concat(line.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture) / 1_024;
    }

    /// <summary>CPU time it has used.</summary>
    public TimeSpan Cpu()
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    /// <summary>Starts it, and waits until it says that it is ready.</summary>
    /// <param name="data">Its folder.</param>
    /// <param name="more">Settings besides.</param>
    public static async Task<ServerProcess> StartAsync(string data, params (string Name, string Value)[] more)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Composition).Assembly.Location, "serve", "--data", data])
        {
            WorkingDirectory = data,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in (IEnumerable<(string, string)>)[.. Settings, .. more.Select(one => (one.Name.Replace(":", "__", StringComparison.Ordinal), one.Value))]) start.Environment[name] = value;
        var server = new ServerProcess(Process.Start(start)!);
        server.process.ErrorDataReceived += (_, line) => Tell(line.Data);
        server.process.BeginErrorReadLine();
        while (await server.process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("http://", StringComparison.Ordinal)) server.Take(line[line.IndexOf("http://", StringComparison.Ordinal)..].Trim());
            if (line.StartsWith("Ready", StringComparison.Ordinal)) return server;
        }

        throw new InvalidOperationException("The server ended before it was ready; standard error says why.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref ended, 1) != 0) return;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>Shows what goes wrong; that accounts were made is no news.</summary>
    private static void Tell(string? line)
    {
        if (line is not null && !line.Contains(" info: ", StringComparison.Ordinal)) Console.Error.WriteLine(line);
    }

    private void Take(string address)
    {
        if (Url.Length == 0) Url = address.TrimEnd('/');
        else FirstAdmin = address;
    }
}

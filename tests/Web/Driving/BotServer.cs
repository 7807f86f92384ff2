using System.Diagnostics;
using System.Globalization;
using ComplaintBot.Platforms;

namespace ComplaintBot.Web.Tests.Driving;

/// <summary>The real server in a process of its own, on a free port, with a data folder that is removed in the end.</summary>
internal sealed class BotServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PatienceForAnHour = TimeSpan.FromMinutes(4);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("complaint-web-");
    private readonly Dictionary<string, string> settings;
    private readonly TaskCompletionSource<string> invitation = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? process;

    private BotServer(int port, (string Name, string Value)[] own)
    {
        Url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        settings = new()
        {
            ["Server__Urls"] = Url,
            ["Server__Data"] = folder.FullName,
            ["DirectLine__PauseMilliseconds"] = "0",
            ["Limits__RequestsPerMinute"] = "100000",
            ["Limits__TokensPerMinute"] = "10000",
            ["Limits__SignInsPerMinute"] = "10000",
            ["Limits__ConversationsPerHalfHour"] = "10000",
            ["Limits__MessagesPerMinute"] = "6000",
        };
        foreach (var (name, value) in own) settings[name] = value;
    }

    /// <summary>Where it is.</summary>
    public string Url { get; }

    /// <summary>The file of the key that tokens are signed with.</summary>
    public string KeyFile => Path.Combine(folder.FullName, "token.key");

    /// <summary>The link that lets the first person in at the desk, as the server prints it.</summary>
    public Task<string> InvitationAsync() => invitation.Task.WaitAsync(Patience);

    /// <summary>Starts a server with settings of its own.</summary>
    public static async Task<BotServer> StartAsync(params (string Name, string Value)[] own)
    {
        var server = new BotServer(FreePort.Take(), own);
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Starts a server on an invented busy hour.</summary>
    /// <returns>The server, and the links that let the people of that hour in, by their names.</returns>
    public static async Task<(BotServer Server, IReadOnlyDictionary<string, string> Links)> StartSeededAsync()
    {
        var server = new BotServer(FreePort.Take(), []);
        using var seeding = Process.Start(server.Command("seed", "--data", server.folder.FullName, "--people"))!;
        var (said, failed) = (seeding.StandardOutput.ReadToEndAsync(), seeding.StandardError.ReadToEndAsync());
        await seeding.WaitForExitAsync().WaitAsync(PatienceForAnHour);
        if (seeding.ExitCode != 0) throw new InvalidOperationException($"Nothing was seeded: {await failed}");
        await server.StartAgainAsync();
        var links = from line in (await said).Split('\n')
                    let at = line.IndexOf($"{server.Url}/desk/#/invite/", StringComparison.Ordinal)
                    where at > 0
                    select (Name: line[..line.IndexOfAny(['(', '（', '，', ','])].Trim(), Link: line[at..].Trim());
        return (server, links.ToDictionary(one => one.Name, one => one.Link));
    }

    /// <summary>Ends it as a crash does: without a word.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Starts it on what it has left.</summary>
    public async Task StartAgainAsync()
    {
        process = Process.Start(Command("serve"))!;
        var said = process.StandardError.ReadToEndAsync();
        var announced = AnnouncedAsync(process.StandardOutput);
        if (await Task.WhenAny(announced, said).WaitAsync(Patience) == said) throw new InvalidOperationException($"The server ended: {await said}");
        await announced;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (process is not null) await KillAsync();
        folder.Delete(recursive: true);
    }

    private ProcessStartInfo Command(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.FullName };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ComplaintBot.dll"));
        foreach (var word in words) start.ArgumentList.Add(word);
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return start;
    }

    private async Task AnnouncedAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            if (!line.Contains(Url, StringComparison.Ordinal)) continue;

            _ = ListenAsync(output);
            return;
        }

        await Task.Delay(Timeout.InfiniteTimeSpan);
    }

    /// <summary>What it says later is read as well, or it would wait for somebody to read it.</summary>
    private async Task ListenAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
            if (line.IndexOf($"{Url}/desk/#/invite/", StringComparison.Ordinal) is var at and >= 0) invitation.TrySetResult(line[at..].Trim());
    }
}

using System.Diagnostics;
using System.Globalization;
using ComplaintBot.Tests.Commands;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Tests.Stores.Redis;

namespace ComplaintBot.Tests.Nodes;

/// <summary>One node of several, as a process of its own; it can be killed and started again.</summary>
internal sealed class NodeProcess : IDisposable
{
    public const string Secret = "a-secret-of-the-shop-for-its-servers";

    private readonly TempFolder folder = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(2) };
    private readonly Dictionary<string, string> settings;
    private readonly int port = RedisProcess.FreePort();
    private readonly TaskCompletionSource<string> invitation = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? process;

    /// <param name="settings">Where conversations and cases are kept.</param>
    public NodeProcess(params (string Name, string Value)[] settings) => this.settings = new(settings.ToDictionary(one => one.Name, one => one.Value))
    {
        ["Server:Urls"] = Url,
        ["Server:Data"] = folder.Path,
        ["DirectLine:PauseMilliseconds"] = "0",
        ["DirectLine:Sites:default:Secret"] = Secret,
        ["DirectLine:Sites:default:Playbooks"] = "retail",
        ["Limits:RequestsPerMinute"] = "1000000",
        ["Limits:MessagesPerMinute"] = "6000",
        ["Limits:ConversationsPerHalfHour"] = "100000",
    };

    public string Url => $"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Starts it, and waits until it takes customers. One that can't start yet is started again, as whoever keeps it running would.</summary>
    public async Task StartAsync()
    {
        var said = new List<string>();
        Run(said);
        var since = RealTime.Clock.GetTimestamp();
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(50), RealTime.Clock);
        while (process!.HasExited || !await IsReadyAsync())
        {
            await pulse.WaitForNextTickAsync();
            lock (said) Assert.True(RealTime.Clock.GetElapsedTime(since) < TimeSpan.FromMinutes(2), $"The node does not start: {string.Join('\n', said)}");
            if (process.HasExited) Run(said);
        }
    }

    /// <summary>The link of the first admin, which it says once it takes customers. The node that was started last has the one that is good.</summary>
    public Task<string> InvitationAsync() => invitation.Task.WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>Ends it as a loss of power would.</summary>
    public void Kill()
    {
        if (process is null) return;
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        process = null;
    }

    public void Dispose()
    {
        Kill();
        http.Dispose();
        folder.Dispose();
    }

    private void Run(List<string> said)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.Path };
        start.ArgumentList.Add(Product.File);
        start.ArgumentList.Add("serve");
        foreach (var (name, value) in settings) start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        process?.Dispose();
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.IndexOf($"{Url}/desk/#/invite/", StringComparison.Ordinal) is { } at and >= 0) invitation.TrySetResult(line.Data[at..].Trim());
        };
        process.ErrorDataReceived += (_, line) =>
        {
            lock (said) said.Add(line.Data ?? "");
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await http.GetAsync($"{Url}/healthz/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}

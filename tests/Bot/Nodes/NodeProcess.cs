using System.Diagnostics;
using System.Globalization;
using ComplaintBot.Tests.Commands;
using ComplaintBot.Tests.Doubles;

namespace ComplaintBot.Tests.Nodes;

/// <summary>One node of several, as a process of its own.</summary>
internal sealed class NodeProcess : OutsideProcess
{
    public const string Secret = "a-secret-of-the-shop-for-its-servers";

    private readonly TempFolder folder = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(2) };
    private readonly Dictionary<string, string> settings;
    private readonly int port = FreePort.Take();
    private readonly TaskCompletionSource<string> invitation = new(TaskCreationOptions.RunContinuationsAsynchronously);

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
        while (Running!.HasExited || !await IsReadyAsync())
        {
            await pulse.WaitForNextTickAsync();
            lock (said) Assert.True(RealTime.Clock.GetElapsedTime(since) < TimeSpan.FromMinutes(2), $"The node does not start: {string.Join('\n', said)}");
            if (Running.HasExited) Run(said);
        }
    }

    /// <summary>The link of the first admin, which it says once it takes customers. The node that was started last has the one that is good.</summary>
    public Task<string> InvitationAsync() => invitation.Task.WaitAsync(TimeSpan.FromSeconds(30));

    public override void Dispose()
    {
        base.Dispose();
        http.Dispose();
        folder.Dispose();
    }

    private void Run(List<string> said)
    {
        var start = new ProcessStartInfo("dotnet", [Product.File, "serve"]) { WorkingDirectory = folder.Path };
        foreach (var (name, value) in settings) start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        Run(start, Invited, failed =>
        {
            lock (said) said.Add(failed);
        });
    }

    private void Invited(string line)
    {
        if (line.IndexOf($"{Url}/desk/#/invite/", StringComparison.Ordinal) is var at and >= 0) invitation.TrySetResult(line[at..].Trim());
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

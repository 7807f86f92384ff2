using System.Diagnostics;
using ComplaintBot.Tests.Deploy;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Tests.Stores.Redis;

namespace ComplaintBot.Tests.Nodes;

/// <summary>The proxy of <c>deploy/proxy</c>, before two nodes.</summary>
internal sealed class ProxyProcess : IDisposable
{
    private readonly Process process;

    public ProxyProcess(string one, string other)
    {
        var bind = $"127.0.0.1:{RedisProcess.FreePort()}";
        var start = new ProcessStartInfo("haproxy", ["-db", "-f", Path.Combine(DeployScript.Folder, "proxy", "haproxy.cfg")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        (start.Environment["PROXY_BIND"], start.Environment["BOT1"], start.Environment["BOT2"]) = (bind, new Uri(one).Authority, new Uri(other).Authority);
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Url = $"http://{bind}";
    }

    public string Url { get; }

    /// <summary>Waits until it has found the nodes.</summary>
    public async Task AnswersAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var since = RealTime.Clock.GetTimestamp();
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(100), RealTime.Clock);
        for (var answered = 0; answered < 10;)
        {
            await pulse.WaitForNextTickAsync();
            Assert.True(RealTime.Clock.GetElapsedTime(since) < TimeSpan.FromSeconds(60), "The proxy does not answer.");
            try
            {
                using var answer = await http.GetAsync(new Uri(Url + "/healthz/live"));
                answered = answer.IsSuccessStatusCode ? answered + 1 : 0;
            }
            catch (HttpRequestException)
            {
                answered = 0;
            }
        }
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }
}

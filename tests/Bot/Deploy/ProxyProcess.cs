using System.Diagnostics;
using ComplaintBot.Tests.Doubles;

namespace ComplaintBot.Tests.Deploy;

/// <summary>The proxy of <c>deploy/proxy</c> as a process of its own, before two nodes.</summary>
internal sealed class ProxyProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> log;

    /// <param name="one">Where one node listens.</param>
    /// <param name="other">Where the other does; null for one that is not there.</param>
    /// <param name="certificate">The file of the certificate and its key, when the proxy itself speaks https; else null.</param>
    public ProxyProcess(string one, string? other = null, string? certificate = null)
    {
        string[] files = certificate is null ? ["haproxy.cfg"] : ["haproxy.cfg", "tls.cfg"];
        var start = new ProcessStartInfo("haproxy", ["-db", .. files.SelectMany(file => new[] { "-f", Path.Combine(DeployScript.Folder, "proxy", file) })]) { RedirectStandardOutput = true, RedirectStandardError = true };
        (start.Environment["PROXY_BIND"], start.Environment["BOT1"], start.Environment["BOT2"]) = (Authority, new Uri(one).Authority, other is null ? Place() : new Uri(other).Authority);
        if (certificate is not null) (start.Environment["PROXY_TLS"], start.Environment["PROXY_TLS_BIND"], start.Environment["PROXY_CERTIFICATE"]) = ("yes", SecureAuthority, certificate);
        process = Process.Start(start)!;
        log = process.StandardOutput.ReadToEndAsync();
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
    }

    /// <summary>Host and port it listens at.</summary>
    public string Authority { get; } = Place();

    /// <summary>Host and port it listens at for https.</summary>
    public string SecureAuthority { get; } = Place();

    public string Url => $"http://{Authority}";

    /// <summary>Waits until it has found the nodes that are there, and dropped the one that is not.</summary>
    public async Task AnswersAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new(Url) };
        await AnswersAsync(http);
    }

    /// <summary>The same, asked in some way.</summary>
    public static async Task AnswersAsync(HttpClient http)
    {
        var since = RealTime.Clock.GetTimestamp();
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(100), RealTime.Clock);
        for (var answered = 0; answered < 10;)
        {
            await pulse.WaitForNextTickAsync();
            Assert.True(RealTime.Clock.GetElapsedTime(since) < TimeSpan.FromSeconds(60), "The proxy does not answer.");
            try
            {
                using var answer = await http.GetAsync(new Uri("/healthz/live", UriKind.Relative));
                answered = answer.IsSuccessStatusCode ? answered + 1 : 0;
            }
            catch (HttpRequestException)
            {
                answered = 0;
            }
        }
    }

    /// <summary>Ends it.</summary>
    /// <returns>Its log.</returns>
    public Task<string> EndAsync()
    {
        process.Kill();
        return log;
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    private static string Place() => $"127.0.0.1:{FreePort.Take()}";
}

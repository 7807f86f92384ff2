using System.Collections.Concurrent;
using System.Net;
using System.Text;
using ComplaintBot.Tests.Doubles;

namespace ComplaintBot.Tests.Serving.Watching;

/// <summary>Stands for a collector: takes what comes by OTLP over HTTP, and keeps it.</summary>
internal sealed class LoopbackCollector : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly ConcurrentQueue<(string Path, string Body)> received = new();
    private readonly Task serving;

    public LoopbackCollector()
    {
        Url = $"http://127.0.0.1:{FreePort.Take()}";
        listener.Prefixes.Add(Url + "/");
        listener.Start();
        serving = Task.Run(ServeAsync);
    }

    public string Url { get; }

    /// <summary>The status it answers with.</summary>
    public int Status { get; set; } = 200;

    /// <summary>All that came to an address; names and texts stand in protobuf as they are.</summary>
    public string At(string path) => string.Concat(received.Where(one => one.Path == path).Select(one => one.Body));

    /// <summary>Waits until something has come.</summary>
    public async Task HearsAsync(string path, string text)
    {
        var since = RealTime.Clock.GetTimestamp();
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(50), RealTime.Clock);
        while (!At(path).Contains(text, StringComparison.Ordinal))
        {
            Assert.True(RealTime.Clock.GetElapsedTime(since) < TimeSpan.FromSeconds(60), $"'{text}' never came to {path}.");
            await pulse.WaitForNextTickAsync();
        }
    }

    public void Dispose()
    {
        listener.Close();
        serving.Wait(TimeSpan.FromSeconds(5));
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            received.Enqueue((context.Request.Url!.AbsolutePath, Encoding.UTF8.GetString(body.ToArray())));
            context.Response.StatusCode = Status;
            context.Response.Close();
        }
    }
}

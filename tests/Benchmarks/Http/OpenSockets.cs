using System.Globalization;
using ComplaintBot.Benchmarks.Desk;

namespace ComplaintBot.Benchmarks.Http;

/// <summary>Ten thousand customers with the chat open: what the server needs for them, and whether one of them still gets an answer.</summary>
internal sealed class OpenSockets(TextWriter output)
{
    private const int AtOnce = 64;

    /// <summary>Runs it.</summary>
    /// <param name="count">How many sockets; both processes need as many open files.</param>
    public async Task RunAsync(int count)
    {
        var data = Directory.CreateTempSubdirectory("complaint-sockets-").FullName;
        using var end = new CancellationTokenSource();
        await using var server = await ServerProcess.StartAsync(data);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(5));
            var idle = server.Memory();
            var next = 0;
            var open = new ChatCustomer[count];
            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
            {
                for (int i; (i = Interlocked.Increment(ref next) - 1) < count;) open[i] = await ChatCustomer.OpenAsync(http, server.Url, end.Token);
            }));
            await Task.Delay(TimeSpan.FromSeconds(30));
            var (full, cpu) = (server.Memory(), server.Cpu());
            await Task.Delay(TimeSpan.FromSeconds(20));
            var used = (server.Cpu() - cpu).TotalSeconds / 20;
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"idle {idle:F0} MB; with {count} open sockets {full:F0} MB, {(full - idle) * 1_024 / count:F1} kB each; keeping them open takes {used:P0} of one core"));
            foreach (var customer in open) customer.Dispose();
        }
        finally
        {
            await end.CancelAsync();
            await server.DisposeAsync();
            Directory.Delete(data, recursive: true);
        }
    }
}

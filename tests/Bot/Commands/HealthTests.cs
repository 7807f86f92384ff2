using System.Net;
using System.Net.Sockets;
using ComplaintBot.Tests.Doubles;

namespace ComplaintBot.Tests.Commands;

/// <summary>What a container asks itself.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task A_server_that_serves_is_well_whether_it_is_named_or_stands_in_the_settings()
    {
        using var folder = new TempFolder();
        using var server = Product.Start(Product.English, "serve", "--urls", "http://127.0.0.1:0", "--data", folder.File("data"));
        var address = Product.AddressOf(await server.UntilAsync("Ready."));

        var named = await Product.RunAsync(["health", address]);
        using var asking = Product.Start(Product.English, ("Server__Urls", address.Replace("127.0.0.1", "*", StringComparison.Ordinal)), "health");
        var fromSettings = await asking.RestAsync();

        Assert.Equal((0, 0), (named.Code, fromSettings.Code));
        Assert.Matches("ready|degraded", named.Output);
        Assert.Contains("http://localhost:", fromSettings.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_listens_or_somebody_else_it_is_not_well()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://{listener.LocalEndpoint}";
        var stranger = AnswerAsync(listener);

        var other = await Product.RunAsync(["health", address]);
        await stranger;
        listener.Stop();
        var nobody = await Product.RunAsync(["health", address]);
        var nonsense = await Product.RunAsync(["health", "nowhere"]);

        Assert.Equal((1, 1, 1), (other.Code, nobody.Code, nonsense.Code));
        Assert.Contains("does not answer", other.Output, StringComparison.Ordinal);
        Assert.Contains("does not answer", nobody.Output, StringComparison.Ordinal);
        Assert.Contains("http://localhost:5080", nonsense.Errors, StringComparison.Ordinal);
    }

    private static async Task AnswerAsync(TcpListener listener)
    {
        using var caller = await listener.AcceptTcpClientAsync();
        await using var stream = caller.GetStream();
        await stream.ReadExactlyAsync(new byte[16]);
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"u8.ToArray());
    }
}

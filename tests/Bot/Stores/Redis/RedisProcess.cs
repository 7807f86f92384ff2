using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Turns.Redis;

namespace ComplaintBot.Tests.Stores.Redis;

/// <summary>A real redis-server on a free port, with a folder of its own.</summary>
internal sealed class RedisProcess : OutsideProcess
{
    private readonly TempFolder folder = new();
    private readonly string[] more;

    /// <param name="more">Arguments beyond port, folder and durable writing.</param>
    public RedisProcess(params string[] more)
    {
        this.more = more;
        Port = FreePort.Take();
        Start();
    }

    public int Port { get; }

    public string Endpoint => $"127.0.0.1:{Port}";

    /// <summary>Where it keeps its data.</summary>
    public string Folder => folder.Path;

    /// <summary>The password it wants; empty for none.</summary>
    public string Password => Array.IndexOf(more, "--requirepass") is >= 0 and var at ? more[at + 1] : "";

    /// <summary>How to reach some servers, with names of its own for every test.</summary>
    public static RedisSettings Settings(params ReadOnlySpan<string> endpoints) => new()
    {
        Endpoints = [.. endpoints],
        Prefix = $"t{Convert.ToHexString(RandomNumberGenerator.GetBytes(12))}",
        ConnectTimeout = TimeSpan.FromSeconds(10),
        CommandTimeout = TimeSpan.FromSeconds(20),
    };

    public void Start()
    {
        Run(new("redis-server",
        [
            "--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", folder.Path, "--save", "", "--appendonly", "yes", "--appendfsync", "always",
            "--maxmemory-policy", "noeviction", .. more,
        ]));
        WaitUntilItAnswers();
    }

    /// <summary>What the server answers to a command, without its type.</summary>
    public string Ask(params string[] words)
    {
        using var cli = Process.Start(new ProcessStartInfo("redis-cli", ["-p", Port.ToString(CultureInfo.InvariantCulture), .. words]) { RedirectStandardOutput = true })!;
        var said = cli.StandardOutput.ReadToEndAsync();
        if (!cli.WaitForExit(TimeSpan.FromSeconds(30)))
        {
            cli.Kill();
            Assert.Fail($"redis-cli does not end: {string.Join(' ', words)}");
        }

        return said.GetAwaiter().GetResult().Trim();
    }

    public override void Dispose()
    {
        base.Dispose();
        folder.Dispose();
    }

    private void WaitUntilItAnswers()
    {
        var since = RealTime.Clock.GetTimestamp();
        while (Ask("PING").Split(' ')[0] is not ("PONG" or "NOAUTH"))
        {
            Assert.True(RealTime.Clock.GetElapsedTime(since) < TimeSpan.FromSeconds(30), "redis-server does not answer.");
            Assert.False(Running!.HasExited, "redis-server has ended.");
        }
    }
}

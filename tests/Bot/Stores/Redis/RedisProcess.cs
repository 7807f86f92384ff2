using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Turns.Redis;

namespace ComplaintBot.Tests.Stores.Redis;

/// <summary>A real redis-server on a free port, with a folder of its own; it can be killed and started again.</summary>
internal sealed class RedisProcess : IDisposable
{
    private static readonly ConcurrentDictionary<int, bool> Given = new();

    private readonly TempFolder folder = new();
    private readonly string[] more;
    private Process? process;

    /// <param name="more">Arguments beyond port, folder and durable writing.</param>
    public RedisProcess(params string[] more)
    {
        this.more = more;
        Port = FreePort();
        Start();
    }

    public int Port { get; }

    public string Endpoint => $"127.0.0.1:{Port}";

    /// <summary>Where it keeps its data.</summary>
    public string Folder => folder.Path;

    /// <summary>The password it wants; empty for none.</summary>
    public string Password => Array.IndexOf(more, "--requirepass") is >= 0 and var at ? more[at + 1] : "";

    /// <summary>
    /// A port that is free, that no other test was given, and that the system gives to nobody who asks for any: those begin at 32,768, and a
    /// process that starts for seconds would find its own taken. A Redis Cluster also uses the one ten thousand above.
    /// </summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(12_000, 22_000);
            if (!Given.TryAdd(port, true)) continue;
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody outside has it.
            }
        }
    }

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
        var start = new ProcessStartInfo("redis-server") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", folder.Path, "--save", "", "--appendonly", "yes", "--appendfsync", "always",
            "--maxmemory-policy", "noeviction", .. more,
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        WaitUntilItAnswers();
    }

    /// <summary>Ends it as a loss of power would.</summary>
    public void Kill()
    {
        if (process is null) return;
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        process = null;
    }

    /// <summary>What the server answers to a command, without its type.</summary>
    public string Ask(params string[] words)
    {
        var start = new ProcessStartInfo("redis-cli") { RedirectStandardOutput = true };
        foreach (var word in (string[])["-p", Port.ToString(CultureInfo.InvariantCulture), .. words]) start.ArgumentList.Add(word);
        using var cli = Process.Start(start)!;
        var said = cli.StandardOutput.ReadToEnd();
        cli.WaitForExit();
        return said.Trim();
    }

    public void Dispose()
    {
        Kill();
        folder.Dispose();
    }

    private void WaitUntilItAnswers()
    {
        var since = RealTime.Clock.GetTimestamp();
        while (Ask("PING").Split(' ')[0] is not ("PONG" or "NOAUTH"))
        {
            Assert.True(RealTime.Clock.GetElapsedTime(since) < TimeSpan.FromSeconds(30), "redis-server does not answer.");
            Assert.False(process!.HasExited, "redis-server has ended.");
        }
    }
}

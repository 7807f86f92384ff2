using System.Diagnostics;
using System.Globalization;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Turns.Postgres;
using Npgsql;

namespace ComplaintBot.Tests.Stores.Postgres;

/// <summary>A real PostgreSQL on a free port, with a folder of its own.</summary>
internal sealed class PostgresProcess : OutsideProcess
{
    private const string Owner = "postgres";

    private readonly TempFolder folder = new();
    private readonly int port = FreePort.Take();
    private int schemas;

    public PostgresProcess()
    {
        if (IsRoot) Finish("chown", Owner, folder.Path);
        Finish([.. AsOwner, Tool("initdb"), "--pgdata", Data, "--username", Owner, "--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-instructions"]);
        Start();
    }

    /// <summary>How to reach it, as a user of everything.</summary>
    public string Connection => $"Host=127.0.0.1;Port={port};Username={Owner};Database=postgres";

    private static bool IsRoot => Environment.UserName == "root";

    /// <summary>It refuses to run as root; so root starts it as the user its package has made. The process stays the same, so that a signal reaches it.</summary>
    private static string[] AsOwner => IsRoot ? ["setpriv", "--reuid", Owner, "--regid", Owner, "--clear-groups"] : [];

    private string Data => folder.File("data");

    /// <summary>How to reach tables of its own for every test.</summary>
    public PostgresSettings Settings() => new($"{Connection};Search Path=t{Interlocked.Increment(ref schemas)}");

    public void Start()
    {
        string[] command = [.. AsOwner, Tool("postgres"), "-D", Data, "-p", port.ToString(CultureInfo.InvariantCulture), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=300"];
        Run(Of(command));
        var since = RealTime.Clock.GetTimestamp();
        while (!Answers())
        {
            Assert.True(RealTime.Clock.GetElapsedTime(since) < TimeSpan.FromSeconds(60), "PostgreSQL does not answer.");

            // What a killed one leaves behind may hold the folder for a moment.
            if (Running!.HasExited) Run(Of(command));
        }
    }

    /// <summary>Runs a statement in the schema of some settings.</summary>
    public static int Run(PostgresSettings settings, string sql)
    {
        using var connection = new NpgsqlConnection(settings.Connection + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteNonQuery();
    }

    /// <summary>Sends it a signal: STOP lets it hang, CONT go on.</summary>
    public async Task SignalAsync(string signal) => Assert.True(await Signals.SendAsync(Running!, signal), $"SIG{signal} was not taken.");

    public override void Dispose()
    {
        base.Dispose();

        // Its own processes notice that it is gone, and then leave the folder.
        var since = RealTime.Clock.GetTimestamp();
        while (true)
        {
            try
            {
                folder.Dispose();
                return;
            }
            catch (IOException) when (RealTime.Clock.GetElapsedTime(since) < TimeSpan.FromSeconds(20))
            {
                Thread.Yield();
            }
        }
    }

    private static string Tool(string name)
    {
        var versions = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        return versions.OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin", name)).FirstOrDefault(File.Exists) ?? name;
    }

    private static ProcessStartInfo Of(string[] command) => new(command[0], command[1..]) { WorkingDirectory = "/" };

    private static void Finish(params string[] command)
    {
        using var one = Begin(Of(command));
        one.WaitForExit();
        Assert.True(one.ExitCode == 0, $"{string.Join(' ', command)} ended with {one.ExitCode}.");
    }

    private bool Answers()
    {
        try
        {
            using var connection = new NpgsqlConnection(Connection + ";Pooling=false;Timeout=2");
            connection.Open();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}

using System.Security.Cryptography;
using System.Text;
using ComplaintBot.Channels.DirectLine;
using ComplaintBot.Commands;
using ComplaintBot.Desk.Accounts.Sqlite;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Serving;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Tests.Stores;
using ComplaintBot.Tests.Stores.Postgres;
using ComplaintBot.Tests.Stores.Redis;
using ComplaintBot.Turns;
using ComplaintBot.Turns.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace ComplaintBot.Tests.Deploy;

/// <summary><c>deploy/backup.sh</c> and <c>deploy/restore.sh</c> on real stores.</summary>
public sealed class BackupTests : IDisposable
{
    private const string Number = "C-20260302-000017";

    private static readonly Lazy<(Brain Brain, ComplaintBot.Playbooks.PlaybookFolder Folder)> Shipped = new(() => Composition.Think(null));

    private readonly TempFolder folder = new();

    private string Backups => folder.File("backups");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_embedded_store_in_use_is_backed_up_whole_and_comes_back_with_its_keys()
    {
        var (data, other) = (folder.File("data"), folder.File("other"));
        string backup;
        var key = SigningKey.Of(data);
        Directory.CreateDirectory(Path.Combine(data, "keys"));
        await File.WriteAllTextAsync(Path.Combine(data, "keys", "key-1.xml"), "<key/>");
        using (var database = await SqliteDatabase.OpenAsync(data, default))
        using (await DeskSchema.OpenAsync(data, default))
        {
            var store = new SqliteConversationStore(database);
            await store.TryCommitAsync(Given.Opening(Number, Given.Key, Given.Filed(Number, CaseEventKind.Opened)), default);
            using var ending = new CancellationTokenSource();
            var writing = Task.Run(() => WriteAsync(store, ending.Token));
            backup = (await BackUpAsync(Folder(data))).Well().Output;
            await ending.CancelAsync();
            await writing;
            await store.TryCommitAsync(Given.Turn(Given.Inbound("later"), 1, "later"), default);
            (await RestoreAsync(Folder(data), "--overwrite", backup)).Refused("in use", "Stop the bot");
        }

        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(backup));
        (await RestoreAsync(Folder(other), backup)).Well();
        Assert.Equal(key, SigningKey.Of(other));
        Assert.True(File.Exists(Path.Combine(other, "keys", "key-1.xml")) && File.Exists(Path.Combine(other, "desk.db")));
        await HoldsAsync(other, "state");

        (await RestoreAsync(Folder(data), backup)).Refused("is there already", "--overwrite");
        await HoldsAsync(data, "later");
        (await RestoreAsync(Folder(data), "--overwrite", backup)).Well();
        await HoldsAsync(data, "state");
        await HoldsAsync(Assert.Single(Directory.GetDirectories(data, "before-restore-*")), "later");
    }

    [Fact]
    public async Task Redis_and_PostgreSQL_come_back_as_they_were()
    {
        using var postgres = new PostgresProcess();
        using var redis = new RedisProcess("--requirepass", "a word of the test", "--repl-diskless-sync-delay", "0");
        var settings = Settings(redis, postgres);
        string backup;
        using (var parts = await OpenAsync(settings))
        {
            await parts.Store.TryCommitAsync(Given.Opening(Number, Given.Key, Given.Filed(Number, CaseEventKind.Opened)), default);
            Assert.Single(await parts.Ledger.TimelineAsync(Number, default));
            backup = (await BackUpAsync(settings)).Well().Output;
            await parts.Store.TryCommitAsync(Given.Turn(Given.Inbound("later"), 1, "later") with { Events = [Given.Filed(Number, CaseEventKind.TacticUsed)] }, default);
            Assert.Equal(2, (await parts.Ledger.TimelineAsync(Number, default)).Count);
            (await RestoreAsync(settings, "--redis-data", redis.Folder, "--overwrite", backup)).Refused("The bot is connected", "Stop all nodes");
        }

        (await RestoreAsync(settings, "--redis-data", redis.Folder, backup)).Refused("schema 'complaints'", "--overwrite");
        (await RestoreAsync(settings, "--redis-data", redis.Folder, "--overwrite", backup)).Refused("is running", "Stop it");
        using (var parts = await OpenAsync(settings)) Assert.Equal("later", Given.Text(await parts.Store.LoadAsync(Given.Key, Given.Now, default)));

        redis.Kill();
        Run(postgres, "DROP SCHEMA complaints CASCADE");
        (await RestoreAsync(settings, "--redis-data", redis.Folder, backup)).Refused("appendonlydir", "--overwrite");
        (await RestoreAsync(settings, "--redis-data", redis.Folder, "--overwrite", backup)).Well();
        redis.Start();
        using (var parts = await OpenAsync(settings))
        {
            Assert.Equal("state", Given.Text(await parts.Store.LoadAsync(Given.Key, Given.Now, default)));
            Assert.Single(await parts.Ledger.TimelineAsync(Number, default));
            await parts.Store.TryCommitAsync(Given.Turn(Given.Inbound("again"), 1, "again") with { Events = [Given.Filed(Number, CaseEventKind.TacticUsed)] }, default);
            Assert.Equal(2, (await parts.Ledger.TimelineAsync(Number, default)).Count);
        }

        // What was restored is durable like what was written since.
        redis.Kill();
        redis.Start();
        using (var parts = await OpenAsync(settings)) Assert.Equal("again", Given.Text(await parts.Store.LoadAsync(Given.Key, Given.Now, default)));
    }

    [Theory]
    [InlineData("TERM", 143)]
    [InlineData("KILL", 137)]
    public async Task An_interrupted_backup_leaves_no_half_file_and_does_not_disturb_the_next(string signal, int code)
    {
        using var postgres = new PostgresProcess();
        using var redis = new RedisProcess("--repl-diskless-sync-delay", "0");
        var settings = Settings(redis, postgres);
        (await OpenAsync(settings)).Dispose();
        using (var blocking = new NpgsqlConnection(postgres.Connection + ";Pooling=false"))
        {
            blocking.Open();
            using var transaction = blocking.BeginTransaction();
            using var locking = new NpgsqlCommand("LOCK TABLE complaints.entry IN ACCESS EXCLUSIVE MODE", blocking, transaction);
            locking.ExecuteNonQuery();
            using var script = DeployScript.Start("backup.sh", settings, Backups);
            Until(() => Run(postgres, "SELECT count(*) FROM pg_locks WHERE NOT granted") > 0);
            (await BackUpAsync(settings)).Refused("under way");
            Assert.Empty(Directory.GetFiles(Backups, "complaints-*"));

            await script.SignalAsync(signal);
            Assert.Equal(code, await script.CodeAsync());
        }

        Assert.Empty(Directory.GetFiles(Backups, "complaints-*"));
        var next = (await BackUpAsync(settings)).Well().Output;
        Assert.Equal([next], Directory.GetFiles(Backups, "complaints-*"));
        Assert.Empty(Directory.GetDirectories(Backups));
    }

    [Fact]
    public async Task A_damaged_backup_and_wrong_settings_are_refused_before_anything_is_written()
    {
        var data = folder.File("data");
        using (await SqliteDatabase.OpenAsync(data, default)) { }
        var backup = (await BackUpAsync(Folder(data))).Well().Output;
        var bytes = await File.ReadAllBytesAsync(backup);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(folder.File("damaged"), bytes);

        (await RestoreAsync(Folder(folder.File("new")), folder.File("damaged"))).Refused("damaged");
        (await RestoreAsync(Folder(folder.File("new")), folder.File("missing"))).Refused("no backup");
        (await BackUpAsync(Folder(folder.File("empty")))).Refused("complaints.db", "Server__Data");
        (await BackUpAsync([("Store__Kind", "mysql")])).Refused("write sqlite or redis");
        (await BackUpAsync([("Store__Kind", "redis"), ("Store__Redis__Endpoints", "a:1, b:1")])).Refused("Cluster");
        (await BackUpAsync([("Store__Kind", "redis"), ("Store__Redis__Endpoints", $"127.0.0.1:{FreePort.Take()}")])).Refused("refused");
        Assert.False(Directory.Exists(folder.File("new")));
        Assert.Equal([backup], Directory.GetFiles(Backups, "complaints-*"));
    }

    private static (string, string)[] Folder(string data) => [("Server__Data", data)];

    private static (string Name, string Value)[] Settings(RedisProcess redis, PostgresProcess postgres) =>
    [
        ("Store__Kind", "redis"), ("Store__Redis__Endpoints", redis.Endpoint), ("Store__Redis__Password", redis.Password),
        ("Ledger__Kind", "postgres"), ("Ledger__Postgres__Connection", postgres.Connection),
    ];

    private Task<DeployScript.Finished> BackUpAsync((string, string)[] settings) => DeployScript.RunAsync("backup.sh", settings, Backups);

    private static Task<DeployScript.Finished> RestoreAsync((string, string)[] settings, params string[] arguments) => DeployScript.RunAsync("restore.sh", settings, arguments);

    /// <summary>Opens everything as the server would on the same settings.</summary>
    private static Task<Composition> OpenAsync((string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Where(one => one.Value.Length > 0).Select(one => KeyValuePair.Create(one.Name.Replace("__", ":", StringComparison.Ordinal), (string?)one.Value))).Build();
        var (read, errors) = SettingsFile.Read(configuration, [], _ => true);
        Assert.Empty(errors);
        return Composition.OpenAsync(read, Shipped.Value, RealTime.Clock, NullLogger.Instance, default);
    }

    /// <summary>Writes for as long as the backup takes.</summary>
    private static async Task WriteAsync(SqliteConversationStore store, CancellationToken ending)
    {
        for (var i = 0; !ending.IsCancellationRequested; i++)
            await store.TryCommitAsync(Given.Turn(Given.Inbound($"{i}", new("web", $"other-{i}")), 0, "other", Convert.ToHexString(RandomNumberGenerator.GetBytes(500))), default);
    }

    /// <summary>A folder holds the conversation in a state, with its case, and every conversation in it is whole.</summary>
    private static async Task HoldsAsync(string data, string state)
    {
        using var database = await SqliteDatabase.OpenAsync(data, default);
        var store = new SqliteConversationStore(database);
        Assert.Equal(state, Given.Text(await store.LoadAsync(Given.Key, Given.Now, default)));
        Assert.Single(await new SqliteCaseLedger(database).TimelineAsync(Number, default));
        for (var i = 0; await store.LoadAsync(new("web", $"other-{i}"), Given.Now, default) is { } other; i++)
        {
            Assert.Equal("other", Encoding.UTF8.GetString(other.State));
            Assert.Equal(2, (await store.TranscriptAsync(new("web", $"other-{i}"), 0, default)).Count);
        }
    }

    private static long Run(PostgresProcess postgres, string sql)
    {
        using var connection = new NpgsqlConnection(postgres.Connection + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar() is long number ? number : 0;
    }

    private static void Until(Func<bool> isSo)
    {
        var since = RealTime.Clock.GetTimestamp();
        while (!isSo()) Assert.True(RealTime.Clock.GetElapsedTime(since) < TimeSpan.FromSeconds(60), "It never came.");
    }
}

using ComplaintBot.Desk.Accounts.Postgres;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Turns;
using ComplaintBot.Turns.Postgres;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace ComplaintBot.Tests.Stores.Postgres;

[Collection(PostgresTests.Name)]
public sealed class PostgresDatabaseTests(SharedPostgres servers)
{
    [Fact]
    public async Task Nodes_that_start_together_make_the_tables_once()
    {
        var settings = servers.Server.Settings();

        var nodes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PostgresDatabase.OpenAsync(settings, default)));

        var steps = await nodes[0].ReadAsync(session => session.AllAsync("SELECT name FROM schema_step ORDER BY number", row => row.GetString(0)), default);
        Assert.Equal(PostgresSchema.Steps.Select(step => step.Name), steps);
        foreach (var node in nodes) await node.DisposeAsync();
    }

    [Fact]
    public async Task Tables_of_a_newer_version_are_refused()
    {
        var settings = servers.Server.Settings();
        await (await PostgresDatabase.OpenAsync(settings, default)).DisposeAsync();
        PostgresProcess.Run(settings, "INSERT INTO schema_step (number, name) VALUES (99, 'later')");

        Assert.Contains("Start the newer version", await RefusalAsync(settings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_of_another_program_are_named_and_left_alone()
    {
        var settings = servers.Server.Settings();
        PostgresProcess.Run(settings, $"CREATE SCHEMA {settings.Schema}; CREATE TABLE {settings.Schema}.session (theirs INT)");

        Assert.Contains($"The schema {settings.Schema}", await RefusalAsync(settings), StringComparison.Ordinal);
        Assert.Equal(-1, PostgresProcess.Run(settings, "SELECT theirs FROM session"));
    }

    [Theory]
    [InlineData("Port=1", "cannot be reached")]
    [InlineData("Username=nobody", "refuses the user or the password")]
    [InlineData("Database=nothing", "createdb")]
    public async Task What_keeps_it_from_being_opened_is_said_without_the_password(string instead, string says)
    {
        var refusal = await RefusalAsync(new($"{servers.Server.Connection};{instead}", "the-secret"));

        Assert.Contains(says, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("the-secret", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_hangs_is_said_to_hang_and_found_again()
    {
        await using var database = await PostgresDatabase.OpenAsync(new($"{servers.Server.Settings().Connection};Pooling=false"), default);
        Assert.Null(await database.TroubleAsync(default));

        await servers.Server.SignalAsync("STOP");
        try
        {
            Assert.Contains("does not answer", await database.TroubleAsync(default), StringComparison.Ordinal);
        }
        finally
        {
            await servers.Server.SignalAsync("CONT");
        }

        var since = RealTime.Clock.GetTimestamp();
        while (await database.TroubleAsync(default) is { } still) Assert.True(RealTime.Clock.GetElapsedTime(since) < TimeSpan.FromMinutes(1), still);
    }

    [Fact]
    public async Task What_may_lose_what_was_acknowledged_is_warned_of()
    {
        await using var sound = await PostgresDatabase.OpenAsync(servers.Server.Settings(), default);
        await using var weak = await PostgresDatabase.OpenAsync(new($"{servers.Server.Settings().Connection};Options=-c synchronous_commit=off"), default);

        Assert.Empty(await sound.WeaknessesAsync(default));
        Assert.Contains("synchronous_commit = off", (await weak.WeaknessesAsync(default)).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_node_sealed_another_opens()
    {
        await using var database = await PostgresDatabase.OpenAsync(servers.Server.Settings(), default);

        var sealedText = Protector(database).Protect("who is signed in");

        Assert.Equal("who is signed in", Protector(database).Unprotect(sealedText));
    }

    [Fact]
    public async Task Nodes_that_need_a_secret_at_once_get_the_same()
    {
        await using var database = await PostgresDatabase.OpenAsync(servers.Server.Settings(), default);

        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => new PostgresSecrets(database).OfAsync("token", 32, default)));

        Assert.Equal(32, keys[0].Length);
        Assert.All(keys, key => Assert.Equal(keys[0], key));
    }

    [Fact]
    public async Task Texts_are_kept_without_what_the_database_has_no_room_for()
    {
        await using var database = await PostgresDatabase.OpenAsync(servers.Server.Settings(), default);
        var log = new PostgresReadLog(database);

        await log.NoteReadAsync("C-1", "a\0b\ud800c 😀 张", Given.Now, default);

        Assert.Equal("a�b�c 😀 张", (await log.ReadersAsync("C-1", default)).Single().Person);
    }

    private static async Task<string> RefusalAsync(PostgresSettings settings) => (await Assert.ThrowsAsync<StoreException>(() => PostgresDatabase.OpenAsync(settings, default))).Message;

    /// <summary>The protector of a node that has just started.</summary>
    private static IDataProtector Protector(PostgresDatabase database)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddDataProtection().SetApplicationName("ComplaintBot").AddKeyManagementOptions(options => options.XmlRepository = new PostgresKeyRing(database));
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>().CreateProtector("cookies");
    }
}

using ComplaintBot.Cases;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Tests.Stores.Redis;
using ComplaintBot.Turns;
using ComplaintBot.Turns.Postgres;
using ComplaintBot.Turns.Redis;
using Microsoft.Extensions.Logging.Abstractions;

namespace ComplaintBot.Tests.Stores.Postgres;

/// <summary>Conversations in Redis, cases in PostgreSQL: as several nodes have it.</summary>
[Collection(PostgresTests.Name)]
public sealed class PostgresCaseLedgerTests(SharedPostgres postgres, SingleRedis redis) : CaseLedgerContract, IAsyncLifetime
{
    private const string Number = "C-20260302-000017";

    private readonly PostgresSettings settings = postgres.Server.Settings();
    private PostgresDatabase database = null!;
    private RedisStore node = null!;

    internal override ICaseLedger Ledger => node.Ledger;

    internal override IConversationStore Store => node.Store;

    public async Task InitializeAsync()
    {
        database = await PostgresDatabase.OpenAsync(settings, default);
        var ledger = new RedisLedger(new PostgresCaseLedger(database), new PostgresCaseRegister(database), new PostgresReadLog(database));
        node = await RedisStore.OpenAsync(RedisProcess.Settings(redis.Server.Endpoint), ledger, new RandomIdSource(), RealTime.Clock, NullLogger.Instance, default);
    }

    public async Task DisposeAsync()
    {
        await node.DisposeAsync();
        await database.DisposeAsync();
    }

    [Theory]
    [InlineData("UPDATE entry SET actor = 'someone' WHERE sequence = 2", 2)]
    [InlineData("UPDATE entry SET kind = 'no-such-kind' WHERE sequence = 3", 3)]
    [InlineData("UPDATE entry SET at = 'yesterday' WHERE sequence = 4", 4)]
    [InlineData("UPDATE entry SET data = convert_to('{\"value\":\"0\"}', 'UTF8') WHERE sequence = 2", 2)]
    [InlineData("UPDATE entry SET data = convert_to('[1]', 'UTF8') WHERE sequence = 2", 2)]
    [InlineData("UPDATE entry SET data = NULL WHERE sequence = 2", 2)]
    [InlineData("UPDATE entry SET salt = NULL WHERE sequence = 2", 2)]
    [InlineData("DELETE FROM entry WHERE sequence = 1", 1)]
    [InlineData("DELETE FROM entry WHERE sequence > 3", 4)]
    [InlineData("DELETE FROM entry", 1)]
    [InlineData("UPDATE complaint SET sequence = 3", 4)]
    [InlineData("UPDATE complaint SET hash = decode(repeat('00', 32), 'hex')", 4)]
    [InlineData("INSERT INTO entry SELECT number, 5, kind, actor, step, at, data, salt, digest, hash FROM entry WHERE sequence = 4", 5)]
    public async Task Whatever_is_changed_in_the_tables_is_found_and_named(string change, long entry)
    {
        await Commit(Given.Opening(Number, Given.Key, [.. Enumerable.Range(1, 4).Select(i => Given.Filed(Number, CaseEventKind.FactRecorded, ("value", $"{i}")))]));
        Assert.Null(await Ledger.FirstBreakAsync(Number, default));

        Assert.NotEqual(0, PostgresProcess.Run(settings, change));

        Assert.Equal(entry, await Ledger.FirstBreakAsync(Number, default));
    }

    [Fact]
    public async Task Who_read_a_case_is_noted_once_an_hour()
    {
        foreach (var (person, minutes) in new[] { ("ann", 0), ("ann", 59), ("ann", 60), ("bob", 0) })
            await node.Chats.NoteReadAsync("C-1", person, Given.Now + TimeSpan.FromMinutes(minutes), default);

        Assert.Equal(["ann", "bob", "ann"], (await node.Chats.ReadersAsync("C-1", default)).Select(read => read.Person));
    }
}

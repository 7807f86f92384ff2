using ComplaintBot.Cases;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Turns;
using ComplaintBot.Turns.Sqlite;
using Microsoft.Data.Sqlite;

namespace ComplaintBot.Tests.Stores;

public sealed class SqliteCaseLedgerTests : CaseLedgerContract, IDisposable
{
    private const string Number = "C-20260302-000017";

    private readonly TempFolder folder = new();
    private readonly SqliteDatabase database;

    public SqliteCaseLedgerTests()
    {
        database = new SqliteDatabase(new SqliteSettings { Folder = folder.Path });
        Store = new SqliteConversationStore(database);
        Ledger = new SqliteCaseLedger(database);
    }

    internal override ICaseLedger Ledger { get; }

    internal override IConversationStore Store { get; }

    [Theory]
    [InlineData("UPDATE entry SET actor = 'someone' WHERE sequence = 2", 2)]
    [InlineData("UPDATE entry SET kind = 'satisfaction' WHERE sequence = 1", 1)]
    [InlineData("UPDATE entry SET kind = 'no-such-kind' WHERE sequence = 3", 3)]
    [InlineData("UPDATE entry SET step = 'no-such-step' WHERE sequence = 3", 3)]
    [InlineData("UPDATE entry SET at = '2026-03-02T09:00:00.0000001+08:00' WHERE sequence = 4", 4)]
    [InlineData("UPDATE entry SET at = 'yesterday' WHERE sequence = 4", 4)]
    [InlineData("UPDATE entry SET data = CAST('{\"value\":\"0\"}' AS BLOB) WHERE sequence = 2", 2)]
    [InlineData("UPDATE entry SET data = CAST('not json' AS BLOB) WHERE sequence = 2", 2)]
    [InlineData("UPDATE entry SET data = CAST('[1]' AS BLOB) WHERE sequence = 2", 2)]
    [InlineData("UPDATE entry SET data = NULL WHERE sequence = 2", 2)]
    [InlineData("UPDATE entry SET salt = NULL WHERE sequence = 2", 2)]
    [InlineData("UPDATE entry SET hash = zeroblob(32) WHERE sequence = 4", 4)]
    [InlineData("DELETE FROM entry WHERE sequence = 1", 1)]
    [InlineData("DELETE FROM entry WHERE sequence = 3", 3)]
    [InlineData("DELETE FROM entry WHERE sequence > 3", 4)]
    [InlineData("DELETE FROM entry", 1)]
    [InlineData("UPDATE entry SET sequence = sequence + 1 WHERE sequence = 4", 4)]
    [InlineData("UPDATE complaint SET sequence = 3", 4)]
    [InlineData("UPDATE complaint SET hash = zeroblob(32)", 4)]
    [InlineData("INSERT INTO entry SELECT number, 5, kind, actor, step, at, data, salt, digest, hash FROM entry WHERE sequence = 4", 5)]
    public async Task Whatever_is_changed_in_the_file_is_found_and_named(string change, long entry)
    {
        await Commit(Given.Opening(Number, Given.Key, [.. Enumerable.Range(1, 4).Select(i => Given.Filed(Number, CaseEventKind.FactRecorded, ("value", $"{i}")))]));
        Assert.Null(await Ledger.FirstBreakAsync(Number, default));

        Change(change);

        Assert.Equal(entry, await Ledger.FirstBreakAsync(Number, default));
    }

    [Fact]
    public async Task An_unreadable_entry_is_named_with_its_case()
    {
        await Commit(Given.Opening(Number, Given.Key, Given.Filed(Number, CaseEventKind.Opened), Given.Filed(Number, CaseEventKind.HeadAdded)));
        Change("UPDATE entry SET kind = 'no-such-kind' WHERE sequence = 2");

        var error = await Assert.ThrowsAsync<StoreException>(() => Ledger.TimelineAsync(Number, default));

        Assert.Contains($"entry 2 of case {Number}", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }

    private void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={folder.File(SqliteSettings.FileName)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }
}

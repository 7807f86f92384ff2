using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Turns;
using ComplaintBot.Turns.Sqlite;
using Microsoft.Data.Sqlite;

namespace ComplaintBot.Tests.Stores;

public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly TempFolder folder = new();

    /// <summary>One of the conversations that <see cref="Fill"/> leaves.</summary>
    private static ConversationKey Filled { get; } = new("web", "talk-7");

    private string DataFile => folder.File(SqliteSettings.FileName);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_missing_folder_is_made()
    {
        using (Open(folder.File("deep/er"))) Assert.True(File.Exists(folder.File("deep/er/" + SqliteSettings.FileName)));
    }

    [Fact]
    public void A_closed_database_leaves_one_file()
    {
        Open(folder.Path).Dispose();

        Assert.Equal([DataFile], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_newer_schema_is_refused_with_both_numbers()
    {
        Open(folder.Path).Dispose();
        Run($"PRAGMA user_version = {SqliteSchema.Current + 1}");

        var message = Refusal(folder.Path);

        Assert.Contains($"has schema {SqliteSchema.Current + 1}", message, StringComparison.Ordinal);
        Assert.Contains($"up to {SqliteSchema.Current}", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_database_of_another_program_is_left_alone()
    {
        Run("CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1)");

        Assert.Contains("another program", Refusal(folder.Path), StringComparison.Ordinal);
        Assert.Equal(1L, Run("SELECT count(*) FROM sqlite_schema"));
    }

    [Fact]
    public void A_file_of_something_else_is_named()
    {
        File.WriteAllText(DataFile, string.Concat(Enumerable.Repeat("this is no database. ", 500)));

        Assert.Contains("is no database of this bot", Refusal(folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_truncated_file_is_named()
    {
        await Fill();
        using (var file = File.OpenWrite(DataFile)) file.SetLength(file.Length / 2);

        var message = Refusal(folder.Path);

        Assert.Contains("is damaged", message, StringComparison.Ordinal);
        Assert.Contains("restore a backup", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damage_found_only_while_reading_is_named()
    {
        Open(folder.Path).Dispose();
        var pages = (long)Run("PRAGMA page_count")!;
        await Fill();
        await using (var file = File.OpenWrite(DataFile))
        {
            // Behind the pages that hold the schema, so that it still opens: what is there are the conversations.
            file.Position = pages * 4_096;
            await file.WriteAsync(Enumerable.Repeat((byte)0x5A, (int)(file.Length - file.Position)).ToArray());
        }

        using var database = Open(folder.Path);
        var store = new SqliteConversationStore(database);

        var reading = await Assert.ThrowsAsync<StoreException>(() => store.LoadAsync(Filled, Given.Now, default));
        var writing = await Assert.ThrowsAsync<StoreException>(() => store.TryCommitAsync(Given.Turn(Given.Inbound("2", Filled), 1), default));
        Assert.All([reading, writing], error => Assert.Contains("is damaged", error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_named()
    {
        File.WriteAllText(folder.File("taken"), "");

        Assert.Contains("cannot be made or is none", Refusal(folder.File("taken")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_named()
    {
        Directory.CreateDirectory(DataFile);

        Assert.Contains("cannot be opened", Refusal(folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_may_only_be_read_is_still_read()
    {
        using var database = Open(folder.Path);
        var store = new SqliteConversationStore(database);
        await store.TryCommitAsync(Given.Turn(Given.Inbound("1"), 0, "kept"), default);
        await database.WriteAsync(session => Change.Keep(session.Execute(new Statement("read-only", "PRAGMA query_only = ON"))), default);

        var error = await Assert.ThrowsAsync<StoreException>(() => store.TryCommitAsync(Given.Turn(Given.Inbound("2"), 1), default));

        Assert.Contains("cannot be written", error.Message, StringComparison.Ordinal);
        Assert.Equal("kept", Given.Text(await store.LoadAsync(Given.Key, Given.Now, default)));
    }

    [Fact]
    public async Task A_full_disk_refuses_what_does_not_fit_and_the_rest_goes_on()
    {
        Open(folder.Path).Dispose();
        var pages = (long)Run("PRAGMA page_count")! + 20;
        using var database = new SqliteDatabase(new SqliteSettings { Folder = folder.Path, MostPages = pages });
        var store = new SqliteConversationStore(database);
        await store.TryCommitAsync(Given.Turn(Given.Inbound("1"), 0, "small", "answer"), default);

        var error = await Assert.ThrowsAsync<StoreException>(() => store.TryCommitAsync(Given.Turn(Given.Inbound("2"), 1, new string('x', 1_000_000)), default));

        Assert.Contains("the disk is full", error.Message, StringComparison.Ordinal);
        Assert.Equal("small", Given.Text(await store.LoadAsync(Given.Key, Given.Now, default)));
        Assert.Equal(CommitOutcome.Committed, (await store.TryCommitAsync(Given.Turn(Given.Inbound("2"), 1, "fits"), default)).Outcome);
    }

    [Fact]
    public async Task A_full_disk_does_not_harm_those_beside_the_one_that_does_not_fit()
    {
        Open(folder.Path).Dispose();
        var pages = (long)Run("PRAGMA page_count")! + 60;
        using var database = new SqliteDatabase(new SqliteSettings { Folder = folder.Path, MostPages = pages });
        var store = new SqliteConversationStore(database);

        var asked = Enumerable.Range(0, 30)
            .Select(i => store.TryCommitAsync(Given.Turn(Given.Inbound("1", new("web", $"talk-{i}")), 0, i == 7 ? new string('x', 1_000_000) : "small"), default))
            .ToList();

        foreach (var (commit, i) in asked.Select((commit, i) => (commit, i)))
        {
            if (i == 7) await Assert.ThrowsAsync<StoreException>(() => commit);
            else Assert.Equal(CommitOutcome.Committed, (await commit).Outcome);
        }
    }

    [Theory]
    [InlineData(13, "disk is full")]
    [InlineData(8, "cannot be written")]
    [InlineData(14, "cannot be opened")]
    [InlineData(11, "is damaged")]
    [InlineData(26, "is no database")]
    [InlineData(5, "another process")]
    [InlineData(10, "The disk failed")]
    [InlineData(21, "SQLite error 21")]
    public void Every_failure_has_its_sentence_and_names_the_file(int code, string says)
    {
        var explained = SqliteFailure.Explain(new SqliteException("raw", code), DataFile);

        Assert.Contains(says, explained.Message, StringComparison.Ordinal);
        Assert.Contains(DataFile, explained.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_database_writes_no_more()
    {
        var database = Open(folder.Path);
        database.Dispose();
        database.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => new SqliteConversationStore(database).AcceptAsync(Given.Inbound("1"), default));
    }

    [Fact]
    public async Task Closing_waits_for_what_was_asked_before()
    {
        var database = Open(folder.Path);
        var store = new SqliteConversationStore(database);
        var asked = Enumerable.Range(0, 50).Select(i => store.AcceptAsync(Given.Inbound($"{i}"), default)).ToList();

        database.Dispose();

        Assert.All(await Task.WhenAll(asked), accepted => Assert.True(accepted.IsNew));
    }

    [Fact]
    public async Task What_is_forgotten_is_not_left_in_the_file()
    {
        const string Secret = "a-very-personal-word";
        using (var database = Open(folder.Path))
        {
            var store = new SqliteConversationStore(database);
            var turn = Given.Turn(Given.Inbound("1", text: Secret), 0, Secret, Secret) with
            {
                OpenedCase = "C-20260302-000017",
                Events = [Given.Filed("C-20260302-000017", CaseEventKind.HeadAdded, ("words", Secret))],
            };
            await store.TryCommitAsync(turn, default);
            await new SqliteCaseLedger(database).ForgetAsync("C-20260302-000017", default);
            await store.ExpireAsync(Given.Now + TimeSpan.FromDays(90), default);
        }

        Assert.DoesNotContain(Secret, await File.ReadAllTextAsync(DataFile, System.Text.Encoding.Latin1), StringComparison.Ordinal);
    }

    private static SqliteDatabase Open(string path) => new(new SqliteSettings { Folder = path });

    private static string Refusal(string path) => Assert.Throws<StoreException>(() => Open(path)).Message;

    private async Task Fill()
    {
        using var database = Open(folder.Path);
        var store = new SqliteConversationStore(database);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => store.TryCommitAsync(Given.Turn(Given.Inbound("1", new("web", $"talk-{i}")), 0, new string('x', 4_000), "a"), default)));
    }

    private object? Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DataFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}

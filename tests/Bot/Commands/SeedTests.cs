using ComplaintBot.Desk.Accounts.Sqlite;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Turns;
using ComplaintBot.Turns.Sqlite;

namespace ComplaintBot.Tests.Commands;

public sealed class SeedTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string Data => folder.File("data");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_busy_hour_has_chats_of_every_kind_and_ends_now()
    {
        var run = (await Product.RunAsync(["seed", "--data", Data, "--people"])).Well();

        using var database = new SqliteDatabase(new SqliteSettings { Folder = Data });
        var chats = new SqliteChatIndex(database);
        var all = (await chats.AllAsync(ChatFilter.None, null, 100, default)).Select(row => row.Summary).ToList();
        Assert.Equal([0, 1, 2, 3], all.Select(chat => chat.Priority).Distinct().Order());
        Assert.True(all.Count(chat => chat is { Owner: Owner.Waiting, Over: false }) >= 4, "waiting");
        Assert.True(all.Count(chat => chat is { Owner: Owner.Person, Over: false }) >= 3, "with a person");
        Assert.Single(all, chat => chat.Approvals.Count == 1);
        Assert.True(all.Select(chat => chat.Playbook).Distinct().Count() >= 5, "playbooks");
        Assert.Equal([Tongue.ZhHans, Tongue.En], all.Select(chat => chat.Language).Distinct().Order());
        var now = RealTime.Clock.GetUtcNow();
        Assert.All(all, chat => Assert.InRange(chat.UpdatedAt, now.AddMinutes(-70), now.AddSeconds(1)));
        Assert.Equal(3, run.Output.Split('\n').Count(line => line.Contains("/desk/#/invite/", StringComparison.Ordinal)));
        Assert.True(await StarsAsync(database, all.Select(chat => chat.CaseNumber)) >= 3, "stars");
    }

    [Fact]
    public async Task People_have_no_password_until_they_set_one()
    {
        await Product.RunAsync(["seed", "--data", Data, "--people"]);

        using var desk = await DeskSchema.OpenAsync(Data, default);
        var people = await new SqliteAccountStore(desk).AllAsync(default);
        Assert.Equal(3, people.Count);
        Assert.All(people, person => Assert.Null(person.PasswordHash));
    }

    [Fact]
    public async Task Without_people_nobody_is_added_and_whoever_called_for_one_waits()
    {
        var run = (await Product.RunAsync(["seed", "--data", Data])).Well();

        Assert.DoesNotContain("invite", run.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Data, DeskSchema.FileName)));
        using var database = new SqliteDatabase(new SqliteSettings { Folder = Data });
        Assert.Empty(await new SqliteChatIndex(database).HeldAsync(default));
    }

    [Fact]
    public async Task A_folder_with_anything_in_it_is_left_alone()
    {
        await File.WriteAllTextAsync(folder.File("notes.txt"), "mine");

        var run = await Product.RunAsync(["seed", "--data", folder.Path]);

        Assert.Equal(1, run.Code);
        Assert.Contains("is not empty", run.Errors, StringComparison.Ordinal);
        Assert.Equal([folder.File("notes.txt")], Directory.GetFileSystemEntries(folder.Path));
    }

    private static async Task<int> StarsAsync(SqliteDatabase database, IEnumerable<string?> cases)
    {
        var (ledger, stars) = (new SqliteCaseLedger(database), 0);
        foreach (var number in cases.OfType<string>())
            if ((await ledger.TimelineAsync(number, default)).Any(entry => entry.Event.Kind == Dialogs.Cases.CaseEventKind.Satisfaction)) stars++;
        return stars;
    }
}

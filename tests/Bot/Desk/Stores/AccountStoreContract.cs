using ComplaintBot.Desk.Accounts;

namespace ComplaintBot.Tests.Desk.Stores;

/// <summary>What every store of people keeps. A new one inherits the suite and says how it is opened.</summary>
public abstract class AccountStoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>The store, empty; closed by its own suite after the test.</summary>
    internal abstract IAccountStore Store { get; }

    [Fact]
    public async Task A_person_is_read_as_it_was_added()
    {
        var ann = Person("ann");
        (ann.TotpSecret, ann.TotpStep, ann.RecoveryCodes, ann.Teams, ann.Languages) = ("sealed", 57_000_001, ["a", "b"], ["t1", "t2"], ["zh-Hans", "'\"{,}"]);

        Assert.Equal(AccountOutcome.Saved, await Store.TryAddAsync(ann, None));

        Assert.Equivalent(ann, await Store.FindAsync("id-ann", None), strict: true);
        Assert.Equivalent(ann, await Store.FindByKeyAsync("ANN", None), strict: true);
        Assert.Null(await Store.FindAsync("nobody", None));
        Assert.Null(await Store.FindAsync("\0' OR 1=1 --\ud800", None));
    }

    [Fact]
    public async Task A_name_is_one_persons()
    {
        await Store.TryAddAsync(Person("ann"), None);
        var bob = Person("bob");
        await Store.TryAddAsync(bob, None);
        bob.Key = "ANN";

        Assert.Equal(AccountOutcome.NameTaken, await Store.TryUpdateAsync(bob, None));
        Assert.Equal(AccountOutcome.NameTaken, await Store.TryAddAsync(Person("ann", "another"), None));
        Assert.Equal(["ANN", "BOB"], (await Store.AllAsync(None)).Select(person => person.Key));
    }

    [Fact]
    public async Task Of_two_who_save_the_same_person_one_is_refused()
    {
        await Store.TryAddAsync(Person("ann"), None);
        var copies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Store.FindAsync("id-ann", None)));
        foreach (var (copy, i) in copies.Select((copy, i) => (copy!, i))) copy.Stamp = $"stamp {i}";

        var outcomes = await Task.WhenAll(copies.Select(copy => Store.TryUpdateAsync(copy!, None)));

        Assert.Single(outcomes, AccountOutcome.Saved);
        Assert.All(outcomes, outcome => Assert.True(outcome is AccountOutcome.Saved or AccountOutcome.Stale));
        Assert.Equal(1, (await Store.FindAsync("id-ann", None))!.Version);
    }

    [Fact]
    public async Task The_last_admin_stays_even_when_two_leave_at_once()
    {
        var (ann, bob) = (Person("ann"), Person("bob"));
        foreach (var one in new[] { ann, bob })
        {
            one.IsAdmin = true;
            await Store.TryAddAsync(one, None);
            one.IsActive = false;
        }

        var outcomes = await Task.WhenAll(Store.TryUpdateAsync(ann, None), Store.TryUpdateAsync(bob, None));

        Assert.Equal([AccountOutcome.Saved, AccountOutcome.LastAdmin], outcomes.Order());
        Assert.Single(await Store.AllAsync(None), person => person.IsActive);
    }

    [Fact]
    public async Task Where_nobody_keeps_people_yet_anybody_is_saved()
    {
        var ann = Person("ann");
        await Store.TryAddAsync(ann, None);
        ann.IsActive = false;

        Assert.Equal(AccountOutcome.Saved, await Store.TryUpdateAsync(ann, None));
        Assert.Equal(1, ann.Version);
    }

    [Fact]
    public async Task A_team_is_kept_under_a_name_of_its_own_and_leaves_its_people_when_it_goes()
    {
        var ann = Person("ann");
        ann.Teams = ["t1", "t2"];
        await Store.TryAddAsync(ann, None);
        Assert.True(await Store.TryKeepTeamAsync(new("t1", "Night", ["retail"], [], true), None));
        Assert.True(await Store.TryKeepTeamAsync(new("t2", "day", [], ["en"], false), None));

        Assert.False(await Store.TryKeepTeamAsync(new("t3", "NIGHT", [], [], false), None));
        Assert.True(await Store.TryKeepTeamAsync(new("t1", "night", ["catering"], [], false), None));
        Assert.Equivalent(new Team[] { new("t2", "day", [], ["en"], false), new("t1", "night", ["catering"], [], false) }, await Store.TeamsAsync(None), strict: true);

        Assert.True(await Store.RemoveTeamAsync("t1", None));
        Assert.False(await Store.RemoveTeamAsync("t1", None));
        var left = await Store.FindAsync("id-ann", None);
        Assert.Equal((1L, "t2"), (left!.Version, left.Teams.Single()));
    }

    [Fact]
    public async Task An_invitation_is_the_only_one_and_ends_with_its_time_its_stamp_and_its_person()
    {
        var ann = Person("ann");
        await Store.TryAddAsync(ann, None);
        var until = Tests.Stores.Given.Now + TimeSpan.FromDays(3);
        await Store.InviteAsync(ann, "hash 1", until, None);
        await Store.InviteAsync(ann, "hash 2", until, None);

        Assert.Null(await InvitedAsync("hash 1"));
        Assert.Equal("id-ann", (await InvitedAsync("hash 2"))!.Id);
        Assert.NotNull(await Store.InvitedAsync("hash 2", until - TimeSpan.FromTicks(1), None));
        Assert.Null(await Store.InvitedAsync("hash 2", until, None));

        ann.Stamp = "another";
        await Store.TryUpdateAsync(ann, None);
        Assert.Null(await InvitedAsync("hash 2"));
    }

    private Task<DeskAccount?> InvitedAsync(string hash) => Store.InvitedAsync(hash, Tests.Stores.Given.Now, None);

    private static DeskAccount Person(string name, string? id = null) => new()
    {
        Id = id ?? $"id-{name}",
        Name = name,
        Key = name.ToUpperInvariant(),
        Role = DeskRole.Agent,
        PasswordHash = "hash",
        Stamp = "stamp",
    };
}

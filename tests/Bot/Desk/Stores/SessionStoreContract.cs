using ComplaintBot.Desk.Accounts;
using ComplaintBot.Tests.Stores;

namespace ComplaintBot.Tests.Desk.Stores;

/// <summary>What every store of sessions keeps. A new one inherits the suite and says how it is opened.</summary>
public abstract class SessionStoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly (int Most, TimeSpan For) Rule = (5, TimeSpan.FromMinutes(15));

    /// <summary>The store, without sessions; closed by its own suite after the test.</summary>
    internal abstract ISessionStore Store { get; }

    /// <summary>The store of people beside it.</summary>
    internal abstract IAccountStore Accounts { get; }

    [Fact]
    public async Task Sessions_are_kept_touched_renewed_and_ended()
    {
        await AddAsync("ann");
        await AddAsync("bob");
        await Store.KeepAsync(Session("1", "ann"), None);
        await Store.KeepAsync(Session("2", "ann", 1), None);
        await Store.KeepAsync(Session("3", "bob"), None);
        Assert.Equal(Session("1", "ann"), await Store.FindAsync("1", None));

        await Store.TouchAsync("1", Given.Now + TimeSpan.FromHours(1), None);
        await Store.RenewAsync("1", "stamp 2", None);

        Assert.Equal(["1", "2"], (await Store.OfAsync("ann", None)).Select(session => session.Id));
        Assert.Equal("stamp 2", (await Store.FindAsync("1", None))!.Stamp);
        Assert.False(await Store.EndAsync("bob", "1", None));
        Assert.True(await Store.EndAsync("ann", "1", None));
        await Store.KeepAsync(Session("4", "ann"), None);
        await Store.EndAllAsync("ann", "4", None);
        Assert.Equal("4", (await Store.OfAsync("ann", None)).Single().Id);
        await Store.EndAllAsync("ann", null, None);
        Assert.Empty(await Store.OfAsync("ann", None));
        Assert.NotNull(await Store.FindAsync("3", None));
    }

    [Fact]
    public async Task What_has_ended_or_was_not_used_is_forgotten()
    {
        await AddAsync("ann");
        await Store.KeepAsync(Session("1", "ann"), None);
        await Store.KeepAsync(Session("2", "ann", 2), None);

        await Store.ExpireAsync(Given.Now, Given.Now, None);
        Assert.Equal(["2"], (await Store.OfAsync("ann", None)).Select(session => session.Id));
        await Store.ExpireAsync(Given.Now + TimeSpan.FromHours(26), DateTimeOffset.MinValue, None);
        Assert.Empty(await Store.OfAsync("ann", None));
    }

    [Fact]
    public async Task A_hundred_attempts_at_once_get_no_more_than_one_after_the_other()
    {
        var attempts = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Store.BeginAttemptAsync("ann", Given.Now, Rule, None)));

        Assert.Equal(5, attempts.Count(attempt => attempt.IsAllowed));
        Assert.Single(attempts, attempt => attempt is { IsAllowed: true, LockedUntil: not null });
        Assert.All(attempts.Where(attempt => !attempt.IsAllowed), attempt => Assert.Equal(Given.Now + Rule.For, attempt.LockedUntil));
        Assert.True((await Store.BeginAttemptAsync("bob", Given.Now, Rule, None)).IsAllowed);
    }

    [Fact]
    public async Task Attempts_are_forgotten_with_time_with_success_and_one_by_one()
    {
        for (var i = 0; i < 5; i++) await Store.BeginAttemptAsync("ann", Given.Now, Rule, None);
        Assert.False((await Begin(Given.Now + Rule.For - TimeSpan.FromTicks(1))).IsAllowed);
        await Store.TakeBackAttemptAsync("ann", None);
        Assert.True((await Begin(Given.Now)).IsAllowed);
        Assert.False((await Begin(Given.Now)).IsAllowed);

        await Store.ForgetAttemptsAsync("ann", None);
        for (var i = 0; i < 5; i++) Assert.True((await Begin(Given.Now)).IsAllowed);
        Assert.False((await Begin(Given.Now)).IsAllowed);
        Assert.Equal(new SignInAttempt(true, null), await Begin(Given.Now + Rule.For));
    }

    private Task<SignInAttempt> Begin(DateTimeOffset now) => Store.BeginAttemptAsync("ann", now, Rule, None);

    private Task<AccountOutcome> AddAsync(string id) => Accounts.TryAddAsync(new() { Id = id, Name = id, Key = id, Role = DeskRole.Agent, Stamp = "stamp" }, None);

    private static DeskSession Session(string id, string account, int hours = 0) =>
        new(id, account, "stamp", Given.Now.ToUniversalTime(), Given.Now.ToUniversalTime().AddHours(hours / 10d), Given.Now.ToUniversalTime().AddHours(24 + hours), "203.0.113.7", "a browser");
}

using ComplaintBot.Desk.Paging;
using ComplaintBot.Tests.Stores;

namespace ComplaintBot.Tests.Desk.Stores;

/// <summary>What every store of pages keeps. A new one inherits the suite and says how it is opened.</summary>
public abstract class PageStoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateTimeOffset Now = Given.Now.ToUniversalTime();

    /// <summary>The store, empty; closed by its own suite after the test.</summary>
    internal abstract IPageStore Store { get; }

    [Fact]
    public async Task A_conversation_is_paged_for_once_for_each_priority()
    {
        var raised = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Store.TryRaiseAsync(Page($"{i}", 0), None)));

        Assert.Single(raised, isNew => isNew);
        Assert.True(await Store.TryRaiseAsync(Page("more", 1), None));
        Assert.Equal([0, 1], (await Store.DueAsync(Now, None)).Select(page => page.Priority));
    }

    [Fact]
    public async Task A_page_is_read_as_it_was_raised()
    {
        var page = Page("1", 0) with { Words = "爆炸了 '\" 😀", DueAt = Now + TimeSpan.FromMinutes(1) };
        await Store.TryRaiseAsync(page, None);

        Assert.Equal(page, await Store.FindAsync("1", None));
        Assert.Null(await Store.FindAsync("2", None));
        Assert.Empty(await Store.DueAsync(Now, None));
    }

    [Fact]
    public async Task A_try_is_counted_once_and_puts_the_next_off()
    {
        await Store.TryRaiseAsync(Page("1", 0), None);
        var (first, next) = (new PageTry("1", 0, Now, "ann", "sent"), Now + TimeSpan.FromMinutes(5));

        await Task.WhenAll(Store.TriedAsync(first, next, None), Store.TriedAsync(first, next, None));

        Assert.Equal([first], await Store.TriesAsync("1", None));
        Assert.Equal((1, next), ((await Store.FindAsync("1", None))!.Tries, (await Store.FindAsync("1", None))!.DueAt));
        Assert.Empty(await Store.DueAsync(next - TimeSpan.FromTicks(1), None));
        Assert.Single(await Store.DueAsync(next, None));
    }

    [Fact]
    public async Task Of_those_who_confirm_at_once_one_has_and_nobody_is_tried_any_more()
    {
        await Store.TryRaiseAsync(Page("1", 0), None);

        var confirmed = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Store.TryConfirmAsync("1", $"person {i}", Now, None)));
        await Store.TriedAsync(new("1", 0, Now, "ann", "sent"), Now, None);

        Assert.Single(confirmed, was => was);
        Assert.False(await Store.TryConfirmAsync("nothing", "ann", Now, None));
        Assert.Empty(await Store.DueAsync(Now.AddDays(1), None));
        Assert.Equal((0, null), ((await Store.FindAsync("1", None))!.Tries, (await Store.FindAsync("1", None))!.DueAt));
    }

    [Fact]
    public async Task The_open_pages_come_first_and_then_the_latest()
    {
        for (var i = 0; i < 4; i++) await Store.TryRaiseAsync(Page($"{i}", 0) with { Conversation = $"web/{i}", RaisedAt = Now.AddMinutes(i) }, None);
        await Store.TryConfirmAsync("3", "ann", Now, None);

        Assert.Equal(["2", "1", "0", "3"], (await Store.LatestAsync(10, None)).Select(page => page.Id));
        Assert.Equal(["2"], (await Store.LatestAsync(1, None)).Select(page => page.Id));
    }

    private static Page Page(string id, int priority) => new()
    {
        Id = id,
        Conversation = "web/talk-1",
        CaseNumber = "C-20260302-000017",
        Priority = priority,
        Trigger = "safety",
        Words = "words",
        Brief = "brief",
        RaisedAt = Now,
        DueAt = Now,
    };
}

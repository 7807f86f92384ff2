using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Tests.Desk;
using ComplaintBot.Tests.Stores;
using ComplaintBot.Turns;
using Microsoft.Extensions.Logging.Abstractions;

namespace ComplaintBot.Tests.Turns;

/// <summary>Who reminds a conversation, where several nodes could.</summary>
public sealed class ChoresTests : IDisposable
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(15);

    private readonly DeskBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task A_single_node_reminds_at_once_whether_the_page_is_open_or_not()
    {
        await AskAsync();

        Assert.False((await AfterAsync(Round, isOpen: false, isShared: false))!.Open);
    }

    [Fact]
    public async Task The_node_that_has_the_page_open_reminds_at_once()
    {
        await AskAsync();

        Assert.True((await AfterAsync(Round, isOpen: true, isShared: true))!.Open);
    }

    [Fact]
    public async Task A_node_that_has_not_leaves_it_to_the_others_first()
    {
        await AskAsync();

        Assert.Null(await AfterAsync(Round, isOpen: false, isShared: true));
        Assert.False((await AfterAsync(2 * Round, isOpen: false, isShared: true))!.Open);
    }

    /// <summary>A conversation wants to be reminded now.</summary>
    private Task<CommitResult> AskAsync() => bench.Store.TryCommitAsync(Given.Turn(Given.Inbound("1"), 0) with { RemindAt = bench.Clock.GetUtcNow() }, default);

    /// <summary>What a node that runs for some time accepts.</summary>
    private async Task<ClockTick?> AfterAsync(TimeSpan time, bool isOpen, bool isShared)
    {
        var chores = new Chores((bench.Store, bench.Runner), _ => isOpen, isShared, _ => { }, bench.Clock, NullLogger.Instance);
        bench.Clock.Advance(time);
        await chores.DisposeAsync();
        return (await bench.Store.InboxAsync(Given.Key, 1, default)) is [var accepted] ? DeskCommandJson.ReadTick(accepted.Activity.Value) : null;
    }
}

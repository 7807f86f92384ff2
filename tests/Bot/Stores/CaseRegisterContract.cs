using ComplaintBot.Cases;
using ComplaintBot.Dialogs.Cases;

namespace ComplaintBot.Tests.Stores;

/// <summary>What every ledger keeps that takes events from another store. A new one inherits the suite and says how it is opened.</summary>
public abstract class CaseRegisterContract
{
    private const string One = "C-20260302-000017", Two = "C-20260302-000025";

    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>The ledger, empty; closed by its own suite after the test.</summary>
    internal abstract ICaseRegister Register { get; }

    /// <summary>What reads it.</summary>
    internal abstract ICaseLedger Ledger { get; }

    [Fact]
    public async Task A_turn_is_filed_once_however_often_it_is_brought()
    {
        var turn = Opening("turn 1", One, Fact(One, 1));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Register.FileAsync([turn], None)));

        Assert.Equal(1, answers.Sum());
        Assert.Single(await Ledger.TimelineAsync(One, None));
        Assert.True(await Register.IsOpenAsync(One, None));
    }

    [Fact]
    public async Task A_turn_that_is_refused_leaves_nothing()
    {
        await Register.FileAsync([Opening("turn 1", One)], None);

        // Its second event is of a case that nobody opened.
        await Assert.ThrowsAsync<InvalidOperationException>(() => Register.FileAsync([new("turn 2", "web/talk-1", null, Given.Now, [Fact(One, 1), Fact(Two, 2)])], None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Register.FileAsync([new("turn 3", "web/talk-2", One, Given.Now, [Fact(One, 3)])], None));

        Assert.Empty(await Ledger.TimelineAsync(One, None));
        Assert.False(await Register.IsOpenAsync(Two, None));
        Assert.Equal(1, await Register.FileAsync([new("turn 2", "web/talk-1", null, Given.Now, [Fact(One, 4)])], None));
    }

    [Fact]
    public async Task Turns_that_are_brought_together_are_filed_in_order_and_those_filed_before_once()
    {
        await Register.FileAsync([Opening("turn 1", One, Fact(One, 1))], None);

        var filed = await Register.FileAsync(
            [Opening("turn 1", One, Fact(One, 1)), Saying("turn 2", Fact(One, 2), Fact(One, 3)), Opening("turn 3", Two, Fact(Two, 4)), Saying("turn 2", Fact(One, 2)), Saying("turn 4", Fact(Two, 5), Fact(One, 6))], None);

        Assert.Equal(3, filed);
        Assert.Equal(["1", "2", "3", "6"], await ValuesAsync(One));
        Assert.Equal(["4", "5"], await ValuesAsync(Two));
        Assert.Equal([null, null], [await Ledger.FirstBreakAsync(One, None), await Ledger.FirstBreakAsync(Two, None)]);
        Assert.Equal(0, await Register.FileAsync([Saying("turn 2", Fact(One, 2))], None));
    }

    [Fact]
    public async Task Of_turns_that_are_brought_together_none_is_filed_where_one_is_refused()
    {
        await Register.FileAsync([Opening("turn 1", One)], None);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Register.FileAsync([Saying("turn 2", Fact(One, 1)), Saying("turn 3", Fact(Two, 2))], None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Register.FileAsync([Saying("turn 2", Fact(One, 1)), Opening("turn 4", Two), new("turn 5", "web/talk-2", One, Given.Now, [])], None));

        Assert.Empty(await ValuesAsync(One));
        Assert.False(await Register.IsOpenAsync(Two, None));
        Assert.Equal(2, await Register.FileAsync([Saying("turn 2", Fact(One, 1)), Opening("turn 4", Two)], None));
    }

    [Fact]
    public async Task Turns_that_race_for_the_same_cases_leave_whole_chains()
    {
        await Register.FileAsync([Opening("open 1", One)], None);
        await Register.FileAsync([Opening("open 2", Two)], None);

        // Each files for both, in either order: none may wait for another for ever.
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Register.FileAsync(
            [new($"turn {i}", "desk/x", null, Given.Now, i % 2 == 0 ? [Fact(One, i), Fact(Two, i)] : [Fact(Two, i), Fact(One, i)])], None)));

        foreach (var number in new[] { One, Two })
        {
            Assert.Equal(Enumerable.Range(1, 40).Select(i => (long)i), (await Ledger.TimelineAsync(number, None)).Select(entry => entry.Sequence));
            Assert.Null(await Ledger.FirstBreakAsync(number, None));
        }
    }

    private async Task<IEnumerable<string>> ValuesAsync(string number) => (await Ledger.TimelineAsync(number, None)).Select(entry => entry.Event.Data["value"]);

    private static FiledTurn Saying(string id, params FiledEvent[] events) => new(id, "web/talk-1", null, Given.Now, events);

    private static FiledTurn Opening(string id, string number, params FiledEvent[] events) => new(id, "web/talk-1", number, Given.Now, events);

    private static FiledEvent Fact(string number, int value) => Given.Filed(number, CaseEventKind.FactRecorded, ("name", "amount"), ("value", $"{value}"));
}

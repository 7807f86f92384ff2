using ComplaintBot.Cases;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Stores;

/// <summary>What every ledger of cases keeps. A new ledger inherits the suite and says how it is opened.</summary>
public abstract class CaseLedgerContract
{
    private const string One = "C-20260302-000017", Two = "C-20260302-000025";

    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>The ledger, empty; closed by its own suite after the test.</summary>
    internal abstract ICaseLedger Ledger { get; }

    /// <summary>The store whose commits write into it.</summary>
    internal abstract IConversationStore Store { get; }

    [Fact]
    public async Task A_timeline_is_what_was_filed_in_order_and_chained()
    {
        FiledEvent[] filed =
        [
            Given.Filed(One, CaseEventKind.Opened, ("number", One), ("channel", "web")),
            new(One, new CaseEvent(CaseEventKind.Step, "bot", new DateTimeOffset(2026, 3, 2, 9, 0, 0, 123, TimeSpan.FromHours(-5)).AddTicks(4_567), CaseEvent.NoData, Step.Listen), [1, 2, 3]),
            Given.Filed(One, CaseEventKind.HeadAdded, ("words", "\0 '\" 服务很差 😀"), ("category", "quality")),
        ];

        await Commit(Given.Opening(One, Given.Key, filed));

        var timeline = await Ledger.TimelineAsync(One, None);
        Assert.Equal([1L, 2L, 3L], timeline.Select(entry => entry.Sequence));
        foreach (var (entry, original) in timeline.Zip(filed))
        {
            Assert.Equal(original.Event with { Data = entry.Event.Data }, entry.Event);
            Assert.Equal(original.Event.At.Offset, entry.Event.At.Offset);
            Assert.Equal(original.Event.Data.OrderBy(pair => pair.Key), entry.Event.Data.OrderBy(pair => pair.Key));
            Assert.Equal(original.Salt, entry.Salt);
        }

        Assert.Null(await Ledger.FirstBreakAsync(One, None));
    }

    [Fact]
    public async Task A_case_that_is_not_there_has_an_empty_timeline_without_a_break()
    {
        Assert.Empty(await Ledger.TimelineAsync(One, None));
        Assert.Null(await Ledger.FirstBreakAsync(One, None));
    }

    [Fact]
    public async Task Cases_that_are_written_in_turns_keep_a_chain_each()
    {
        var other = new ConversationKey("web", "talk-2");
        await Commit(Given.Opening(One, Given.Key, Given.Filed(One, CaseEventKind.Opened)));
        await Commit(Given.Opening(Two, other, Given.Filed(Two, CaseEventKind.Opened)));
        for (var i = 1; i <= 5; i++)
        {
            await Commit(Given.Turn(Given.Inbound($"{i}"), i) with { Events = [Fact(One, i), Fact(Two, i), Fact(One, -i)] });
            await Commit(Given.Turn(Given.Inbound($"{i}", other), i) with { Events = [Fact(Two, 100 + i)] });
        }

        Assert.Equal(Enumerable.Range(1, 11).Select(i => (long)i), (await Ledger.TimelineAsync(One, None)).Select(entry => entry.Sequence));
        Assert.Equal(Enumerable.Range(1, 11).Select(i => (long)i), (await Ledger.TimelineAsync(Two, None)).Select(entry => entry.Sequence));
        Assert.Equal(["1", "-1", "2", "-2"], (await Ledger.TimelineAsync(One, None)).Skip(1).Take(4).Select(entry => entry.Event.Data["value"]));
        Assert.Null(await Ledger.FirstBreakAsync(One, None));
        Assert.Null(await Ledger.FirstBreakAsync(Two, None));
    }

    [Fact]
    public async Task Turns_that_race_file_each_event_once()
    {
        await Commit(Given.Opening(One, Given.Key, Given.Filed(One, CaseEventKind.Opened)));
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Commit(Given.Turn(Given.Inbound("1", new("desk", $"{i}")), 0) with { Events = [Fact(One, i)] })));

        var timeline = await Ledger.TimelineAsync(One, None);
        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"{i}").Order(), timeline.Skip(1).Select(entry => entry.Event.Data["value"]).Order());
        Assert.Null(await Ledger.FirstBreakAsync(One, None));
    }

    [Fact]
    public async Task A_forgotten_personal_part_is_gone_and_the_chain_still_holds()
    {
        await Commit(Given.Opening(One, Given.Key, Given.Filed(One, CaseEventKind.Opened), Fact(One, 1)));
        var before = await Ledger.TimelineAsync(One, None);

        await Ledger.ForgetAsync(One, None);
        Assert.Null(await Ledger.FirstBreakAsync(One, None));
        await Commit(Given.Turn(Given.Inbound("2"), 1) with { Events = [Fact(One, 2)] });

        var timeline = await Ledger.TimelineAsync(One, None);
        Assert.All(timeline.Take(2), entry => Assert.Equal((0, null), (entry.Event.Data.Count, entry.Salt)));
        Assert.Equal(before.Select(entry => Convert.ToHexString(entry.Hash)), timeline.Take(2).Select(entry => Convert.ToHexString(entry.Hash)));
        Assert.Equal("2", timeline[2].Event.Data["value"]);
        Assert.Null(await Ledger.FirstBreakAsync(One, None));
    }

    [Fact]
    public async Task Forgetting_one_case_leaves_the_others()
    {
        await Commit(Given.Opening(One, Given.Key, Fact(One, 1)));
        await Commit(Given.Opening(Two, new("web", "talk-2"), Fact(Two, 1)));

        await Ledger.ForgetAsync(One, None);

        Assert.Equal("1", (await Ledger.TimelineAsync(Two, None))[0].Event.Data["value"]);
    }

    [Fact]
    public async Task Events_outlive_their_conversation()
    {
        await Commit(Given.Opening(One, Given.Key, Given.Filed(One, CaseEventKind.Opened)));

        Assert.Equal(1, await Store.ExpireAsync(Given.Now + TimeSpan.FromDays(4_000), None));

        Assert.Single(await Ledger.TimelineAsync(One, None));
    }

    [Fact]
    public async Task A_customer_sees_the_state_of_their_own_case_and_of_no_other()
    {
        var later = Given.Now + TimeSpan.FromHours(3);
        await Commit(Given.Opening(One, Given.Key, Given.Filed(One, CaseEventKind.Opened)));
        Assert.Equal(CaseState.Received, (await Find(Given.Key))!.State);

        await Commit(Given.Turn(Given.Inbound("2"), 1) with { Events = [Given.Filed(One, CaseEventKind.StateChanged, later, ("from", "received"), ("to", "proposed"), ("reason", "offer made"))] });

        var found = await Find(Given.Key);
        Assert.Equal((One, CaseState.Proposed, later), (found!.Number, found.State, found.ChangedAt));
        Assert.Null(await Find(new ConversationKey("web", "talk-2")));
        Assert.Null(await Find(new ConversationKey("other", "talk-1")));
        Assert.Null(await Ledger.FindForAsync("' OR 1=1 --", Given.Key.ToString(), 0, None));
        Assert.Null(await Ledger.FindForAsync(Two, Given.Key.ToString(), 0, None));
    }

    [Fact]
    public async Task The_state_of_a_case_outlives_its_personal_part()
    {
        await Commit(Given.Opening(One, Given.Key, Given.Filed(One, CaseEventKind.StateChanged, ("to", "settled"))));

        await Ledger.ForgetAsync(One, None);

        Assert.Equal(CaseState.Settled, (await Find(Given.Key))!.State);
    }

    [Fact]
    public async Task Grants_are_accepted_offers_with_a_price()
    {
        await Commit(Given.Opening(One, Given.Key,
            Offer(One, "refund", "39.90"), Answer(One, "refund", "declined"),
            Offer(One, "discount", "15.5"), Answer(One, "discount", "thinking"), Answer(One, "discount", "accepted"),
            Offer(One, "explanation", ""), Answer(One, "explanation", "accepted"),
            Given.Filed(One, CaseEventKind.OfferMade, ("kind", "redo")), Answer(One, "redo", "accepted"),
            Offer(One, "gift", "100")));

        Assert.Equal(new CustomerGrants(1, 15.5m), await Grants(Given.Key, Given.Now));
    }

    [Fact]
    public async Task An_offer_made_anew_counts_with_its_last_price()
    {
        await Commit(Given.Opening(One, Given.Key, Offer(One, "refund", "10"), Offer(One, "refund", "20"), Offer(One, "gift", "5"), Answer(One, "refund", "accepted")));

        Assert.Equal(new CustomerGrants(1, 20m), await Grants(Given.Key, Given.Now));
    }

    [Fact]
    public async Task Grants_add_up_over_the_cases_of_one_customer_from_a_time_on()
    {
        var later = Given.Now + TimeSpan.FromDays(10);
        await Commit(Given.Opening(One, Given.Key, Offer(One, "refund", "10"), Answer(One, "refund", "accepted")));
        await Commit(Given.Turn(Given.Inbound("2", at: later), 1) with { OpenedCase = Two, Events = [Offer(Two, "refund", "7.25"), Answer(Two, "refund", "accepted", later)] });
        await Commit(Given.Opening("C-20260302-000033", new("web", "talk-2"), Offer("C-20260302-000033", "gift", "500"), Answer("C-20260302-000033", "gift", "accepted")));

        Assert.Equal(new CustomerGrants(2, 17.25m), await Grants(Given.Key, Given.Now));
        Assert.Equal(new CustomerGrants(1, 7.25m), await Grants(Given.Key, Given.Now + TimeSpan.FromTicks(1)));
        Assert.Equal(new CustomerGrants(1, 7.25m), await Grants(Given.Key, later));
        Assert.Equal(default, await Grants(Given.Key, later + TimeSpan.FromTicks(1)));
        Assert.Equal(default, await Grants(new("web", "nobody"), Given.Now));
    }

    private protected async Task Commit(TurnCommit commit) =>
        Assert.Equal(CommitOutcome.Committed, (await Store.TryCommitAsync(commit, None)).Outcome);

    private static FiledEvent Fact(string number, int value) => Given.Filed(number, CaseEventKind.FactRecorded, ("name", "amount"), ("value", $"{value}"));

    private static FiledEvent Offer(string number, string kind, string amount) => Given.Filed(number, CaseEventKind.OfferMade, ("kind", kind), ("text", "an offer"), ("amount", amount));

    private static FiledEvent Answer(string number, string kind, string answer, DateTimeOffset? at = null) =>
        Given.Filed(number, CaseEventKind.OfferAnswered, at ?? Given.Now, ("kind", kind), ("answer", answer), ("words", "well"));

    private async Task<ComplaintBot.Dialogs.Complaint.KnownCase?> Find(ConversationKey key) => await Ledger.FindForAsync(One, key.ToString(), await Filed(key), None);

    private async Task<CustomerGrants> Grants(ConversationKey key, DateTimeOffset since) => CustomerGrants.Since(await Ledger.GrantedAsync(key.ToString(), since, await Filed(key), None), since);

    private async Task<long> Filed(ConversationKey key) => (await Store.LoadAsync(key, Given.Now, None))?.Filed ?? 0;
}

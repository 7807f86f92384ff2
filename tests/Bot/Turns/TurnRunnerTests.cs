using System.Text;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Turns;

public sealed class TurnRunnerTests : IDisposable
{
    private const string Grievance = "The toaster I bought at the North Gate store on Monday burns everything, I am fed up with it!";

    private readonly TurnBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task A_turn_answers_and_leaves_state_transcript_and_outbox()
    {
        var outcome = await bench.SayAsync("1", Grievance);

        Assert.False(outcome.IsDuplicate);
        Assert.NotEmpty(outcome.Lines);
        Assert.Equal([Grievance, .. outcome.Lines.Select(line => line.Activity.Text!)], await bench.SaidAsync());
        Assert.Equal(outcome.Lines.Select(line => line.Sequence), (await bench.Store.OutboxAsync(bench.Clock.GetUtcNow(), 100, default)).Select(line => line.Sequence));
        Assert.Equal(outcome.State!.Case.Category, (await bench.StateAsync()).Case.Category);
    }

    [Fact]
    public async Task A_delivery_that_comes_twice_is_answered_once()
    {
        await bench.SayAsync("1", Grievance);
        var said = await bench.SaidAsync();

        var again = await bench.SayAsync("1", Grievance);

        Assert.True(again.IsDuplicate);
        Assert.Empty(again.Lines);
        Assert.Null(again.State);
        Assert.Equal(said, await bench.SaidAsync());
    }

    [Fact]
    public async Task Fifty_deliveries_at_once_keep_their_order_and_none_is_lost()
    {
        string[] texts = [.. Enumerable.Range(0, 50).Select(i => $"part {i} of what happened")];

        await Task.WhenAll(texts.Select((text, i) => bench.SayAsync($"{i}", text)));

        Assert.Equal(texts, await bench.SaidAsync(outgoing: false));
        Assert.Equal(50, (await bench.Store.LoadAsync(TurnBench.Key, bench.Clock.GetUtcNow(), default))!.Version);
    }

    [Fact]
    public async Task Fifty_accepted_deliveries_are_worked_off_in_the_order_of_acceptance_by_whoever_comes_first()
    {
        string[] texts = [.. Enumerable.Range(0, 50).Select(i => $"part {i} of what happened")];
        for (var i = 0; i < texts.Length; i++) Assert.True((await bench.Store.AcceptAsync(bench.Message($"{i}", texts[i]), default)).IsNew);
        var accepted = await bench.Store.InboxAsync(TurnBench.Key, 100, default);

        var outcomes = await Task.WhenAll(accepted.Reverse().Select(inbound => bench.Runner.RunAsync(inbound, TurnBench.Retail)));

        Assert.Equal(texts, await bench.SaidAsync(outgoing: false));
        Assert.Empty(await bench.Store.InboxAsync(null, 100, default));
        Assert.Equal(49, outcomes.Count(outcome => outcome.IsDuplicate));
    }

    [Fact]
    public async Task Conversations_do_not_wait_for_each_other()
    {
        var (held, going) = (new TaskCompletionSource(), new TaskCompletionSource());
        bench.Store.Before = async (commit, _) =>
        {
            if (commit.Inbound.Key != TurnBench.Key) return null;
            going.SetResult();
            await held.Task;
            return null;
        };
        var slow = bench.SayAsync("1", Grievance);
        await going.Task;

        var other = await bench.Runner.RunAsync(bench.Message("1", Grievance, new("web", "another talk")), TurnBench.Retail);

        Assert.NotEmpty(other.Lines);
        Assert.False(slow.IsCompleted);
        held.SetResult();
        Assert.NotEmpty((await slow).Lines);
    }

    [Fact]
    public async Task A_commit_that_comes_too_late_runs_the_turn_again_on_what_the_other_wrote()
    {
        await bench.SayAsync("1", Grievance);
        using var other = new TurnRunner(bench.Store, bench.Ledger, bench.Brain, bench.Ids, bench.Clock);
        var once = true;
        bench.Store.Before = async (commit, _) =>
        {
            if (!once || commit.Inbound.DedupeId != "2") return null;
            once = false;
            await other.RunAsync(bench.Message("elsewhere", "it was 45 yuan"), TurnBench.Retail);
            return null;
        };

        var outcome = await bench.SayAsync("2", "that is everything");

        Assert.Equal([1L, 2L], bench.Store.Tried.Where(commit => commit.Inbound.DedupeId == "2").Select(commit => commit.ExpectedVersion));
        Assert.Equal([Grievance, "it was 45 yuan", "that is everything"], await bench.SaidAsync(outgoing: false));
        Assert.Equal("45", outcome.State!.Case.Find(FactNames.Amount)!.Value);
        Assert.Equal(await bench.SaidAsync(outgoing: true), (await bench.SaidAsync(outgoing: true)).Distinct());
    }

    [Fact]
    public async Task A_case_number_that_is_taken_is_drawn_again()
    {
        await bench.SayAsync("1", Grievance);
        var taken = new List<string>();
        bench.Store.Before = (commit, _) =>
        {
            if (commit.OpenedCase is not { } number || taken.Count == 2) return Task.FromResult<CommitOutcome?>(null);
            taken.Add(number);
            return Task.FromResult<CommitOutcome?>(CommitOutcome.CaseNumberTaken);
        };

        var outcome = await bench.SayAsync("2", "that is everything");

        Assert.Equal(2, taken.Distinct().Count());
        Assert.NotNull(outcome.State!.Case.Number);
        Assert.DoesNotContain(outcome.State.Case.Number, taken);
        Assert.NotEmpty(await bench.Ledger.TimelineAsync(outcome.State.Case.Number, default));
        Assert.All(taken, number => Assert.Empty(bench.Ledger.TimelineAsync(number, default).Result));
        Assert.All(outcome.Lines, line => Assert.All(taken, number => Assert.DoesNotContain(number, line.Activity.Text!, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_store_that_never_takes_a_turn_ends_with_a_sentence_and_without_an_answer()
    {
        bench.Store.Before = (_, _) => Task.FromResult<CommitOutcome?>(CommitOutcome.Stale);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => bench.SayAsync("1", Grievance));

        Assert.Contains("web/talk", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("toaster", failure.Message, StringComparison.Ordinal);
        Assert.Empty(await bench.SaidAsync());
    }

    [Fact]
    public async Task What_a_crash_left_in_the_inbox_is_worked_off_before_the_next_delivery()
    {
        await bench.Store.AcceptAsync(bench.Message("1", Grievance), default);
        await bench.Store.AcceptAsync(bench.Message("2", "it was 45 yuan"), default);
        bench.Restart();

        var outcome = await bench.SayAsync("3", "that is everything");
        var repeated = await bench.SayAsync("2", "it was 45 yuan");

        Assert.Equal([Grievance, "it was 45 yuan", "that is everything"], await bench.SaidAsync(outgoing: false));
        Assert.Equal("45", outcome.State!.Case.Find(FactNames.Amount)!.Value);
        Assert.True(repeated.IsDuplicate);
        Assert.Equal((await bench.SaidAsync(outgoing: true)).Count, (await bench.Store.OutboxAsync(bench.Clock.GetUtcNow(), 100, default)).Count);
    }

    [Fact]
    public async Task A_turn_that_takes_longer_than_its_budget_is_given_up_and_leaves_nothing()
    {
        var reached = new TaskCompletionSource();
        bench.Store.Before = async (_, cancellation) =>
        {
            reached.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, bench.Clock, cancellation);
            return null;
        };
        var turn = bench.SayAsync("1", Grievance);
        await reached.Task;

        bench.Clock.Advance(TimeSpan.FromSeconds(20));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turn);
        bench.Store.Before = (_, _) => Task.FromResult<CommitOutcome?>(null);
        Assert.NotEmpty((await bench.SayAsync("1", Grievance)).Lines);
        Assert.Equal([Grievance], await bench.SaidAsync(outgoing: false));
    }

    [Theory]
    [InlineData("my card is 4111 1111 1111 1111 and the till charged it twice", "4111 1111 1111 1111", "4111111111111111")]
    [InlineData("卡号6222021234567890123，收银台刷了两次", "6222021234567890123", "622202123456789")]
    [InlineData("they asked for the verification code 493817 at the till", "493817")]
    public async Task Numbers_that_must_not_be_kept_never_reach_the_disk(string text, params string[] secrets)
    {
        await bench.SayAsync("1", text);
        await bench.SayAsync("2", "that is everything");

        var written = await bench.BytesAsync();

        foreach (var secret in secrets)
            Assert.All(written, file => Assert.Equal(-1, file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret))));
        Assert.Contains(written, file => file.AsSpan().IndexOf("that is everything"u8) >= 0);
        Assert.Contains('*', (await bench.SaidAsync(outgoing: false))[0]);
    }

    [Fact]
    public async Task The_time_of_a_turn_is_the_clocks_in_the_customers_offset()
    {
        bench.Clock.Advance(TimeSpan.FromDays(9));
        var now = bench.Clock.GetUtcNow();

        var outcome = await bench.SayAsync("1", "Yesterday the North Gate store charged me 45 yuan twice");
        await bench.SayAsync("2", "that is everything");

        Assert.Equal("2026-03-10", outcome.State!.Case.Find(FactNames.HappenedAt)!.Value);
        Assert.Equal((now, TimeSpan.FromHours(8)), (outcome.State.LastMessage, outcome.State.LastMessage.Offset));
        var number = (await bench.StateAsync()).Case.Number!;
        Assert.StartsWith("C-20260311-", number, StringComparison.Ordinal);
        Assert.All(await bench.Ledger.TimelineAsync(number, default), entry => Assert.Equal(now, entry.Event.At));
    }
}

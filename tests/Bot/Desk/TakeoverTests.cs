using ComplaintBot.Desk;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Tests.Turns;
using ComplaintBot.Turns;
using Microsoft.Extensions.Logging.Abstractions;

namespace ComplaintBot.Tests.Desk;

public sealed class TakeoverTests : IDisposable
{
    private readonly DeskBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task A_taken_chat_is_the_persons_and_the_bot_says_nothing_more()
    {
        await bench.WaitAsync("a");
        Assert.Null((await bench.DoAsync(DeskBench.Ann, "a", new TakeCommand())).Refusal);
        var said = (await bench.LinesAsync("a")).Count(line => line.Outgoing);

        await bench.SayAsync("a", "Hello? It is broken in three places, I want my money back!");

        Assert.Equal(said, (await bench.LinesAsync("a")).Count(line => line.Outgoing));
        Assert.Equal((Owner.Person, "ann"), ((await bench.RowAsync("a"))!.Owner, (await bench.RowAsync("a"))!.Agent!.Id));
    }

    [Fact]
    public async Task A_takeover_that_breaks_off_at_any_step_is_all_there_or_not_at_all()
    {
        var left = int.MaxValue;
        using var torn = new DeskBench(atStep: _ =>
        {
            if (Interlocked.Decrement(ref left) == 0) throw new IOException("The disk is gone.");
        });
        await torn.WaitAsync("a");
        var number = (await torn.RowAsync("a"))!.CaseNumber!;
        for (var at = 1; ; at++)
        {
            Volatile.Write(ref left, at);
            var done = await CarriedOutAsync(torn);
            Volatile.Write(ref left, int.MaxValue);

            var (row, state) = ((await torn.RowAsync("a"))!, await torn.StateAsync("a"));
            var taken = row.Owner == Owner.Person;
            Assert.Equal((taken ? "ann" : null, taken, taken ? "ann" : null), (row.Agent?.Id, state.Owner == Owner.Person, state.Desk!.Agent?.Id));
            Assert.Equal(taken, (await torn.LinesAsync("a")).Any(line => line.Activity.Text?.Contains("Ann Lee", StringComparison.Ordinal) == true));
            Assert.Equal(taken, (await torn.Ledger.TimelineAsync(number, default)).Any(entry => entry.Event.Kind == CaseEventKind.TakenOver));
            if (done) Assert.InRange(at, 8, 200);
            if (taken) return;
        }
    }

    private static async Task<bool> CarriedOutAsync(DeskBench bench)
    {
        try
        {
            return (await bench.DoAsync(DeskBench.Ann, "a", new TakeCommand())).Refusal is null;
        }
        catch (IOException)
        {
            return false;
        }
    }

    [Fact]
    public async Task A_message_that_is_delivered_three_times_while_a_person_has_the_chat_is_one_line()
    {
        await bench.WaitAsync("a");
        await bench.DoAsync(DeskBench.Ann, "a", new TakeCommand());
        foreach (var later in (TimeSpan[])[TimeSpan.Zero, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(60), TimeSpan.FromHours(24)])
        {
            bench.Clock.Advance(later);
            await bench.SayAsync("a", "Is anybody there?", "webhook-7");
        }

        Assert.Single(await bench.LinesAsync("a"), line => line.Activity.Text == "Is anybody there?");
        await bench.WaitAsync("b");
        await bench.SayAsync("b", "Is anybody there?", "webhook-7");
        Assert.Single(await bench.LinesAsync("b"), line => line.Activity.Text == "Is anybody there?");
    }

    [Fact]
    public async Task The_channel_is_told_of_a_reply_at_once_and_the_reply_has_the_persons_name()
    {
        await bench.WaitAsync("a");
        await bench.DoAsync(DeskBench.Ann, "a", new TakeCommand());
        await bench.DoAsync(DeskBench.Ann, "a", new ReplyCommand("I have found your parcel."));

        var reply = bench.Sent.Single(activity => activity.Text == "I have found your parcel.");
        Assert.Equal(("Ann Lee", RoleTypes.Bot), (reply.From!.Name, reply.From.Role));
    }

    [Fact]
    public async Task Notes_are_in_the_transcript_and_leave_for_nobody()
    {
        await bench.WaitAsync("a");
        await bench.DoAsync(DeskBench.Ann, "a", new TakeCommand());
        await bench.DoAsync(DeskBench.Ann, "a", new NoteCommand("Sounds tired."));

        Assert.Contains(await bench.LinesAsync("a"), line => line.Activity is { Type: ActivityTypes.Event, Text: "Sounds tired." });
        Assert.DoesNotContain(bench.Sent, activity => activity.Type == ActivityTypes.Event);
        Assert.DoesNotContain(await bench.Store.OutboxAsync(bench.Clock.GetUtcNow(), 100, default), line => line.Activity.Type == ActivityTypes.Event);
    }

    [Fact]
    public async Task A_command_delivered_three_times_is_carried_out_once()
    {
        await bench.WaitAsync("a");
        await bench.DoAsync(DeskBench.Ann, "a", new TakeCommand(), "take");
        for (var i = 0; i < 3; i++) Assert.Null((await bench.DoAsync(DeskBench.Ann, "a", new ReplyCommand("Good morning."), "reply")).Refusal);
        await bench.DoAsync(DeskBench.Ann, "a", new ReleaseCommand(ReleaseReason.Wish), "release");

        // Carried out before: done, though it would be refused now.
        Assert.Equal((null, true), (await bench.DoAsync(DeskBench.Ann, "a", new ReleaseCommand(ReleaseReason.Wish), "release")) is var again ? (again.Refusal, again.IsDuplicate) : default);
        Assert.Single(await bench.LinesAsync("a"), line => line.Activity.Text == "Good morning.");
    }

    [Fact]
    public async Task A_refused_command_leaves_nothing_and_may_be_sent_again()
    {
        await bench.WaitAsync("a");
        await bench.DoAsync(DeskBench.Bob, "a", new TakeCommand());
        var before = (await bench.RowAsync("a"))!.Sequence;

        Assert.Equal(DeskRefusal.NotYours, (await bench.DoAsync(DeskBench.Ann, "a", new ReplyCommand("Hi"), "same")).Refusal?.Code);
        Assert.Equal(before, (await bench.RowAsync("a"))!.Sequence);
        await bench.DoAsync(DeskBench.Bob, "a", new ReleaseCommand(ReleaseReason.Wish));
        Assert.Null((await bench.DoAsync(DeskBench.Ann, "a", new ReplyCommand("Hi"), "same")).Refusal);
    }

    [Fact]
    public async Task Of_two_agents_who_take_the_same_chat_one_gets_it()
    {
        for (var i = 0; i < 20; i++)
        {
            await bench.WaitAsync($"a{i}");
            var outcomes = await Task.WhenAll(bench.DoAsync(DeskBench.Ann, $"a{i}", new TakeCommand()), bench.DoAsync(DeskBench.Bob, $"a{i}", new TakeCommand()));

            Assert.Single(outcomes, outcome => outcome.Refusal is null);
            Assert.Equal(DeskRefusal.Taken, outcomes.Single(outcome => outcome.Refusal is not null).Refusal!.Code);
        }
    }

    [Fact]
    public async Task Two_who_ask_for_the_next_at_once_get_two_and_the_longest_wait_first()
    {
        foreach (var name in new[] { "first", "second", "third" })
        {
            await bench.WaitAsync(name);
            bench.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        var taken = await Task.WhenAll(bench.Queue.TakeNextAsync(DeskBench.Ann, "n1", default), bench.Queue.TakeNextAsync(DeskBench.Sue, "n2", default));

        Assert.Equal(["first", "second"], taken.Select(key => key!.Value.Conversation).Order());
        Assert.Equal("third", (await bench.Queue.TakeNextAsync(DeskBench.Bob, "n3", default))!.Value.Conversation);
        Assert.Null(await bench.Queue.TakeNextAsync(DeskBench.Bob, "n4", default));
    }

    [Fact]
    public async Task Chats_of_a_person_who_is_gone_for_two_minutes_return_at_their_old_place()
    {
        await bench.WaitAsync("old");
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await bench.WaitAsync("new");
        bench.Presence.Join("1", DeskBench.Ann);
        await bench.DoAsync(DeskBench.Ann, "old", new TakeCommand());
        bench.Presence.Leave("1");
        await using var absences = new Absences(bench.Chats, bench.Commands, bench.Presence, bench.Clock, NullLogger.Instance);

        bench.Clock.Advance(TimeSpan.FromSeconds(115));
        await absences.LookAsync();
        Assert.Equal(Owner.Person, (await bench.RowAsync("old"))!.Owner);
        bench.Clock.Advance(TimeSpan.FromSeconds(5));
        await absences.LookAsync();

        Assert.Equal(["old", "new"], (await bench.Queue.ForAsync(DeskBench.Bob, default)).Select(chat => chat.Key.Conversation));
    }

    /// <summary>They are never seen at our desk, which says nothing about them.</summary>
    [Fact]
    public async Task Chats_that_people_outside_of_our_desk_have_do_not_return_because_nobody_sees_them()
    {
        await bench.WaitAsync("centre");
        Assert.Null(await bench.Commands.CarryAsync(new(DeskPerson.CentreId, "Centre", Role.Agent), DeskBench.Key("centre"), "1", new TakeCommand()));
        await bench.WaitAsync("platform");
        await bench.Runner.CommandAsync(PlatformEvent.Accepted(DeskBench.Key("platform"), "1", bench.Clock.GetUtcNow()), TurnBench.Retail);
        await using var absences = new Absences(bench.Chats, bench.Commands, bench.Presence, bench.Clock, NullLogger.Instance);

        bench.Clock.Advance(TimeSpan.FromMinutes(5));
        await absences.LookAsync();

        Assert.Equal((Owner.Person, Owner.Person), ((await bench.RowAsync("centre"))!.Owner, (await bench.RowAsync("platform"))!.Owner));
    }

    [Fact]
    public async Task Who_was_released_too_late_does_not_lose_a_chat_that_another_has_by_now()
    {
        await bench.WaitAsync("a");
        await bench.DoAsync(DeskBench.Ann, "a", new TakeCommand());
        var held = (await bench.Chats.HeldAsync(default)).Single();
        await bench.DoAsync(DeskBench.Sue, "a", new TakeCommand());

        Assert.Equal(DeskRefusal.Taken, (await bench.Commands.ReleaseAsync(held, ReleaseReason.Disconnected))!.Refusal?.Code);
        Assert.Equal("sue", (await bench.RowAsync("a"))!.Agent!.Id);
    }

    [Fact]
    public async Task The_desk_reads_the_whole_transcript()
    {
        await bench.WaitAsync("a");
        await bench.DoAsync(DeskBench.Ann, "a", new TakeCommand());
        for (var i = 0; i < 60; i++) await bench.SayAsync("a", $"line {i}");

        var lines = await bench.Chats.LinesAsync(DeskBench.Key("a"), 0, 1_000, default);
        Assert.Equal(Enumerable.Range(1, lines.Count).Select(i => (long)i), lines.Select(line => line.Line.Sequence));
        Assert.Equal(60, lines.Count(line => line.Line.Activity.Text?.StartsWith("line ", StringComparison.Ordinal) == true));
    }
}

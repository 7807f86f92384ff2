using ComplaintBot.Benchmarks.Complaints;
using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;
using Xunit.Abstractions;

namespace ComplaintBot.Dialogs.Tests.Complaint;

/// <summary>What a turn of the complaint of tests/Benchmarks may allocate: bytes hardly vary, so they are held here; the time is measured there.</summary>
public sealed class TurnBudgetTests(ITestOutputHelper output)
{
    private const int Rounds = 60;
    private const int Most = 12 * 1024;
    private const int MostStored = 6 * 1024;

    private static readonly DateTimeOffset Begin = new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(8));

    private static Playbook Playbook => RealBot.Playbooks["catering"];

    /// <summary>The budget is 12 kB a turn, understood before, the state read and written in each.</summary>
    [Theory]
    [InlineData(Tongue.ZhHans)]
    [InlineData(Tongue.En)]
    public void A_turn_of_a_complaint_stays_within_its_bytes(Tongue tongue)
    {
        var turns = Record(tongue, out var stored);
        for (var round = 0; round < Rounds; round++) Replay(turns, tongue);
        var rounds = Enumerable.Range(0, Rounds).Select(_ => BytesOf(() => Replay(turns, tongue).Length) / turns.Count).Order().ToList();

        Parts(turns, tongue);
        output.WriteLine($"{tongue.Tag()}: {rounds[Rounds / 2]} bytes a turn ({rounds[0]} to {rounds[^1]}), stored at the end {stored.Length}");
        Assert.InRange(rounds[Rounds / 2], 1, Most);
        Assert.InRange(stored.Length, 1, MostStored);
    }

    /// <summary>Where the bytes go, for whoever has to bring them down.</summary>
    private void Parts(List<(Activity Came, DateTimeOffset At, TurnAnswers Answers)> turns, Tongue tongue)
    {
        var stored = Fresh(tongue);
        foreach (var turn in turns)
        {
            ConversationState state = null!;
            var read = BytesOf(() => stored.Length + (state = RealBot.Conversation.Read(stored)).Answers);
            var run = BytesOf(() => RealBot.Conversation.OnTurn(state, turn.Came, turn.At, Playbook, turn.Answers).Outgoing.Count);
            var write = BytesOf(() => (stored = RealBot.Conversation.Write(state)).Length);
            output.WriteLine($"read {read}, run {run}, write {write}: {turn.Came.Text}");
        }
    }

    private static List<(Activity Came, DateTimeOffset At, TurnAnswers Answers)> Record(Tongue tongue, out byte[] stored)
    {
        var customer = tongue == Tongue.En ? Customer.En() : Customer.Zh();
        var turns = new List<(Activity, DateTimeOffset, TurnAnswers)>();
        stored = Fresh(tongue);
        for (var left = Customer.Messages; left > 0; left--)
        {
            var state = RealBot.Conversation.Read(stored);
            var (came, now) = (Activity.Message(customer.Say(state.Expects, left)), Begin.AddMinutes(turns.Count));
            var (message, statement) = Understanding.Of(RealBot.Analyzer, state, came, [Playbook], now);
            turns.Add((came, now, new TurnAnswers { Analysis = message, Statement = statement, FreshCaseNumber = "C-20260302-000017" }));
            stored = Run(stored, turns[^1]);
        }

        Assert.True(RealBot.Conversation.Read(stored).Over, "The recorded complaint did not come to its end: the answers of Customer no longer fit what is asked.");
        return turns;
    }

    private static byte[] Replay(List<(Activity Came, DateTimeOffset At, TurnAnswers Answers)> turns, Tongue tongue)
    {
        var stored = Fresh(tongue);
        foreach (var turn in turns) stored = Run(stored, turn);
        return stored;
    }

    private static byte[] Run(byte[] stored, (Activity Came, DateTimeOffset At, TurnAnswers Answers) turn)
    {
        var state = RealBot.Conversation.Read(stored);
        RealBot.Conversation.OnTurn(state, turn.Came, turn.At, Playbook, turn.Answers);
        return RealBot.Conversation.Write(state);
    }

    private static byte[] Fresh(Tongue tongue)
    {
        var state = Conversation.Begin(4711, tongue);
        (state.Playbook, state.Fingerprint) = (Playbook.Id, Playbook.Fingerprint);
        return RealBot.Conversation.Write(state);
    }

    private static long BytesOf(Func<int> work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}

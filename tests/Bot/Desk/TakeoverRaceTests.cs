using System.Globalization;
using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Tests.Turns;
using ComplaintBot.Turns;
using Xunit.Abstractions;

namespace ComplaintBot.Tests.Desk;

/// <summary>
/// Ten thousand takeovers race customer lines, turns of the bot and delayed looks at the clock, over the real store. The transcript is the
/// witness: after the line in which a person takes the chat, and until it is given back, no line is the bot's. Every other time the chat is
/// taken from the bot, which answers every line; else from the queue, where the clock speaks.
/// </summary>
public sealed class TakeoverRaceTests(ITestOutputHelper output) : IDisposable
{
    private const int Talks = 1_667;

    /// <summary>No more than there are ways of saying who takes over: that line is what the check goes by, and none is said twice to a customer.</summary>
    private const int Rounds = 6;

    /// <summary>A line and an answer of every so manyth round come a second time.</summary>
    private const int RedeliveredEvery = 3;

    /// <summary>In every so manyth round a delayed look at the clock races along: in those the chat waits, and the clock has something to say.</summary>
    private const int LooksEvery = 2;

    /// <summary>So many conversations at once that one flush of the disk serves dozens of turns.</summary>
    private const int AtOnce = 64;

    private readonly DeskBench bench = new(new SteppingClock(TimeSpan.FromMilliseconds(10)));

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task After_ten_thousand_racing_takeovers_the_bot_has_said_nothing_into_a_persons_chat()
    {
        var seed = System.Security.Cryptography.RandomNumberGenerator.GetInt32(int.MaxValue);
        output.WriteLine($"Seed {seed}");

        await Parallel.ForEachAsync(Enumerable.Range(0, Talks), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (talk, _) => await PlayAsync(seed, talk));

        var (takeovers, said) = (0, 0);
        for (var talk = 0; talk < Talks; talk++)
        {
            var lines = await bench.LinesAsync(Name(talk));
            takeovers += Check(talk, lines);
            said += lines.Count(IsBots);
        }

        output.WriteLine($"{takeovers} takeovers; the bot said {said} lines, all of them while no person had the chat");
        Assert.Equal(Talks * Rounds, takeovers);

        // It had every occasion: a line when a chat is given back, and answers to the customer where it was faster than the person.
        Assert.True(said > Talks * Rounds, $"The bot said only {said} lines: nothing raced.");
    }

    private static string Name(int talk) => $"race-{talk.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Each round: a person takes the chat while the customer talks and the clock looks; then it is given back to the bot, or to the queue.</summary>
    private async Task PlayAsync(int seed, int talk)
    {
        var (chance, name) = (new SmallRandom(unchecked(seed * 31 + talk)), Name(talk));
        await bench.SayAsync(name, "Your courier broke my new vase and nobody answers the phone.");
        for (var round = 0; round < Rounds; round++)
        {
            var r = round;
            Func<Task>[] moves =
            [
                .. r % LooksEvery == 0 ? [() => bench.Runner.CommandAsync(Look(name, r), TurnBench.Retail)] : Array.Empty<Func<Task>>(),
                () => bench.DoAsync(DeskBench.Ann, name, new TakeCommand(), $"take {r}"),
                () => bench.SayAsync(name, $"said {r} a", $"a {r}"),
                () => bench.SayAsync(name, $"said {r} b", $"b {r}"),
            ];
            await Task.WhenAll(chance.Shuffled(moves).Select(move => Task.Run(move)));

            await AnswerAsync(name, r);

            // Redelivered: nothing of it may happen twice.
            if (r % RedeliveredEvery == 0) await Task.WhenAll(bench.SayAsync(name, $"said {r} a", $"a {r}"), AnswerAsync(name, r));
            DeskCommand back = r % 2 == 0 ? new HandBackCommand(Stage.Facts, "an apology") : new ReleaseCommand(ReleaseReason.Wish);
            Assert.Null((await bench.DoAsync(DeskBench.Ann, name, back, $"back {r}")).Refusal);
        }
    }

    private async Task AnswerAsync(string name, int round) =>
        Assert.Null((await bench.DoAsync(DeskBench.Ann, name, new ReplyCommand($"answer {round}"), $"reply {round}")).Refusal);

    private Inbound Look(string name, int round)
    {
        var now = bench.Time.GetUtcNow();
        return ClockEvent.Of(DeskBench.Key(name), new ClockTick(true, true, now), now) with { DedupeId = $"look {round.ToString(CultureInfo.InvariantCulture)}" };
    }

    /// <returns>How often the chat was taken.</returns>
    private static int Check(int talk, IReadOnlyList<TranscriptLine> lines)
    {
        Assert.Equal(Enumerable.Range(1, lines.Count).Select(i => (long)i), lines.Select(line => line.Sequence));
        Assert.All(lines.Zip(lines.Skip(1)), pair => Assert.True(pair.First.At < pair.Second.At));
        foreach (var said in Enumerable.Range(0, Rounds).SelectMany(round => new[] { $"said {round} a", $"said {round} b", $"answer {round}" }))
            Assert.True(lines.Count(line => line.Activity.Text == said) == 1, $"Talk {talk}: '{said}' is not there once.");

        // Every line of ours says who had the chat when it was said: a person's lines alone are said while a person has it.
        Assert.DoesNotContain(lines.Where(IsBots), line => TurnEntity.Read(line.Activity, "owner") == Owner.Person.Id());
        return Takeovers(talk, lines);
    }

    /// <summary>From the line that tells who takes over until the one in which it is answered, nothing is the bot's.</summary>
    private static int Takeovers(int talk, IReadOnlyList<TranscriptLine> lines)
    {
        var (taken, held) = (0, false);
        foreach (var line in lines.Where(line => line.Outgoing && line.Activity.Type == ActivityTypes.Message))
        {
            if (IsBots(line))
            {
                Assert.False(held, $"Talk {talk}, line {line.Sequence}: the bot said '{line.Activity.Text}' into a person's chat.");
                continue;
            }

            var answers = line.Activity.Text!.StartsWith("answer ", StringComparison.Ordinal);
            Assert.True(answers == held, $"Talk {talk}, line {line.Sequence}: taken twice, or answered without being taken: '{line.Activity.Text}'.");
            if (!answers) taken++;
            held = !answers;
        }

        return taken;
    }

    private static bool IsBots(TranscriptLine line) => line.Outgoing && line.Activity.Type == ActivityTypes.Message && TurnEntity.Read(line.Activity, TurnEntity.By) is null;

    /// <summary>A clock that goes on a little whenever it is looked at, so that waits grow while turns run; the time a turn has is real.</summary>
    private sealed class SteppingClock(TimeSpan step) : TimeProvider
    {
        private long ticks = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)).UtcTicks;

        public override DateTimeOffset GetUtcNow() => new(Interlocked.Add(ref ticks, step.Ticks), TimeSpan.Zero);
    }

    /// <summary>A source of chance that a seed repeats.</summary>
    private sealed class SmallRandom(int seed)
    {
        private uint state = unchecked((uint)seed) | 1;

        public T[] Shuffled<T>(T[] items)
        {
            for (var i = items.Length - 1; i > 0; i--)
            {
                state = unchecked(state * 1_664_525 + 1_013_904_223);
                var j = (int)((state >> 8) % (uint)(i + 1));
                (items[i], items[j]) = (items[j], items[i]);
            }

            return items;
        }
    }
}

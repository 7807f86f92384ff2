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
/// witness: after the line in which a person takes the chat, and until it is given back, no line is the bot's.
/// </summary>
public sealed class TakeoverRaceTests(ITestOutputHelper output) : IDisposable
{
    private const int Talks = 200;
    private const int Rounds = 50;

    private readonly DeskBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task After_ten_thousand_racing_takeovers_the_bot_has_said_nothing_into_a_persons_chat()
    {
        var seed = (int)(System.Security.Cryptography.RandomNumberGenerator.GetInt32(int.MaxValue));
        output.WriteLine($"Seed {seed}");

        await Parallel.ForEachAsync(Enumerable.Range(0, Talks), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (talk, _) => await PlayAsync(seed, talk));

        var takeovers = 0;
        for (var talk = 0; talk < Talks; talk++) takeovers += Check(talk, await bench.LinesAsync(Name(talk)));
        Assert.Equal(Talks * Rounds, takeovers);
    }

    private static string Name(int talk) => $"race-{talk.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Each round: a person takes the chat while the customer talks and the clock looks; then it is given back to the queue.</summary>
    private async Task PlayAsync(int seed, int talk)
    {
        var (chance, name) = (new SmallRandom(unchecked(seed * 31 + talk)), Name(talk));
        await bench.WaitAsync(name);
        for (var round = 0; round < Rounds; round++)
        {
            var r = round;
            Func<Task>[] moves =
            [
                () => bench.DoAsync(DeskBench.Ann, name, new TakeCommand(), $"take {r}"),
                () => bench.SayAsync(name, $"said {r} a", $"a {r}"),
                () => bench.SayAsync(name, $"said {r} b", $"b {r}"),
                () => bench.Runner.CommandAsync(Look(name, r), TurnBench.Retail),
            ];
            await Task.WhenAll(chance.Shuffled(moves).Select(move => Task.Run(move)));

            // Redelivered: nothing of it may happen twice.
            await bench.SayAsync(name, $"said {r} a", $"a {r}");
            await bench.DoAsync(DeskBench.Ann, name, new ReplyCommand($"answer {r}"), $"reply {r}");
            await bench.DoAsync(DeskBench.Ann, name, new ReplyCommand($"answer {r}"), $"reply {r}");
            await bench.DoAsync(DeskBench.Ann, name, new ReleaseCommand(ReleaseReason.Wish), $"release {r}");
        }
    }

    private Inbound Look(string name, int round)
    {
        var look = ClockEvent.Of(DeskBench.Key(name), new ClockTick(true, true, bench.Clock.GetUtcNow()), bench.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        return look with { DedupeId = $"look {round.ToString(CultureInfo.InvariantCulture)}" };
    }

    /// <returns>How often the chat was taken.</returns>
    private static int Check(int talk, IReadOnlyList<TranscriptLine> lines)
    {
        Assert.Equal(Enumerable.Range(1, lines.Count).Select(i => (long)i), lines.Select(line => line.Sequence));
        Assert.All(lines.Zip(lines.Skip(1)), pair => Assert.True(pair.First.At < pair.Second.At));
        foreach (var said in Enumerable.Range(0, Rounds).SelectMany(round => new[] { $"said {round} a", $"said {round} b", $"answer {round}" }))
            Assert.True(lines.Count(line => line.Activity.Text == said) == 1, $"Talk {talk}: '{said}' is not there once.");

        // Every line of ours says who had the chat when it was said: a person's lines alone are said while a person has it.
        var bots = lines.Where(line => line.Outgoing && line.Activity.Type == ActivityTypes.Message && TurnEntity.Read(line.Activity, TurnEntity.By) is null);
        Assert.DoesNotContain(bots, line => TurnEntity.Read(line.Activity, "owner") == Owner.Person.Id());
        return Takeovers(talk, lines);
    }

    /// <summary>From the line that tells who takes over until the one in which it is answered, nothing is the bot's.</summary>
    private static int Takeovers(int talk, IReadOnlyList<TranscriptLine> lines)
    {
        var (taken, held) = (0, false);
        foreach (var line in lines.Where(line => line.Outgoing && line.Activity.Type == ActivityTypes.Message))
        {
            var byPerson = TurnEntity.Read(line.Activity, TurnEntity.By) is not null;
            if (byPerson && !held) taken++;
            if (byPerson) held = line.Activity.Text?.StartsWith("answer ", StringComparison.Ordinal) != true;
            else Assert.False(held, $"Talk {talk}, line {line.Sequence}: the bot said '{line.Activity.Text}' into a person's chat.");
        }

        return taken / 2;
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

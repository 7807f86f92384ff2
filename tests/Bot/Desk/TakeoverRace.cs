using System.Globalization;
using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Tests.Turns;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Desk;

/// <summary>
/// Takeovers race customer lines, turns of the bot and delayed looks at the clock, on one node or on several. The transcript is the witness: after
/// the line in which a person takes the chat, and until it is given back, no line is the bot's. Every other time the chat is taken from the
/// bot, which answers every line; else from the queue, where the clock speaks.
/// </summary>
/// <param name="seed">Repeats the order of moves and their nodes.</param>
/// <param name="talks">How many conversations.</param>
/// <param name="nodes">Where moves are made: each at any of them.</param>
internal sealed class TakeoverRace(int seed, int talks, params IReadOnlyList<DeskBench> nodes)
{
    /// <summary>No more than there are ways of saying who takes over: that line is what the check goes by, and none is said twice to a customer.</summary>
    public const int Rounds = 6;

    /// <summary>A line and an answer of every so manyth round come a second time.</summary>
    private const int RedeliveredEvery = 3;

    /// <summary>In every so manyth round a delayed look at the clock races along: in those the chat waits, and the clock has something to say.</summary>
    private const int LooksEvery = 2;

    /// <summary>The name of a conversation.</summary>
    public static string Name(int talk) => $"race-{talk.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Plays every conversation.</summary>
    /// <param name="atOnce">How many at once.</param>
    public Task PlayAsync(int atOnce) => Parallel.ForEachAsync(Enumerable.Range(0, talks), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (talk, _) => await PlayOneAsync(talk));

    /// <summary>Checks every conversation.</summary>
    /// <returns>How often chats were taken, and how many lines the bot said.</returns>
    public async Task<(int Takeovers, int Said)> CheckAsync()
    {
        var (takeovers, said) = (0, 0);
        for (var talk = 0; talk < talks; talk++)
        {
            var lines = await nodes[0].LinesAsync(Name(talk));
            takeovers += Check(talk, lines);
            said += lines.Count(IsBots);
        }

        return (takeovers, said);
    }

    /// <summary>Each round: a person takes the chat while the customer talks and the clock looks; then it is given back to the bot, or to the queue.</summary>
    private async Task PlayOneAsync(int talk)
    {
        var (chance, name) = (new SmallRandom(unchecked((seed * 31) + talk)), Name(talk));
        await At(chance).SayAsync(name, "Your courier broke my new vase and nobody answers the phone.", "begin");
        for (var round = 0; round < Rounds; round++)
        {
            var r = round;
            DeskBench[] at = [.. Enumerable.Range(0, 4).Select(_ => At(chance))];
            Func<Task>[] moves =
            [
                .. r % LooksEvery == 0 ? [() => at[0].Runner.CommandAsync(Look(name, r), TurnBench.Retail)] : Array.Empty<Func<Task>>(),
                () => at[1].DoAsync(DeskBench.Ann, name, new TakeCommand(), $"take {r}"),
                () => at[2].SayAsync(name, $"said {r} a", $"a {r}"),
                () => at[3].SayAsync(name, $"said {r} b", $"b {r}"),
            ];
            await Task.WhenAll(chance.Shuffled(moves).Select(move => Task.Run(move)));

            await AnswerAsync(At(chance), name, r);

            // Redelivered, perhaps to another node: nothing of it may happen twice.
            if (r % RedeliveredEvery == 0) await Task.WhenAll(At(chance).SayAsync(name, $"said {r} a", $"a {r}"), AnswerAsync(At(chance), name, r));
            DeskCommand back = r % 2 == 0 ? new HandBackCommand(Stage.Facts, "an apology") : new ReleaseCommand(ReleaseReason.Wish);
            Assert.Null((await At(chance).DoAsync(DeskBench.Ann, name, back, $"back {r}")).Refusal);
        }
    }

    private DeskBench At(SmallRandom chance) => nodes[chance.Next(nodes.Count)];

    private static async Task AnswerAsync(DeskBench node, string name, int round) =>
        Assert.Null((await node.DoAsync(DeskBench.Ann, name, new ReplyCommand($"answer {round}"), $"reply {round}")).Refusal);

    private Inbound Look(string name, int round)
    {
        var now = nodes[0].Time.GetUtcNow();
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

    /// <summary>A source of chance that a seed repeats.</summary>
    private sealed class SmallRandom(int seed)
    {
        private uint state = unchecked((uint)seed) | 1;

        public int Next(int most)
        {
            state = unchecked((state * 1_664_525) + 1_013_904_223);
            return (int)((state >> 8) % (uint)most);
        }

        public T[] Shuffled<T>(T[] items)
        {
            for (var i = items.Length - 1; i > 0; i--)
            {
                var j = Next(i + 1);
                (items[i], items[j]) = (items[j], items[i]);
            }

            return items;
        }
    }
}

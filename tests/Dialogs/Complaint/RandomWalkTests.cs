using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Vocabulary;
using Xunit.Abstractions;

namespace ComplaintBot.Dialogs.Tests.Complaint;

/// <summary>Walks through conversations at random: whatever is said in whatever order, what holds in every conversation holds (see <see cref="Invariants"/>).</summary>
public sealed class RandomWalkTests(ITestOutputHelper output)
{
    private const int Length = 30;

    private static readonly Tongue[] Tongues = [Tongue.ZhHans, Tongue.En, Tongue.ZhHant];

    public static TheoryData<string> Playbooks => [.. RealBot.Playbooks.All.Select(playbook => playbook.Id)];

    [Theory]
    [MemberData(nameof(Playbooks))]
    public void Whatever_is_said_in_whatever_order_every_rule_holds(string playbook) =>
        Walk(playbook, seeds: 15, (random, _, _) => PlainLines.All[random.Next(PlainLines.All.Count)]);

    [Theory]
    [MemberData(nameof(Playbooks))]
    public void A_customer_who_mostly_answers_what_is_asked_meets_every_rule_too(string playbook) =>
        Walk(playbook, seeds: 15, (random, state, english) =>
        {
            var pool = random.Next(8) == 0 ? PlainLines.All : PlainLines.Fitting(state, english);
            return pool[random.Next(pool.Count)];
        });

    [Theory]
    [MemberData(nameof(Playbooks))]
    public void Whatever_the_desk_and_the_clock_do_in_between_one_owner_speaks_and_nothing_leaks(string playbook) =>
        Walk(playbook, seeds: 12, (random, state, english) =>
        {
            var pool = random.Next(3) == 0 ? PlainLines.All : PlainLines.Fitting(state, english);
            return pool[random.Next(pool.Count)];
        }, desk: true);

    private void Walk(string playbook, int seeds, Func<Random, ConversationState, bool, string> next, bool desk = false)
    {
        var largest = 0;
        for (var seed = 1; seed <= seeds; seed++)
        {
            var random = new Random(seed);
            var lines = new List<string>();
            var english = seed % Tongues.Length == 1;
            string Draw(ConversationState state) { lines.Add(next(random, state, english)); return lines[^1]; }
            if (Breach(playbook, seed, Enumerable.Repeat<Func<ConversationState, string>>(Draw, Length), desk, out var size) is null) { largest = Math.Max(largest, size); continue; }
            var shortest = Shrink(playbook, seed, lines, desk);
            Assert.Fail($"Seed {seed}, {shortest.Count} lines:\n{Breach(playbook, seed, Fixed(shortest), desk, out _)}");
        }

        output.WriteLine($"{playbook}: {seeds} conversations of {Length} lines, largest stored state {largest} bytes");
    }

    private static IEnumerable<Func<ConversationState, string>> Fixed(List<string> lines) => lines.Select(line => new Func<ConversationState, string>(_ => line));

    /// <summary>The breach that comes of these lines, or null.</summary>
    private static string? Breach(string playbook, int seed, IEnumerable<Func<ConversationState, string>> lines, bool desk, out int largest)
    {
        largest = 0;
        var random = new Random(seed);
        var talk = new Talk(playbook, Tongues[seed % Tongues.Length], Talk.Noon.AddHours(random.Next(24 * 14)), seed) { People = seed % 3 == 0 ? DeskStatus.Nobody : new DeskStatus(true, 1 + (seed % 4), 3) };
        try
        {
            foreach (var line in lines)
            {
                talk.Say(line(talk.State));
                largest = Math.Max(largest, talk.Last.Size);
                if (desk) DeskWalk.Step(talk, random);
                else if (talk.State.Owner == Owner.Waiting && talk.State.Handover!.Noted == 4 && seed % 2 == 0) talk.Do(DeskWalk.Agent, new TakeCommand());
            }

            return null;
        }
#pragma warning disable CA1031 // Any exception at all is what is looked for.
        catch (Exception breach)
#pragma warning restore CA1031
        {
            return breach is Xunit.Sdk.XunitException ? breach.Message : $"{breach}\n\n{talk}";
        }
    }

    /// <summary>Leaves out lines for as long as the breach stays.</summary>
    private static List<string> Shrink(string playbook, int seed, List<string> lines, bool desk)
    {
        for (var at = lines.Count - 1; at >= 0; at--)
        {
            List<string> fewer = [.. lines[..at], .. lines[(at + 1)..]];
            if (Breach(playbook, seed, Fixed(fewer), desk, out _) is not null) lines = fewer;
        }

        return lines;
    }
}

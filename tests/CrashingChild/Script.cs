using ComplaintBot.Turns;

namespace ComplaintBot.CrashingChild;

/// <summary>What the world does to the bot: deliveries for some conversations, the same for the same seed.</summary>
internal sealed class Script
{
    private const int ConversationCount = 24, DeliveriesEach = 4;

    public Script(int seed)
    {
        var chance = new Random(seed);
        Talk[] talks =
        [
            .. Enumerable.Range(0, ConversationCount).Select(talk => new Talk(
                new ConversationKey("web", $"talk-{talk}"),
                $"C-20260302-{talk:D6}",
                [.. Enumerable.Range(0, DeliveriesEach).Select(i => new Delivery($"{talk}.{i}", chance.Next(2) == 0, chance.Next(2) == 0, chance.Next(2) == 0))])),
        ];
        chance.Shuffle(talks);
        Talks = talks;
    }

    /// <summary>The conversations, in the order in which they begin.</summary>
    public IReadOnlyList<Talk> Talks { get; }

    /// <summary>What the bot answers a delivery.</summary>
    public static IReadOnlyList<string> Answers(string id) => [$"{id} heard", $"{id} answered"];
}

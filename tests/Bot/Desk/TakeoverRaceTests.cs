using ComplaintBot.Tests.Doubles;
using Xunit.Abstractions;

namespace ComplaintBot.Tests.Desk;

/// <summary>Ten thousand takeovers on one node, over the embedded store.</summary>
public sealed class TakeoverRaceTests(ITestOutputHelper output) : IDisposable
{
    private const int Talks = 1_667;

    /// <summary>So many conversations at once that one flush of the disk serves dozens of turns.</summary>
    private const int AtOnce = 64;

    private readonly DeskBench bench = new(new SteppingClock(TimeSpan.FromMilliseconds(10)));

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task After_ten_thousand_racing_takeovers_the_bot_has_said_nothing_into_a_persons_chat()
    {
        var seed = System.Security.Cryptography.RandomNumberGenerator.GetInt32(int.MaxValue);
        output.WriteLine($"Seed {seed}");
        var race = new TakeoverRace(seed, Talks, bench);

        await race.PlayAsync(AtOnce);

        var (takeovers, said) = await race.CheckAsync();
        output.WriteLine($"{takeovers} takeovers; the bot said {said} lines, all of them while no person had the chat");
        Assert.Equal(Talks * TakeoverRace.Rounds, takeovers);

        // It had every occasion: a line when a chat is given back, and answers to the customer where it was faster than the person.
        Assert.True(said > Talks * TakeoverRace.Rounds, $"The bot said only {said} lines: nothing raced.");
    }
}

using ComplaintBot.House.Source;

namespace ComplaintBot.House.Clock;

public sealed class ClockTests
{
    [Fact]
    public void Nothing_reads_the_wall_clock_sleeps_or_rolls_dice() => Verdict.Clean(ClockGuard.Offences(Repository.Tree));

    [Theory]
    [InlineData("DateTime.Now")]
    [InlineData("DateTime.UtcNow")]
    [InlineData("System.DateTime\n    .Today")]
    [InlineData("DateTimeOffset.Now")]
    [InlineData("DateTimeOffset.UtcNow.AddHours(1)")]
    [InlineData("Stopwatch.GetTimestamp()")]
    [InlineData("Task.Delay(100)")]
    [InlineData("Task.Delay(Pause(1, 2), cancel)")]
    [InlineData("new PeriodicTimer(second)")]
    [InlineData("Thread.Sleep(1)")]
    [InlineData("Guid.NewGuid()")]
    [InlineData("Random.Shared.Next()")]
    [InlineData("Environment.TickCount64")]
    [InlineData("TimeProvider.System")]
    [InlineData("$\"now {DateTime.UtcNow}\"")]
    public void A_planted_clock_sleep_or_dice_is_reported(string code)
    {
        foreach (var folder in new[] { "dialogs/Policy", "tests/Dialogs", "tests/Bot" })
            Verdict.Reports(ClockGuard.Offences(Planted(folder, code)), $"{folder}/A.cs:2");
    }

    [Theory]
    [InlineData("time.GetUtcNow() // not DateTime.UtcNow")]
    [InlineData("\"Thread.Sleep(1)\"")]
    [InlineData("Task.Delay(pause, time, cancel)")]
    [InlineData("new PeriodicTimer(second, timeProvider)")]
    [InlineData("MyDateTime.Nowhere")]
    public void A_given_clock_and_mere_words_are_not_reported(string code) =>
        Verdict.Clean(ClockGuard.Offences(Planted("tests/Bot", code)));

    [Fact]
    public void Only_the_composition_in_bot_may_name_the_system_time()
    {
        Verdict.Clean(ClockGuard.Offences(Planted("bot", "TimeProvider.System")));
        Verdict.Clean(ClockGuard.Offences(Planted("tests/Benchmarks", "Stopwatch.GetTimestamp()")));
    }

    private static SourceTree Planted(string folder, string code) => SourceTree.Of(($"{folder}/A.cs", $"class A {{\nobject B => {code}\n;}}"));
}

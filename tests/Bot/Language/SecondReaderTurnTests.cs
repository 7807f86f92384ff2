using System.Text;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Language;
using ComplaintBot.Tests.Turns;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Language;

public sealed class SecondReaderTurnTests : IDisposable
{
    private const string Grievance = "The toaster burns everything! QXJWKZRT is what my bank prints on the slip.";

    private const string Secret = "QXJWKZRT";

    private readonly TurnBench bench = new();
    private readonly FixedReader reader = new();
    private readonly TurnRunner runner;

    public SecondReaderTurnTests() => runner = new(bench.Store, bench.Ledger, bench.Brain with { SecondReader = reader }, bench.Ids, bench.Clock);

    public void Dispose()
    {
        runner.Dispose();
        bench.Dispose();
    }

    [Fact]
    public async Task What_must_not_be_kept_is_masked_before_anything_is_written()
    {
        reader.Reading = new() { Secrets = [new(Grievance.IndexOf(Secret, StringComparison.Ordinal), Secret.Length)] };

        await runner.RunAsync(bench.Message("1", Grievance), TurnBench.Retail);

        Assert.Equal(Grievance.Replace(Secret, "********", StringComparison.Ordinal), (await bench.SaidAsync(outgoing: false)).Single());
        foreach (var file in await bench.BytesAsync()) Assert.Equal(-1, file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Secret)));
    }

    [Fact]
    public async Task Cards_are_masked_before_anybody_outside_is_asked()
    {
        await runner.RunAsync(bench.Message("1", "My card 4111 1111 1111 1111 was charged twice for one toaster!"), TurnBench.Retail);

        Assert.DoesNotContain("4111 1111", Assert.Single(reader.Asked).Text, StringComparison.Ordinal);
        Assert.Equal(Tongue.En, reader.Asked[0].Language);
    }

    [Fact]
    public async Task A_message_is_sent_once_however_often_its_turn_runs()
    {
        var late = true;
        bench.Store.Before = (_, _) =>
        {
            CommitOutcome? outcome = late ? CommitOutcome.Stale : null;
            late = false;
            return Task.FromResult(outcome);
        };

        await runner.RunAsync(bench.Message("1", Grievance), TurnBench.Retail);

        Assert.Equal(2, bench.Store.Tried.Count);
        Assert.Single(reader.Asked);
    }

    [Fact]
    public async Task A_reader_without_an_answer_changes_nothing()
    {
        var with = await runner.RunAsync(bench.Message("1", Grievance), TurnBench.Retail);
        using var other = new TurnBench();
        var without = await other.SayAsync("1", Grievance);
        Assert.Equal(without.Lines.Select(line => line.Activity.Text), with.Lines.Select(line => line.Activity.Text));
    }

    private sealed class FixedReader : ISecondReader
    {
        public SecondReading? Reading { get; set; }

        public List<(string Text, Tongue Language)> Asked { get; } = [];

        public ValueTask<SecondReading?> ReadAsync(string text, Tongue language, CancellationToken cancellationToken)
        {
            Asked.Add((text, language));
            return ValueTask.FromResult(Reading);
        }
    }
}

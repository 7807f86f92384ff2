using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Tests.Stores;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Turns;

public sealed class GrantTests : IDisposable
{
    private const string Wait = "We had booked a table for seven and the eight of us still waited fifty minutes at the door yesterday. The dinner cost 400 yuan. This is so annoying!";

    private static readonly Site Restaurant = new(["catering"], Tongue.En);

    private readonly TurnBench bench = new();
    private int said;

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task What_was_granted_goes_along_with_the_conversation_as_the_ledger_knows_it()
    {
        await ComplainAsync(Wait);
        var first = await KnownAsync();
        await ComplainAsync("Another matter: the fish you brought us today was cold and smelled bad. It cost 120 yuan.");

        Assert.Equal(first.Count + 1, (await KnownAsync()).Count);
        Assert.True(first is { Count: 1, Sum: > 0 });
    }

    [Fact]
    public async Task A_conversation_that_does_not_know_what_was_granted_learns_it_from_the_ledger()
    {
        await ComplainAsync(Wait);
        var (stored, state) = ((await bench.Store.LoadAsync(TurnBench.Key, bench.Clock.GetUtcNow(), default))!, await bench.StateAsync());
        state.Granted = null;
        await bench.Store.TryCommitAsync(Given.Turn(bench.Message("without", ""), stored.Version) with { State = bench.Brain.Conversation.Write(state) }, default);

        await SayAsync("Hello, it is me again.");

        Assert.Equal(1, (await KnownAsync()).Count);
    }

    /// <summary>What the state knows, which must be what the ledger does.</summary>
    private async Task<CustomerGrants> KnownAsync()
    {
        var state = await bench.StateAsync();
        var filed = await bench.Ledger.GrantedAsync(TurnBench.Key.ToString(), default, 0, default);
        Assert.Equal(filed.Select(grant => (grant.At, grant.Worth)), state.Granted!.Select(grant => (grant.At, grant.Worth)));
        return CustomerGrants.Since(state.Granted!, default);
    }

    /// <summary>Complains until an offer that has a price is taken.</summary>
    private async Task ComplainAsync(string what)
    {
        await SayAsync(what);
        for (var left = 12; left > 0; left--)
        {
            var state = await bench.StateAsync();
            if (state.Expects == Expects.Satisfaction) { await SayAsync("5"); await SayAsync("No, nothing else."); return; }
            await SayAsync(state.Expects switch
            {
                Expects.Vent or Expects.None => "That's all.",
                Expects.Offer => state.Case.LastOffer!.Amount is null ? "No, that is not enough." : "All right, do it that way.",
                _ when Expects.FactOf(state.Expects) is not null => "I don't remember.",
                _ => "Yes, that's right.",
            });
        }

        Assert.Fail(string.Join('\n', await bench.SaidAsync()));
    }

    private async Task SayAsync(string text)
    {
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await bench.SayAsync($"{++said}", text, Restaurant);
    }
}

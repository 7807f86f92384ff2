using System.Text;
using ComplaintBot.Cases;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Turns;
using ComplaintBot.Turns.Redis;
using ComplaintBot.Turns.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace ComplaintBot.Tests.Stores.Redis;

/// <summary>How case events get from Redis to the ledger.</summary>
[Collection(SingleRedisTests.Name)]
public sealed class CaseRelayTests(SingleRedis servers) : IAsyncLifetime, IDisposable
{
    private const string Number = "C-20260302-000025";

    private static readonly ConversationKey Other = new("web", "talk-2");

    private readonly TempFolder folder = new();
    private SqliteDatabase database = null!;
    private RedisLink link = null!;

    public async Task InitializeAsync()
    {
        database = new(new SqliteSettings { Folder = folder.Path });
        link = await RedisLink.OpenAsync(RedisProcess.Settings(servers.Server.Endpoint), RealTime.Clock, default);
    }

    public async Task DisposeAsync() => await link.DisposeAsync();

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Events_of_a_case_that_is_opened_while_they_are_refused_are_brought()
    {
        await using var relay = Relay(new Overtaken(new SqliteCaseRegister(database)));
        await PutAsync(Given.Opening(Number, Other, Given.Filed(Number, CaseEventKind.Opened)));
        await PutAsync(Given.Turn(Given.Inbound("1"), 0) with { Events = [Given.Filed(Number, CaseEventKind.FactRecorded, ("value", "1"))] });

        await relay.BringAllAsync(default);

        Assert.Equal([CaseEventKind.Opened, CaseEventKind.FactRecorded], await BroughtAsync());
    }

    [Fact]
    public async Task A_turn_that_is_refused_for_good_is_put_aside_and_those_beside_it_are_brought()
    {
        await using var relay = Relay(new SqliteCaseRegister(database));
        await PutAsync(Given.Opening(Number, Given.Key, Given.Filed(Number, CaseEventKind.Opened)), 1);
        await PutAsync(Given.Turn(Given.Inbound("2"), 1) with { Events = [Given.Filed("C-20260302-000033", CaseEventKind.FactRecorded, ("value", "2"))] }, 2);
        await PutAsync(Given.Turn(Given.Inbound("3"), 2) with { Events = [Given.Filed(Number, CaseEventKind.FactRecorded, ("value", "3"))] }, 3);

        await relay.BringAllAsync(default);

        var keys = link.Keys.Of(Given.Key).Partition;
        Assert.Equal([CaseEventKind.Opened, CaseEventKind.FactRecorded], await BroughtAsync());
        Assert.Equal(0, await link.AskAsync(redis => redis.SortedSetLengthAsync(keys.Events), default));
        Assert.Equal([2d], (await link.AskAsync(redis => redis.SortedSetRangeByRankWithScoresAsync(keys.Refused), default)).Select(aside => aside.Score));
    }

    /// <summary>Its clock stands still: it brings only what it is told to.</summary>
    private CaseRelay Relay(ICaseRegister register) => new(link, register, new ManualClock(Given.Now), NullLogger.Instance);

    private async Task<IEnumerable<CaseEventKind>> BroughtAsync() => (await new SqliteCaseLedger(database).TimelineAsync(Number, default)).Select(entry => entry.Event.Kind);

    /// <summary>Puts what a turn files where a commit puts it.</summary>
    private Task<bool> PutAsync(TurnCommit commit, int place = 1) =>
        link.AskAsync(redis => redis.SortedSetAddAsync(link.Keys.Of(commit.Inbound.Key).Partition.Events, $"{place} {Encoding.UTF8.GetString(FiledTurnJson.Write(commit))}", place), default);

    /// <summary>Opens the case as soon as events were refused for the want of it, and tells of the refusal only then.</summary>
    private sealed class Overtaken(ICaseRegister register) : ICaseRegister
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

        private readonly TaskCompletionSource refused = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<bool> IsOpenAsync(string number, CancellationToken cancellationToken) => register.IsOpenAsync(number, cancellationToken);

        public async Task<int> FileAsync(IReadOnlyList<FiledTurn> turns, CancellationToken cancellationToken)
        {
            if (turns.Any(turn => turn.Opened is not null)) return await OpenAsync(turns, cancellationToken);
            try
            {
                return await register.FileAsync(turns, cancellationToken);
            }
            catch (InvalidOperationException)
            {
                refused.TrySetResult();
                await opened.Task.WaitAsync(Patience, cancellationToken);
                throw;
            }
        }

        private async Task<int> OpenAsync(IReadOnlyList<FiledTurn> turns, CancellationToken cancellationToken)
        {
            await refused.Task.WaitAsync(Patience, cancellationToken);
            var filed = await register.FileAsync(turns, cancellationToken);
            opened.TrySetResult();
            return filed;
        }
    }
}

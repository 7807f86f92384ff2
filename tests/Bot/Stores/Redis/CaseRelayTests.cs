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
public sealed class CaseRelayTests(SingleRedis servers)
{
    private const string Number = "C-20260302-000025";

    private static readonly ConversationKey Other = new("web", "talk-2");

    [Fact]
    public async Task Events_of_a_case_that_is_opened_while_they_are_refused_are_brought()
    {
        using var folder = new TempFolder();
        using var database = new SqliteDatabase(new SqliteSettings { Folder = folder.Path });
        await using var link = await RedisLink.OpenAsync(RedisProcess.Settings(servers.Server.Endpoint), RealTime.Clock, default);

        // Its clock stands still: it brings only what it is told to.
        await using var relay = new CaseRelay(link, new Overtaken(new SqliteCaseRegister(database)), new ManualClock(Given.Now), NullLogger.Instance);
        await PutAsync(link, Given.Opening(Number, Other, Given.Filed(Number, CaseEventKind.Opened)));
        await PutAsync(link, Given.Turn(Given.Inbound("1"), 0) with { Events = [Given.Filed(Number, CaseEventKind.FactRecorded, ("value", "1"))] });

        await relay.BringAllAsync(default);

        Assert.Equal([CaseEventKind.Opened, CaseEventKind.FactRecorded], (await new SqliteCaseLedger(database).TimelineAsync(Number, default)).Select(entry => entry.Event.Kind));
    }

    /// <summary>Puts what a turn files where a commit puts it.</summary>
    private static Task<bool> PutAsync(RedisLink link, TurnCommit commit) =>
        link.AskAsync(database => database.SortedSetAddAsync(link.Keys.Of(commit.Inbound.Key).Partition.Events, $"1 {Encoding.UTF8.GetString(FiledTurnJson.Write(commit))}", 1), default);

    /// <summary>Opens the case as soon as events were refused for the want of it, and tells of the refusal only then.</summary>
    private sealed class Overtaken(ICaseRegister register) : ICaseRegister
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

        private readonly TaskCompletionSource refused = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<bool> IsOpenAsync(string number, CancellationToken cancellationToken) => register.IsOpenAsync(number, cancellationToken);

        public async Task<bool> FileAsync(FiledTurn turn, CancellationToken cancellationToken)
        {
            if (turn.Opened is not null) return await OpenAsync(turn, cancellationToken);
            try
            {
                return await register.FileAsync(turn, cancellationToken);
            }
            catch (InvalidOperationException)
            {
                refused.TrySetResult();
                await opened.Task.WaitAsync(Patience, cancellationToken);
                throw;
            }
        }

        private async Task<bool> OpenAsync(FiledTurn turn, CancellationToken cancellationToken)
        {
            await refused.Task.WaitAsync(Patience, cancellationToken);
            var isNew = await register.FileAsync(turn, cancellationToken);
            opened.TrySetResult();
            return isNew;
        }
    }
}

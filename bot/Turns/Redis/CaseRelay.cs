using System.Collections.Concurrent;
using System.Threading.Channels;
using ComplaintBot.Cases;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace ComplaintBot.Turns.Redis;

/// <summary>
/// Brings case events from Redis to the ledger, in the order of their turns. It may bring the same ones as another node at the same time:
/// the ledger takes each turn once, and a turn is struck off here only when the ledger has it. Whoever reads a case has it brought before.
/// </summary>
internal sealed class CaseRelay : IAsyncDisposable
{
    /// <summary>How many turns are brought together. Few are enough to spare the ledger most of its work; with a hundred the server needed more time and memory under load.</summary>
    private const int Portion = 16;

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    /// <summary>What is filed within it goes into the ledger together: it flushes its disk once for all. Nobody waits for it, for who reads has everything brought at once.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(400);

    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentDictionary<PartitionKeys, bool> written = new();

    /// <summary>How far this process has seen the turns of each partition brought: those before it were too, for they are brought in order.</summary>
    private readonly ConcurrentDictionary<PartitionKeys, long> brought = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly RedisLink link;
    private readonly ICaseRegister register;
    private readonly TimeProvider clock;
    private readonly ILogger log;
    private readonly Task working;
    private volatile string? trouble;
    private int closed;

    /// <summary>Begins to work.</summary>
    public CaseRelay(RedisLink link, ICaseRegister register, TimeProvider clock, ILogger log)
    {
        (this.link, this.register, this.clock, this.log) = (link, register, clock, log);
        working = Task.Run(WorkAsync);
    }

    /// <summary>Why events can't be brought right now, or null.</summary>
    public string? Trouble => trouble;

    /// <summary>Says that a partition has something new. Returns at once.</summary>
    public void Ring(PartitionKeys partition)
    {
        written[partition] = true;
        bell.Writer.TryWrite(true);
    }

    /// <summary>Brings what waits in one partition, unless that has been done as far as a turn.</summary>
    public async Task BringAsync(PartitionKeys partition, long filed, CancellationToken cancellationToken)
    {
        if (filed <= brought.GetValueOrDefault(partition)) return;
        await BringAsync(partition, mayFetch: true, cancellationToken).ConfigureAwait(false);
        NoteBrought(partition, filed);
    }

    /// <summary>Brings everything that waits.</summary>
    public async Task BringAllAsync(CancellationToken cancellationToken)
    {
        var waiting = await link.AskAllAsync((database, partition) => database.SortedSetLengthAsync(partition.Events), cancellationToken).ConfigureAwait(false);
        await BringAsync(link.Keys.Partitions.Zip(waiting).Where(one => one.Second > 0).Select(one => one.First), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stops after the turn under way; what is left is brought by others, or after the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref closed, 1) != 0) return;
        await stopping.CancelAsync().ConfigureAwait(false);
        await working.ConfigureAwait(false);
        stopping.Dispose();
    }

    /// <summary>Side by side: the ledger writes what comes together in one go.</summary>
    private Task BringAsync(IEnumerable<PartitionKeys> partitions, CancellationToken cancellationToken) =>
        Task.WhenAll(partitions.Select(partition => BringAsync(partition, mayFetch: true, cancellationToken)));

    private async Task BringAsync(PartitionKeys partition, bool mayFetch, CancellationToken cancellationToken)
    {
        while (true)
        {
            var waiting = await link.AskAsync(database => database.SortedSetRangeByRankWithScoresAsync(partition.Events, 0, Portion - 1), cancellationToken).ConfigureAwait(false);
            if (waiting.Length == 0) return;
            var done = await BringAsync(partition, waiting, mayFetch, cancellationToken).ConfigureAwait(false);
            if (done > 0) await StrikeOffAsync(partition, (waiting[0].Score, waiting[done - 1].Score), cancellationToken).ConfigureAwait(false);
            if (done < Portion) return;
        }
    }

    /// <summary>Brings turns in order: together, and where one of them is refused each by itself.</summary>
    /// <returns>How many were brought, from the first.</returns>
    private async Task<int> BringAsync(PartitionKeys partition, SortedSetEntry[] waiting, bool mayFetch, CancellationToken cancellationToken)
    {
        try
        {
            await register.FileAsync(Array.ConvertAll(waiting, Read), cancellationToken).ConfigureAwait(false);
            return waiting.Length;
        }
        catch (InvalidOperationException)
        {
            var done = 0;
            while (done < waiting.Length && await BringAsync(partition, waiting[done], mayFetch, cancellationToken).ConfigureAwait(false)) done++;
            return done;
        }
    }

    private static FiledTurn Read(SortedSetEntry entry) => FiledTurnJson.Read(RedisLine.Split(entry.Element!, ' ').Tail);

    /// <summary>Brings one turn; false when it has to wait for the case that another conversation is about to open.</summary>
    private async Task<bool> BringAsync(PartitionKeys partition, SortedSetEntry entry, bool mayFetch, CancellationToken cancellationToken)
    {
        var turn = Read(entry);
        try
        {
            await register.FileAsync([turn], cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException)
        {
            if (await OpenerAsync(turn, cancellationToken).ConfigureAwait(false) is { } opener)
            {
                if (!mayFetch) return false;
                await BringAsync(opener, mayFetch: false, cancellationToken).ConfigureAwait(false);
                return await BringAsync(partition, entry, mayFetch: false, cancellationToken).ConfigureAwait(false);
            }

            await BringOrPutAsideAsync(partition, entry, turn, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    private async Task StrikeOffAsync(PartitionKeys partition, (double First, double Last) brought, CancellationToken cancellationToken)
    {
        await link.AskAsync(database => database.SortedSetRemoveRangeByScoreAsync(partition.Events, brought.First, brought.Last), cancellationToken).ConfigureAwait(false);
        NoteBrought(partition, (long)brought.Last);
    }

    private void NoteBrought(PartitionKeys partition, long filed) => brought.AddOrUpdate(partition, filed, (_, before) => Math.Max(before, filed));

    /// <summary>Brings a turn that was refused although no case of it is on its way: it may have been opened since. What will never do is put aside, where it blocks nothing and nothing is lost.</summary>
    private async Task BringOrPutAsideAsync(PartitionKeys partition, SortedSetEntry entry, FiledTurn turn, CancellationToken cancellationToken)
    {
        try
        {
            await register.FileAsync([turn], cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException refused)
        {
            RedisLog.CaseEventsRefused(log, turn.Opened ?? turn.Events[0].Case, refused);
            await link.AskAsync(database => database.SortedSetAddAsync(partition.Refused, entry.Element, entry.Score), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Where the opening of a case is on its way that a turn files for; null when none is.</summary>
    private async Task<PartitionKeys?> OpenerAsync(FiledTurn turn, CancellationToken cancellationToken)
    {
        foreach (var number in turn.Events.Select(filed => filed.Case).Where(number => number != turn.Opened).Distinct())
        {
            if (await register.IsOpenAsync(number, cancellationToken).ConfigureAwait(false)) continue;
            var owner = await link.AskAsync(database => database.StringGetAsync(link.Keys.Case(number)), cancellationToken).ConfigureAwait(false);
            if (!owner.IsNull) return link.Keys.Of(((string)owner!).Split(' ')[0]).Partition;
        }

        return null;
    }

    private async Task WorkAsync()
    {
        var nextRound = clock.GetUtcNow();
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                // Struck off before the look: what is written after it rings again.
                var rung = written.Keys;
                foreach (var partition in rung) written.TryRemove(partition, out _);
                await BringAsync(rung, stopping.Token).ConfigureAwait(false);

                if (clock.GetUtcNow() >= nextRound)
                {
                    await BringAllAsync(stopping.Token).ConfigureAwait(false);
                    nextRound = clock.GetUtcNow() + Between;
                }

                trouble = null;
                await RestAsync().ConfigureAwait(false);
                await Task.Delay(Gathering, TimeProvider.System, stopping.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                if (trouble is null) RedisLog.CaseEventsNotBrought(log, failure);
                trouble = "Case events can't be brought to the ledger; they wait in Redis, and the log says why.";
                await RestAsync(Between).ConfigureAwait(false);
            }
        }
    }

    private async Task RestAsync()
    {
        using var rest = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
        var late = Task.Delay(Between, clock, rest.Token);
        await Task.WhenAny(bell.Reader.ReadAsync(rest.Token).AsTask(), late).ConfigureAwait(false);
        await rest.CancelAsync().ConfigureAwait(false);
    }

    private async Task RestAsync(TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, clock, stopping.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // It is being stopped.
        }
    }
}

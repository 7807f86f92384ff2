using System.Globalization;
using System.Text;
using StackExchange.Redis;

namespace ComplaintBot.Turns.Redis;

/// <summary>
/// Who else works on the same Redis. Each node beats every two seconds; one whose count did not change in three looks in a row is dead
/// and gives up what it held. No clock is compared with another, and while Redis is away nobody looks, so nobody dies of that.
/// </summary>
internal sealed class RedisNodes : IAsyncDisposable
{
    /// <summary>How often a node beats and looks.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    private const int LooksUntilDead = 3;
    private const int Portion = 200;

    private readonly RedisLink link;
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private readonly Dictionary<long, (double Beats, int Looks)> seen = [];
    private readonly ITimer timer;
    private volatile Known known;
    private int closed;

    private RedisNodes(RedisLink link, long own, TimeProvider clock)
    {
        (this.link, Own) = (link, own);
        known = new($"|{Text(own)}|", own, []);
        timer = clock.CreateTimer(_ => _ = TickAsync(), null, Between, Between);
    }

    /// <summary>The number of this node. A number is never given twice.</summary>
    public long Own { get; }

    /// <summary>The nodes that live, as scripts read them: <c>|1|3|</c>.</summary>
    public string Living => known.Living;

    /// <summary>The newest node this one has seen; one that is newer lives.</summary>
    public long Newest => known.Newest;

    /// <summary>Joins the others.</summary>
    public static async Task<RedisNodes> JoinAsync(RedisLink link, TimeProvider clock, CancellationToken cancellationToken)
    {
        var own = await link.AskAsync(database => database.StringIncrementAsync(link.Keys.LastNode), cancellationToken).ConfigureAwait(false);
        var nodes = new RedisNodes(link, own, clock);
        await nodes.BeatAsync(cancellationToken).ConfigureAwait(false);
        return nodes;
    }

    /// <summary>Says that this node lives, and looks who else does.</summary>
    public async Task BeatAsync(CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await link.AskAsync(database => database.SortedSetIncrementAsync(link.Keys.Beats, Text(Own), 1), cancellationToken).ConfigureAwait(false);
            Look(await link.AskAsync(database => database.SortedSetRangeByRankWithScoresAsync(link.Keys.Beats, 0, -1), cancellationToken).ConfigureAwait(false));
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Takes over the conversations whose deliveries dead nodes did not work off; each is handed to one node.</summary>
    public async Task<IReadOnlyList<ConversationKey>> TakeOverAsync(CancellationToken cancellationToken)
    {
        var taken = new List<ConversationKey>();
        foreach (var dead in known.Dead)
        {
            var left = await link.AskAllAsync((database, partition) => database.SortedSetRangeByScoreAsync(partition.Work, dead, dead, take: Portion), cancellationToken).ConfigureAwait(false);
            foreach (var (partition, members) in link.Keys.Partitions.Zip(left))
                foreach (var member in members)
                    if ((int)await link.RunAsync(RedisScript.TakeOver, [partition.Work], [member, dead, Own], cancellationToken).ConfigureAwait(false) == 1) taken.Add(ConversationKey.Parse(member!));

            // Only when nothing was left: what did not fit is taken next time.
            if (left.All(members => members.Length < Portion)) await BuryAsync(dead, cancellationToken).ConfigureAwait(false);
        }

        return taken;
    }

    /// <summary>Stops beating; the others notice.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref closed, 1) != 0) return;
        await timer.DisposeAsync().ConfigureAwait(false);
        await oneAtATime.WaitAsync().ConfigureAwait(false);
        oneAtATime.Dispose();
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task TickAsync()
    {
        try
        {
            await BeatAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is StoreException or ObjectDisposedException)
        {
            // Redis is away, which health tells, or this node is being stopped.
        }
    }

    private async Task BuryAsync(long dead, CancellationToken cancellationToken)
    {
        await link.AskAsync(database => database.SortedSetRemoveAsync(link.Keys.Beats, Text(dead)), cancellationToken).ConfigureAwait(false);
        known = known with { Dead = [.. known.Dead.Where(one => one != dead)] };
    }

    private void Look(SortedSetEntry[] beats)
    {
        var (living, dead, newest) = (new StringBuilder("|"), new List<long>(), Own);
        foreach (var entry in beats)
        {
            var node = (long)entry.Element;
            var looks = seen.TryGetValue(node, out var before) && before.Beats.Equals(entry.Score) && node != Own ? before.Looks + 1 : 0;
            seen[node] = (entry.Score, looks);
            newest = Math.Max(newest, node);
            if (looks >= LooksUntilDead) dead.Add(node);
            else living.Append(CultureInfo.InvariantCulture, $"{node}|");
        }

        foreach (var gone in seen.Keys.Except(beats.Select(entry => (long)entry.Element)).ToList()) seen.Remove(gone);
        known = new(living.ToString(), Math.Max(newest, known.Newest), dead);
    }

    private sealed record Known(string Living, long Newest, IReadOnlyList<long> Dead);
}

using System.Collections.Concurrent;
using ComplaintBot.Dialogs.Playbooks;
using StackExchange.Redis;

namespace ComplaintBot.Turns.Redis;

/// <summary>What is forgotten when its time has come by our clock, and what is kept as long as somebody needs it.</summary>
internal sealed class RedisExpiry(RedisLink link)
{
    private const int Portion = 100;

    /// <summary>How long a playbook is kept that no conversation and no node has any use for: another node may be about to begin one on it.</summary>
    private static readonly TimeSpan PlaybooksFor = TimeSpan.FromDays(30);

    /// <summary>What this process archived it works with: a conversation may begin on it at any time.</summary>
    private readonly ConcurrentDictionary<string, bool> inUse = new();

    /// <summary>Forgets what is due.</summary>
    /// <returns>How many conversations were forgotten.</returns>
    public async Task<int> ExpireAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var time = Millis.Floor(now);
        var forgotten = await InPortionsAsync(partition => partition.Expiries, time, (_, member) => ForgetAsync(member, time, cancellationToken), cancellationToken).ConfigureAwait(false);
        await InPortionsAsync(partition => partition.Deliveries, time, (partition, entry) => ForgetDeliveryAsync(partition, entry, time, cancellationToken), cancellationToken).ConfigureAwait(false);
        await ForgetPlaybooksAsync(now, cancellationToken).ConfigureAwait(false);
        return forgotten;
    }

    /// <summary>Keeps the files of a playbook.</summary>
    public async Task ArchiveAsync(string fingerprint, IReadOnlyList<PlaybookSource> sources, CancellationToken cancellationToken)
    {
        inUse[fingerprint] = true;
        if (await ArchivedAsync(fingerprint, cancellationToken).ConfigureAwait(false) is not null) return;
        var files = sources.SelectMany((source, at) => new HashEntry[] { new($"{at} file", source.File), new($"{at} text", source.Text) });
        await link.AskAsync(
            async database =>
            {
                // The list first, so that nothing is kept that the list does not know; the files in one piece.
                await database.SortedSetAddAsync(link.Keys.Playbooks, fingerprint, double.PositiveInfinity).ConfigureAwait(false);
                await database.HashSetAsync(link.Keys.Playbook(fingerprint), [.. files, new("count", sources.Count)]).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The files of a playbook, or null.</summary>
    public async Task<IReadOnlyList<PlaybookSource>?> ArchivedAsync(string fingerprint, CancellationToken cancellationToken)
    {
        var key = link.Keys.Playbook(fingerprint);
        var count = await link.AskAsync(database => database.HashGetAsync(key, "count"), cancellationToken).ConfigureAwait(false);
        if (count.IsNull) return null;
        RedisValue[] names = [.. Enumerable.Range(0, (int)count).SelectMany(at => new RedisValue[] { $"{at} file", $"{at} text" })];
        var fields = await link.AskAsync(database => database.HashGetAsync(key, names), cancellationToken).ConfigureAwait(false);
        return [.. fields.Chunk(2).Select(pair => new PlaybookSource(pair[0]!, pair[1]!))];
    }

    private async Task<int> InPortionsAsync(Func<PartitionKeys, RedisKey> index, long time, Func<PartitionKeys, string, Task<int>> forget, CancellationToken cancellationToken)
    {
        var all = 0;
        while (true)
        {
            var due = await link.AskAllAsync((database, partition) => database.SortedSetRangeByScoreAsync(index(partition), stop: time, take: Portion), cancellationToken).ConfigureAwait(false);
            var done = 0;
            foreach (var (partition, entries) in link.Keys.Partitions.Zip(due))
                done += (await Task.WhenAll(entries.Select(entry => forget(partition, entry!))).ConfigureAwait(false)).Sum();
            all += done;
            if (done == 0 || due.All(entries => entries.Length < Portion)) return all;
        }
    }

    private async Task<int> ForgetAsync(string member, long time, CancellationToken cancellationToken) =>
        (int)await link.RunAsync(RedisScript.Forget, link.Keys.Of(member).All, [member, time], cancellationToken).ConfigureAwait(false);

    private async Task<int> ForgetDeliveryAsync(PartitionKeys partition, string entry, long time, CancellationToken cancellationToken)
    {
        var space = entry.IndexOf(' ', StringComparison.Ordinal);
        return (int)await link.RunAsync(
            RedisScript.ForgetDelivery, [link.Keys.Of(entry[..space]).Seen, partition.Deliveries], [entry, entry[(space + 1)..], time], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Each node dates those it works with; one that nobody has dated for long and no conversation goes by is forgotten.</summary>
    private async Task ForgetPlaybooksAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (used, time) = (link.Keys.Playbooks, Millis.Floor(now));
        foreach (var entry in await link.AskAsync(database => database.SortedSetRangeByRankWithScoresAsync(used, 0, 999), cancellationToken).ConfigureAwait(false))
        {
            var fingerprint = (string)entry.Element!;
            if (inUse.ContainsKey(fingerprint) || double.IsPositiveInfinity(entry.Score))
                await link.AskAsync(database => database.SortedSetAddAsync(used, fingerprint, time), cancellationToken).ConfigureAwait(false);
            else if (entry.Score <= time - PlaybooksFor.TotalMilliseconds && !await IsNeededAsync(fingerprint, cancellationToken).ConfigureAwait(false))
            {
                await link.AskAsync(database => database.KeyDeleteAsync(link.Keys.Playbook(fingerprint)), cancellationToken).ConfigureAwait(false);
                await link.AskAsync(database => database.SortedSetRemoveAsync(used, fingerprint), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<bool> IsNeededAsync(string fingerprint, CancellationToken cancellationToken) =>
        (await link.AskAllAsync((database, partition) => database.HashExistsAsync(partition.Playbooks, fingerprint), cancellationToken).ConfigureAwait(false)).Contains(true);
}

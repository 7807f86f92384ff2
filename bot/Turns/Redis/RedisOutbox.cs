using System.Collections.Concurrent;
using StackExchange.Redis;

namespace ComplaintBot.Turns.Redis;

/// <summary>
/// Lines that are to be sent. A conversation is sent for by one node at a time: by whoever committed first, until nothing is left or that node
/// is dead. Partitions this node has written to are looked at at once, all the others every two seconds.
/// </summary>
internal sealed class RedisOutbox(RedisLink link, RedisNodes nodes)
{
    /// <summary>How many lines of one conversation are handed out at a time.</summary>
    private const int LinesAtATime = 20;

    private const int Portion = 100;

    private static readonly TimeSpan BetweenRounds = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<PartitionKeys, bool> written = new();
    private long lastRound = long.MinValue;

    /// <summary>Notes that there may be something to send in a partition.</summary>
    public void Ring(PartitionKeys partition) => written[partition] = true;

    /// <summary>What is to be sent now by this node, the oldest first, in order within each conversation.</summary>
    public async Task<IReadOnlyList<OutboxLine>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        var due = new List<(OutboxLine Line, DateTimeOffset At)>();
        for (var from = 0; due.Count < most; from += Portion)
        {
            var partitions = from == 0 ? Partitions(now) : [.. link.Keys.Partitions];
            var found = await link.AskAsync(
                database => Task.WhenAll(partitions.Select(partition => database.SortedSetRangeByScoreWithScoresAsync(partition.Outboxes, stop: Millis.Floor(now), skip: from, take: Portion))), cancellationToken).ConfigureAwait(false);
            var members = found.SelectMany(entries => entries).OrderBy(entry => entry.Score).ThenBy(entry => (string)entry.Element!, StringComparer.Ordinal).Select(entry => (string)entry.Element!).ToList();
            foreach (var portion in members.Chunk(Portion))
            {
                if (due.Count >= most) break;
                foreach (var lines in await Task.WhenAll(portion.Select(member => ClaimAsync(member, now, cancellationToken))).ConfigureAwait(false)) due.AddRange(lines);
            }

            if (found.All(entries => entries.Length < Portion)) break;
        }

        return [.. due.OrderBy(one => one.At).ThenBy(one => one.Line.Key.ToString(), StringComparer.Ordinal).ThenBy(one => one.Line.Sequence).Select(one => one.Line).Take(most)];
    }

    /// <summary>Since when the oldest line waits; of a partition with more than a hundred conversations that wait, of the first hundred.</summary>
    public async Task<DateTimeOffset?> OldestAsync(CancellationToken cancellationToken)
    {
        var waiting = await link.AskAllAsync((database, partition) => database.SortedSetRangeByRankAsync(partition.Outboxes, 0, Portion - 1), cancellationToken).ConfigureAwait(false);
        var heads = await link.AskAsync(
            database => Task.WhenAll(waiting.SelectMany(members => members).Select(member => database.SortedSetRangeByRankAsync(link.Keys.Of((string)member!).Outbox, 0, 0))), cancellationToken).ConfigureAwait(false);
        var times = heads.SelectMany(head => head).Select(entry => Millis.Number(((string)entry!).Split(' ')[1])).ToList();
        return times.Count == 0 ? null : Millis.Time(times.Min());
    }

    /// <summary>Notes what became of a line.</summary>
    public async Task MarkAsync(ConversationKey key, long sequence, string what, DateTimeOffset? again, string reason, CancellationToken cancellationToken)
    {
        var talk = link.Keys.Of(key);
        RedisValue[] values = [talk.Member, sequence, what, again is { } time ? Millis.Ceiling(time) : 0, reason, RedisTurns.Net];
        await link.RunAsync(RedisScript.Mark, [talk.State, talk.Outbox, talk.Tries, talk.Dead, talk.Partition.Outboxes, talk.Lines], values, cancellationToken).ConfigureAwait(false);
        if (what == "dead") Ring(talk.Partition);
    }

    private async Task<IEnumerable<(OutboxLine Line, DateTimeOffset At)>> ClaimAsync(string member, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (talk, key) = (link.Keys.Of(member), ConversationKey.Parse(member));
        var answer = (RedisResult[])(await link.RunAsync(
            RedisScript.Claim, [talk.State, talk.Lines, talk.Outbox, talk.Tries], [Millis.Floor(now), nodes.Own, nodes.Newest, nodes.Living, LinesAtATime], cancellationToken).ConfigureAwait(false))!;
        if (answer.Length > 0) Ring(talk.Partition);
        return answer.Chunk(3).Select(parts =>
        {
            var line = RedisLine.Read(key, (long)parts[0], (byte[])parts[2]!);
            return (new OutboxLine(key, line.Sequence, line.Activity, (int)parts[1]), line.At);
        });
    }

    /// <summary>The partitions to look at. Each is struck off before the look: what is written after it rings again.</summary>
    private List<PartitionKeys> Partitions(DateTimeOffset now)
    {
        var last = Interlocked.Read(ref lastRound);
        if (last == long.MinValue || Math.Abs(now.UtcTicks - last) >= BetweenRounds.Ticks)
        {
            Interlocked.Exchange(ref lastRound, now.UtcTicks);
            written.Clear();
            return [.. link.Keys.Partitions];
        }

        var partitions = written.Keys.ToList();
        foreach (var partition in partitions) written.TryRemove(partition, out _);
        return partitions;
    }
}

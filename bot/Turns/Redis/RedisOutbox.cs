using StackExchange.Redis;

namespace ComplaintBot.Turns.Redis;

/// <summary>
/// Lines that are to be sent. A conversation is sent for by one node at a time: by whoever committed first, until nothing is left or that node
/// is dead.
/// </summary>
internal sealed class RedisOutbox(RedisLink link, RedisNodes nodes)
{
    /// <summary>How many lines of one conversation are handed out at a time.</summary>
    private const int LinesAtATime = 20;

    private const int Portion = 100;

    /// <summary>What is to be sent now by this node in all conversations, the oldest first, in order within each conversation.</summary>
    public async Task<IReadOnlyList<OutboxLine>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        var due = new List<(OutboxLine Line, DateTimeOffset At)>();
        for (var from = 0; due.Count < most; from += Portion)
        {
            var skip = from;
            var found = await link.AskAllAsync(
                (database, partition) => database.SortedSetRangeByScoreWithScoresAsync(partition.Outboxes, stop: Millis.Floor(now), skip: skip, take: Portion), cancellationToken).ConfigureAwait(false);
            var members = found.SelectMany(entries => entries).OrderBy(entry => entry.Score).ThenBy(entry => (string)entry.Element!, StringComparer.Ordinal).Select(entry => (string)entry.Element!).ToList();
            foreach (var portion in members.Chunk(Portion))
            {
                if (due.Count >= most) break;
                foreach (var lines in await Task.WhenAll(portion.Select(member => ClaimAsync(ConversationKey.Parse(member), now, LinesAtATime, cancellationToken))).ConfigureAwait(false)) due.AddRange(lines);
            }

            if (found.All(entries => entries.Length < Portion)) break;
        }

        return [.. due.OrderBy(one => one.At).ThenBy(one => one.Line.Key.ToString(), StringComparer.Ordinal).ThenBy(one => one.Line.Sequence).Select(one => one.Line).Take(most)];
    }

    /// <summary>What is to be sent now by this node in one conversation, in order.</summary>
    public async Task<IReadOnlyList<OutboxLine>> OfAsync(ConversationKey key, DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        [.. (await ClaimAsync(key, now, most, cancellationToken).ConfigureAwait(false)).Select(one => one.Line)];

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
    }

    private async Task<IEnumerable<(OutboxLine Line, DateTimeOffset At)>> ClaimAsync(ConversationKey key, DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        var talk = link.Keys.Of(key);
        var answer = (RedisResult[])(await link.RunAsync(
            RedisScript.Claim, [talk.State, talk.Lines, talk.Outbox, talk.Tries], [Millis.Floor(now), nodes.Own, nodes.Newest, nodes.Living, most], cancellationToken).ConfigureAwait(false))!;
        return answer.Chunk(3).Select(parts =>
        {
            var line = RedisLine.Read(key, (long)parts[0], (byte[])parts[2]!);
            return (new OutboxLine(key, line.Sequence, line.Activity, (int)parts[1]), line.At);
        });
    }
}

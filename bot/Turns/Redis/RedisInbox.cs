using ComplaintBot.Dialogs.Runtime.Activities;
using StackExchange.Redis;

namespace ComplaintBot.Turns.Redis;

/// <summary>Deliveries that are accepted before their turn.</summary>
internal sealed class RedisInbox(RedisLink link, RedisNodes nodes)
{
    private const int Portion = 200;

    /// <summary>Accepts a delivery; one that is known leaves nothing.</summary>
    public async Task<Acceptance> AcceptAsync(Inbound inbound, CancellationToken cancellationToken)
    {
        var talk = link.Keys.Of(inbound.Key);
        var id = Uri.EscapeDataString(inbound.DedupeId);
        var json = RedisLine.Json(inbound.Activity);
        var head = string.Join('|', id, Millis.Text(inbound.At.UtcTicks), Millis.Text((long)inbound.At.Offset.TotalMinutes), inbound.IsMasked ? "1" : "0");
        var answer = (RedisResult[])(await link.RunAsync(
            RedisScript.Accept,
            talk.All,
            [
                talk.Member, id, Millis.Floor(inbound.At), Millis.Ceiling(inbound.At + IConversationStore.DedupeFor), Millis.Ceiling(inbound.At + IConversationStore.KeepFor),
                inbound.IsLine ? RedisLine.Accepted : "", json, head, nodes.Own, RedisTurns.Net, link.Keys.Channel,
            ],
            cancellationToken).ConfigureAwait(false))!;
        var line = (long)answer[1];
        return new((string)answer[0]! == "accepted", line > 0 ? line : null) { Arrival = answer.Length > 2 ? Arrived(inbound, json, line, answer) : null };
    }

    /// <summary>What waits for its turn in one conversation, oldest first.</summary>
    public async Task<IReadOnlyList<Inbound>> OfAsync(ConversationKey key, int most, CancellationToken cancellationToken)
    {
        var (talk, waiting) = (link.Keys.Of(key), new List<Inbound>());
        while (waiting.Count < most)
        {
            var take = Math.Min(Portion, most - waiting.Count);
            var from = waiting.Count == 0 ? 0 : waiting[^1].InboxId!.Value + 1;
            var entries = await link.AskAsync(database => database.SortedSetRangeByScoreAsync(talk.Inbox, from, take: take), cancellationToken).ConfigureAwait(false);
            waiting.AddRange(entries.Select(entry => Read(key, entry!)));
            if (entries.Length < take) break;
        }

        return waiting;
    }

    /// <summary>What waits for its turn in all conversations, oldest first.</summary>
    public async Task<IReadOnlyList<Inbound>> AllAsync(int most, CancellationToken cancellationToken)
    {
        var places = new List<(SortedSetEntry Entry, PartitionKeys Partition)>();
        for (var from = 0; ; from += Portion)
        {
            var found = await link.AskAllAsync((database, partition) => database.SortedSetRangeByRankWithScoresAsync(partition.Inboxes, from, from + Portion - 1), cancellationToken).ConfigureAwait(false);
            foreach (var (partition, entries) in link.Keys.Partitions.Zip(found)) places.AddRange(entries.Select(entry => (entry, partition)));
            if (from + Portion >= most || found.All(entries => entries.Length < Portion)) break;
        }

        var waiting = new List<Inbound>();
        foreach (var portion in places.Select(one => (one.Entry.Score, Place: PlaceOf(one.Entry.Element!))).OrderBy(one => one.Score).ThenBy(one => one.Place.Id).Take(most).Chunk(Portion))
        {
            var read = await link.AskAsync(
                database => Task.WhenAll(portion.Select(one => database.SortedSetRangeByScoreAsync(link.Keys.Of(one.Place.Member).Inbox, one.Place.Id, one.Place.Id))), cancellationToken).ConfigureAwait(false);
            foreach (var (one, entries) in portion.Zip(read))
                if (entries is [var entry, ..]) waiting.Add(Read(ConversationKey.Parse(one.Place.Member), entry!));
        }

        return waiting;
    }

    /// <summary>Whether a delivery was seen and still is remembered.</summary>
    public async Task<bool> IsKnownAsync(Inbound inbound, CancellationToken cancellationToken)
    {
        var known = await link.AskAsync(database => database.HashGetAsync(link.Keys.Of(inbound.Key).Seen, Uri.EscapeDataString(inbound.DedupeId)), cancellationToken).ConfigureAwait(false);
        return !known.IsNull && Millis.Number(((string)known!).Split(' ')[0]) > Millis.Floor(inbound.At);
    }

    /// <summary>The delivery as it would be read from the inbox, and the conversation as it would be loaded: the script tells both.</summary>
    private static Arrival Arrived(Inbound inbound, byte[] json, long line, RedisResult[] answer)
    {
        var (stamp, place, row) = ((long)answer[2], (long)answer[3], (RedisValue[])answer[4]!);
        return new(Waiting(inbound, json, (place, line, stamp)), StoredRow.Read(row[0], row[1], row[2]));
    }

    private static (long Id, string Member) PlaceOf(string entry)
    {
        var space = entry.IndexOf(' ', StringComparison.Ordinal);
        return (Millis.Number(entry.AsSpan(0, space)), entry[(space + 1)..]);
    }

    /// <summary>An entry: place, line, its time, id, time and offset of the delivery, whether it was masked; and the activity.</summary>
    private static Inbound Read(ConversationKey key, byte[] entry)
    {
        var (head, json) = RedisLine.Split(entry, '\n');
        var parts = head.Split('|');
        var at = new DateTimeOffset(Millis.Number(parts[4]), TimeSpan.Zero).ToOffset(TimeSpan.FromMinutes(Millis.Number(parts[5])));
        var inbound = new Inbound(key, Uri.UnescapeDataString(parts[3]), new Activity(), at) { IsMasked = parts[6] == "1" };
        return Waiting(inbound, json, (Millis.Number(parts[0]), Millis.Number(parts[1]), Millis.Number(parts[2])));
    }

    /// <summary>A delivery in the inbox. Its activity is read from what is stored, so that a turn sees the same whether it runs at once or after a crash.</summary>
    private static Inbound Waiting(Inbound inbound, byte[] json, (long Place, long Line, long Stamp) stored)
    {
        var activity = ActivityJson.Read(json);
        if (stored.Line > 0) RedisLine.Name(activity, RedisLine.Accepted, inbound.Key, stored.Line, Millis.Time(stored.Stamp));
        return new(inbound.Key, inbound.DedupeId, activity, inbound.At, stored.Place) { Sequence = stored.Line > 0 ? stored.Line : null, IsMasked = inbound.IsMasked };
    }
}

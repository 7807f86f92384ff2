using ComplaintBot.Dialogs.Vocabulary;
using StackExchange.Redis;

namespace ComplaintBot.Turns.Redis;

/// <summary>The lists of the desk in Redis. A list says only where to look: what counts is the row of each conversation.</summary>
/// <param name="link">The connection.</param>
/// <param name="reads">Who read which case is kept where the cases are: Redis may forget.</param>
internal sealed class RedisChatIndex(RedisLink link, IChatIndex reads) : IChatIndex
{
    private const int Portion = 200;

    /// <inheritdoc/>
    public async Task<ChatRow?> FindAsync(ConversationKey key, CancellationToken cancellationToken) => (await RowsAsync([key.ToString()], cancellationToken).ConfigureAwait(false)) is [var chat] ? chat.Row : null;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ChatRow>> FindAsync(IReadOnlyList<ConversationKey> keys, CancellationToken cancellationToken) =>
        [.. (await RowsAsync([.. keys.Select(key => key.ToString())], cancellationToken).ConfigureAwait(false)).Select(chat => chat.Row)];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WaitingChat>> WaitingAsync(CancellationToken cancellationToken) =>
    [
        .. (await ListAsync(partition => partition.Waiting, cancellationToken).ConfigureAwait(false))
            .Where(chat => chat.Row.Summary is { Owner: Owner.Waiting, Over: false }).Select(Waiting).OrderBy(chat => chat.Priority).ThenBy(chat => chat.QueuedAt),
    ];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ChatRow>> OfAsync(string person, CancellationToken cancellationToken) =>
    [
        .. (await HeldChatsAsync(cancellationToken).ConfigureAwait(false)).Where(chat => chat.Row.Summary.Agent?.Id == person)
            .OrderBy(chat => chat.Row.Summary.Priority).ThenBy(chat => chat.UpdatedAt).Select(chat => chat.Row),
    ];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ChatRow>> AllAsync(ChatFilter filter, ChatMark? after, int most, CancellationToken cancellationToken)
    {
        var stop = after is { } mark ? Millis.Floor(mark.UpdatedAt) : double.PositiveInfinity;
        for (var take = most + 1; ; take *= 4)
        {
            var found = await link.AskAllAsync((database, partition) => database.SortedSetRangeByScoreWithScoresAsync(partition.Chats, stop: stop, order: Order.Descending, take: take), cancellationToken).ConfigureAwait(false);
            var newest = found.SelectMany(entries => entries).OrderByDescending(entry => entry.Score).Take(take).ToList();
            var rows = await RowsAsync([.. newest.Select(entry => (string)entry.Element!)], cancellationToken).ConfigureAwait(false);
            var page = rows.Where(chat => (after is not { } mark || IsAfter(chat, mark)) && filter.Fits(chat.Row.Summary))
                .OrderByDescending(chat => chat.UpdatedAt).ThenByDescending(chat => chat.Key.ToString(), StringComparer.Ordinal).Take(most).ToList();

            // The lists know whole milliseconds: of the last one there may be more.
            if (newest.Count < take || (page.Count == most && Millis.Floor(page[^1].UpdatedAt) > newest[^1].Score)) return [.. page.Select(chat => chat.Row)];
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ChatRow>> ApprovalsAsync(CancellationToken cancellationToken) =>
    [
        .. (await ListAsync(partition => partition.Approvals, cancellationToken).ConfigureAwait(false))
            .Where(chat => chat.Row.Summary.Approvals.Count > 0).OrderBy(chat => chat.UpdatedAt).Select(chat => chat.Row),
    ];

    /// <inheritdoc/>
    public async Task<int> CountAsync(CancellationToken cancellationToken) =>
        (int)(await link.AskAllAsync((database, partition) => database.SortedSetLengthAsync(partition.Chats), cancellationToken).ConfigureAwait(false)).Sum();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<HeldChat>> HeldAsync(CancellationToken cancellationToken) =>
    [
        .. from chat in await HeldChatsAsync(cancellationToken).ConfigureAwait(false)
           where chat.Row.Summary.Agent is not null
           select new HeldChat(chat.Key, chat.Row.Summary.Agent!.Id, chat.Row.Summary.HeldUntil, chat.Row.Summary.UnansweredSince),
    ];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TimeSpan>> WaitsAsync(int priority, DateTimeOffset since, int most, CancellationToken cancellationToken)
    {
        var from = Millis.Floor(since);
        var found = await link.AskAllAsync(
            (database, partition) => database.SortedSetRangeByScoreWithScoresAsync(partition.Taken(Math.Clamp(priority, 0, 3)), from, order: Order.Descending, take: most), cancellationToken).ConfigureAwait(false);
        var newest = found.SelectMany(entries => entries).OrderByDescending(entry => entry.Score).Take(most).Select(entry => (string)entry.Element!);
        return
        [
            .. (await RowsAsync([.. newest], cancellationToken).ConfigureAwait(false))
                .Where(chat => chat.TakenAt >= since && chat.Row.Summary.QueuedAt <= chat.TakenAt).OrderByDescending(chat => chat.TakenAt).Select(chat => chat.TakenAt!.Value - chat.Row.Summary.QueuedAt!.Value),
        ];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeskLine>> LinesAsync(ConversationKey key, long after, int most, CancellationToken cancellationToken)
    {
        var (talk, lines) = (link.Keys.Of(key), new List<DeskLine>());
        while (lines.Count < most)
        {
            var (from, take) = (after + lines.Count, Math.Min(Portion, most - lines.Count));
            var (stored, waiting, dead) = await link.AskAsync(
                async database =>
                {
                    var reading = database.ListRangeAsync(talk.Lines, from, from + take - 1);
                    var sending = database.SortedSetRangeByScoreWithScoresAsync(talk.Outbox, from + 1, from + take);
                    return (await reading.ConfigureAwait(false), await sending.ConfigureAwait(false), await database.SortedSetRangeByScoreWithScoresAsync(talk.Dead, from + 1, from + take).ConfigureAwait(false));
                },
                cancellationToken).ConfigureAwait(false);
            var left = waiting.Concat(dead).Select(entry => (long)entry.Score).ToHashSet();
            var troubles = dead.ToDictionary(entry => (long)entry.Score, entry => TroubleOf(entry.Element!));
            lines.AddRange(stored.Select((line, i) => new DeskLine(RedisLine.Read(key, from + i + 1, line!), !left.Contains(from + i + 1)) { Trouble = troubles.GetValueOrDefault(from + i + 1) }));
            if (stored.Length < take) break;
        }

        return lines;
    }

    /// <inheritdoc/>
    public Task NoteReadAsync(string subject, string person, DateTimeOffset at, CancellationToken cancellationToken) => reads.NoteReadAsync(subject, person, at, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<(string Person, DateTimeOffset At)>> ReadersAsync(string subject, CancellationToken cancellationToken) => reads.ReadersAsync(subject, cancellationToken);

    /// <summary>The kind of trouble a line was given up for; behind its number stand the kind, a colon, and words.</summary>
    private static string? TroubleOf(string given)
    {
        var kind = given[(given.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split(':')[0];
        return Identifiers.TryParse<DeliveryTrouble>(kind, out _) ? kind : null;
    }

    private static bool IsAfter(StoredChat chat, ChatMark mark) =>
        chat.UpdatedAt < mark.UpdatedAt || (chat.UpdatedAt == mark.UpdatedAt && mark.Key is { } key && string.CompareOrdinal(chat.Key.ToString(), key.ToString()) < 0);

    private static WaitingChat Waiting(StoredChat chat)
    {
        var summary = chat.Row.Summary;
        return new(chat.Key, summary.Priority, summary.QueuedAt ?? chat.UpdatedAt)
        {
            Playbook = summary.Playbook,
            Language = summary.Language,
            Team = summary.Team,
            AddressedTo = summary.AddressedTo?.Id,
            LastAgent = summary.LastAgent?.Id,
            IsAbusive = summary.Abusive,
            About = chat.Row.About,
        };
    }

    private async Task<IEnumerable<StoredChat>> HeldChatsAsync(CancellationToken cancellationToken) =>
        (await ListAsync(partition => partition.Held, cancellationToken).ConfigureAwait(false)).Where(chat => chat.Row.Summary is { Owner: Owner.Person, Over: false });

    /// <summary>All rows a list of the partitions names.</summary>
    private async Task<List<StoredChat>> ListAsync(Func<PartitionKeys, RedisKey> list, CancellationToken cancellationToken)
    {
        var members = new List<string>();
        for (var from = 0; ; from += Portion)
        {
            var found = await link.AskAllAsync((database, partition) => database.SortedSetRangeByRankAsync(list(partition), from, from + Portion - 1), cancellationToken).ConfigureAwait(false);
            members.AddRange(found.SelectMany(entries => entries).Select(entry => (string)entry!));
            if (found.All(entries => entries.Length < Portion)) return await RowsAsync(members, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<List<StoredChat>> RowsAsync(List<string> members, CancellationToken cancellationToken)
    {
        var rows = new List<StoredChat>(members.Count);
        foreach (var portion in members.Chunk(Portion))
        {
            var read = await link.AskAsync(database => Task.WhenAll(portion.Select(member => database.HashGetAsync(link.Keys.Of(member).State, RedisChatRow.Fields))), cancellationToken).ConfigureAwait(false);
            rows.AddRange(portion.Zip(read, RedisChatRow.Read).OfType<StoredChat>());
        }

        return rows;
    }
}

using System.Text;
using ComplaintBot.Dialogs.Playbooks;

namespace ComplaintBot.Turns.Redis;

/// <summary>Conversations in Redis, single or Cluster, for any number of nodes.</summary>
internal sealed class RedisConversationStore(RedisLink link, RedisTurns turns, RedisInbox inbox, RedisOutbox outbox) : IConversationStore
{
    private const int Portion = 200;

    private readonly RedisExpiry expiry = new(link);

    /// <inheritdoc/>
    public async Task<StoredConversation?> LoadAsync(ConversationKey key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await link.AskAsync(database => database.HashGetAsync(link.Keys.Of(key).State, ["version", "state", "filed", "expires"]), cancellationToken).ConfigureAwait(false);
        return row[3].IsNull || (long)row[3] <= Millis.Floor(now) ? null : StoredRow.Read(row[0], row[1], row[2]);
    }

    /// <inheritdoc/>
    public Task<CommitResult> TryCommitAsync(TurnCommit commit, CancellationToken cancellationToken) => turns.CommitAsync(commit, cancellationToken);

    /// <inheritdoc/>
    public Task<Acceptance> AcceptAsync(Inbound inbound, CancellationToken cancellationToken) => inbox.AcceptAsync(inbound, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> IsKnownAsync(Inbound inbound, CancellationToken cancellationToken) => inbox.IsKnownAsync(inbound, cancellationToken);

    /// <inheritdoc/>
    public async Task<long?> LastSequenceAsync(ConversationKey key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await link.AskAsync(database => database.HashGetAsync(link.Keys.Of(key).State, ["sequence", "expires"]), cancellationToken).ConfigureAwait(false);
        return row[0].IsNull || (long)row[1] <= Millis.Floor(now) ? null : (long)row[0];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ConversationKey>> RemindersAsync(DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        var time = Millis.Floor(now);
        var due = await link.AskAllAsync((database, partition) => database.SortedSetRangeByScoreWithScoresAsync(partition.Reminders, stop: time, take: most), cancellationToken).ConfigureAwait(false);
        return [.. due.SelectMany(entries => entries).OrderBy(entry => entry.Score).Take(most).Select(entry => ConversationKey.Parse(entry.Element!))];
    }

    /// <inheritdoc/>
    public async Task<bool> KeepFileAsync(ConversationKey key, KeptFile file, CancellationToken cancellationToken)
    {
        var talk = link.Keys.Of(key);
        byte[] stored = [.. Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(file.Name)}|{Uri.EscapeDataString(file.Type)}\n"), .. file.Bytes];
        return (int)await link.RunAsync(RedisScript.KeepFile, [talk.State, talk.Files], [file.Id, stored, RedisTurns.Net], cancellationToken).ConfigureAwait(false) == 1;
    }

    /// <inheritdoc/>
    public async Task<KeptFile?> FileAsync(ConversationKey key, string id, CancellationToken cancellationToken)
    {
        var stored = await link.AskAsync(database => database.HashGetAsync(link.Keys.Of(key).Files, id), cancellationToken).ConfigureAwait(false);
        if (stored.IsNull) return null;
        var (head, bytes) = RedisLine.Split(stored!, '\n');
        var parts = head.Split('|');
        return new(id, Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1]), bytes);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Inbound>> InboxAsync(ConversationKey? key, int most, CancellationToken cancellationToken) =>
        key is { } one ? inbox.OfAsync(one, most, cancellationToken) : inbox.AllAsync(most, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<OutboxLine>> OutboxAsync(DateTimeOffset now, int most, CancellationToken cancellationToken) => outbox.DueAsync(now, most, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<OutboxLine>> OutboxOfAsync(ConversationKey key, DateTimeOffset now, int most, CancellationToken cancellationToken) => outbox.OfAsync(key, now, most, cancellationToken);

    /// <inheritdoc/>
    public Task<DateTimeOffset?> OldestUnsentAsync(CancellationToken cancellationToken) => outbox.OldestAsync(cancellationToken);

    /// <inheritdoc/>
    public Task MarkSentAsync(ConversationKey key, long sequence, CancellationToken cancellationToken) => outbox.MarkAsync(key, sequence, "sent", null, "", cancellationToken);

    /// <inheritdoc/>
    public Task MarkFailedAsync(ConversationKey key, long sequence, DateTimeOffset? tryAgain, string reason, CancellationToken cancellationToken) =>
        outbox.MarkAsync(key, sequence, tryAgain is null ? "dead" : "again", tryAgain, reason, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TranscriptLine>> TranscriptAsync(ConversationKey key, long after, CancellationToken cancellationToken)
    {
        var (talk, lines) = (link.Keys.Of(key), new List<TranscriptLine>());
        while (true)
        {
            var from = after + lines.Count;
            var stored = await link.AskAsync(database => database.ListRangeAsync(talk.Lines, from, from + Portion - 1), cancellationToken).ConfigureAwait(false);
            lines.AddRange(stored.Select((line, i) => RedisLine.Read(key, from + i + 1, line!)));
            if (stored.Length < Portion) return lines;
        }
    }

    /// <inheritdoc/>
    public Task<int> ExpireAsync(DateTimeOffset now, CancellationToken cancellationToken) => expiry.ExpireAsync(now, cancellationToken);

    /// <inheritdoc/>
    public Task ArchiveAsync(string fingerprint, IReadOnlyList<PlaybookSource> sources, CancellationToken cancellationToken) => expiry.ArchiveAsync(fingerprint, sources, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PlaybookSource>?> ArchivedAsync(string fingerprint, CancellationToken cancellationToken) => expiry.ArchivedAsync(fingerprint, cancellationToken);
}

using System.Collections.Concurrent;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Runtime.Activities;
using Microsoft.Data.Sqlite;

namespace ComplaintBot.Turns.Sqlite;

/// <summary>Conversations in the embedded database.</summary>
/// <param name="database">The database; whoever opened it closes it.</param>
internal sealed class SqliteConversationStore(SqliteDatabase database) : IConversationStore
{
    /// <summary>How much is forgotten in one transaction: few enough that a turn never waits long.</summary>
    private const int Portion = 200;

    private static readonly Statement Load = new("load", "SELECT version, state FROM conversation WHERE key = ?1 AND expires > ?2 AND version > 0");

    private static readonly Statement IsKnown = new("is-known", "SELECT count(*) FROM delivery WHERE conversation = ?1 AND id = ?2 AND until > ?3");

    private static readonly Statement LastSequence = new("last-sequence", "SELECT sequence FROM conversation WHERE key = ?1 AND expires > ?2");

    private static readonly Statement Reminders = new("reminders", "SELECT key FROM conversation WHERE remind_at <= ?1 ORDER BY remind_at LIMIT ?2");

    private static readonly Statement KeepFile = new("keep-file",
        "INSERT INTO file (conversation, id, name, type, bytes) SELECT id, ?2, ?3, ?4, ?5 FROM conversation WHERE key = ?1");

    private static readonly Statement FindFile = new("find-file",
        "SELECT f.id, f.name, f.type, f.bytes FROM file f JOIN conversation c ON c.id = f.conversation WHERE c.key = ?1 AND f.id = ?2");

    private static readonly Statement Inbox = new("inbox", "SELECT id, conversation, delivery, at, activity, line, masked, offset_minutes FROM inbox ORDER BY id LIMIT ?1");

    private static readonly Statement InboxOfOne = new("inbox-of-one",
        "SELECT id, conversation, delivery, at, activity, line, masked, offset_minutes FROM inbox WHERE conversation = ?2 ORDER BY id LIMIT ?1");

    private static readonly Statement Outbox = new("outbox",
        """
        SELECT c.key, o.sequence, l.activity, o.attempts
        FROM outbox o
        JOIN line l ON l.conversation = o.conversation AND l.sequence = o.sequence
        JOIN conversation c ON c.id = o.conversation
        WHERE o.dead = 0 AND NOT EXISTS (
            SELECT 1 FROM outbox w WHERE w.conversation = o.conversation AND w.sequence <= o.sequence AND w.dead = 0 AND w.try_at > ?1)
        ORDER BY o.at, o.conversation, o.sequence LIMIT ?2
        """);

    private static readonly Statement OutboxOfOne = new("outbox-of-one",
        """
        SELECT c.key, o.sequence, l.activity, o.attempts
        FROM conversation c
        JOIN outbox o ON o.conversation = c.id
        JOIN line l ON l.conversation = o.conversation AND l.sequence = o.sequence
        WHERE c.key = ?3 AND o.dead = 0 AND NOT EXISTS (
            SELECT 1 FROM outbox w WHERE w.conversation = o.conversation AND w.sequence <= o.sequence AND w.dead = 0 AND w.try_at > ?1)
        ORDER BY o.sequence LIMIT ?2
        """);

    private static readonly Statement OldestUnsent = new("oldest-unsent", "SELECT coalesce(min(at), 0) FROM outbox WHERE dead = 0");

    private static readonly Statement MarkSent = new("mark-sent",
        "DELETE FROM outbox WHERE conversation = (SELECT id FROM conversation WHERE key = ?1) AND sequence = ?2");

    private static readonly Statement MarkFailed = new("mark-failed",
        """
        UPDATE outbox SET attempts = attempts + 1, try_at = ?3, dead = 0, reason = ?4
        WHERE conversation = (SELECT id FROM conversation WHERE key = ?1) AND sequence = ?2
        """);

    /// <summary>A line that had left is no longer in the outbox; what became of it is noted there all the same.</summary>
    private static readonly Statement GiveUp = new("give-up",
        """
        INSERT INTO outbox (conversation, sequence, at, attempts, dead, reason)
        SELECT l.conversation, l.sequence, l.at, 1, 1, ?3 FROM line l
        WHERE l.conversation = (SELECT id FROM conversation WHERE key = ?1) AND l.sequence = ?2 AND l.outgoing = 1
        ON CONFLICT (conversation, sequence) DO UPDATE SET attempts = attempts + 1, try_at = NULL, dead = 1, reason = excluded.reason
        """);

    private static readonly Statement Transcript = new("transcript",
        """
        SELECT l.sequence, l.outgoing, l.activity, l.at FROM line l
        JOIN conversation c ON c.id = l.conversation WHERE c.key = ?1 AND l.sequence > ?2 ORDER BY l.sequence
        """);

    private static readonly Statement ForgetConversations = new("forget-conversations",
        "DELETE FROM conversation WHERE id IN (SELECT id FROM conversation WHERE expires <= ?1 LIMIT ?2)");

    private static readonly Statement ForgetDeliveries = new("forget-deliveries",
        "DELETE FROM delivery WHERE (conversation, id) IN (SELECT conversation, id FROM delivery WHERE until <= ?1 LIMIT ?2)");

    private static readonly Statement UnusedPlaybooks = new("unused-playbooks",
        "SELECT DISTINCT fingerprint FROM playbook_file p WHERE NOT EXISTS (SELECT 1 FROM conversation c WHERE c.fingerprint = p.fingerprint)");

    private static readonly Statement ForgetPlaybook = new("forget-playbook", "DELETE FROM playbook_file WHERE fingerprint = ?1");

    private static readonly Statement ArchiveFile = new("archive-file",
        "INSERT INTO playbook_file (fingerprint, position, file, text) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (fingerprint, position) DO NOTHING");

    private static readonly Statement Archived = new("archived", "SELECT file, text FROM playbook_file WHERE fingerprint = ?1 ORDER BY position");

    /// <summary>What this process archived it works with: a conversation may begin on it at any time.</summary>
    private readonly ConcurrentDictionary<string, bool> inUse = new();

    /// <inheritdoc/>
    public Task<StoredConversation?> LoadAsync(ConversationKey key, DateTimeOffset now, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.First(Load, row => new StoredConversation(row.GetInt64(0), row.GetFieldValue<byte[]>(1)), key.ToString(), Stamp.Of(now)),
        cancellationToken);

    /// <inheritdoc/>
    public Task<CommitResult> TryCommitAsync(TurnCommit commit, CancellationToken cancellationToken) =>
        database.WriteAsync(session => TurnWriter.Commit(session, commit), cancellationToken);

    /// <inheritdoc/>
    public Task<Acceptance> AcceptAsync(Inbound inbound, CancellationToken cancellationToken) =>
        database.WriteFirstAsync(session => InboxWriter.Accept(session, inbound), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> IsKnownAsync(Inbound inbound, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.Number(IsKnown, inbound.Key.ToString(), Uri.EscapeDataString(inbound.DedupeId), Stamp.Of(inbound.At)) > 0, cancellationToken);

    /// <inheritdoc/>
    public Task<long?> LastSequenceAsync(ConversationKey key, DateTimeOffset now, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.All(LastSequence, row => row.GetInt64(0), key.ToString(), Stamp.Of(now)) is [var last] ? last : (long?)null, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ConversationKey>> RemindersAsync(DateTimeOffset now, int most, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<ConversationKey>>(
        session => session.All(Reminders, row => ConversationKey.Parse(row.GetString(0)), Stamp.Of(now), (long)most), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> KeepFileAsync(ConversationKey key, KeptFile file, CancellationToken cancellationToken) => database.WriteAsync(
        session => Change.Keep(session.Execute(KeepFile, key.ToString(), file.Id, file.Name, file.Type, file.Bytes) > 0), cancellationToken);

    /// <inheritdoc/>
    public Task<KeptFile?> FileAsync(ConversationKey key, string id, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.First(FindFile, row => new KeptFile(row.GetString(0), row.GetString(1), row.GetString(2), row.GetFieldValue<byte[]>(3)), key.ToString(), id),
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Inbound>> InboxAsync(ConversationKey? key, int most, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Inbound>>(
        session => key is { } one ? session.All(InboxOfOne, ReadInbound, (long)most, one.ToString()) : session.All(Inbox, ReadInbound, (long)most),
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<OutboxLine>> OutboxAsync(DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<OutboxLine>>(session => session.All(Outbox, ReadUnsent, Stamp.Of(now), (long)most), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<OutboxLine>> OutboxOfAsync(ConversationKey key, DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<OutboxLine>>(session => session.All(OutboxOfOne, ReadUnsent, Stamp.Of(now), (long)most, key.ToString()), cancellationToken);

    /// <inheritdoc/>
    public Task<DateTimeOffset?> OldestUnsentAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<DateTimeOffset?>(session => session.Number(OldestUnsent) is > 0 and var at ? Stamp.Time(at) : null, cancellationToken);

    /// <inheritdoc/>
    public Task MarkSentAsync(ConversationKey key, long sequence, CancellationToken cancellationToken) =>
        database.WriteAsync(session => Change.Keep(session.Execute(MarkSent, key.ToString(), sequence)), cancellationToken);

    /// <inheritdoc/>
    public Task MarkFailedAsync(ConversationKey key, long sequence, DateTimeOffset? tryAgain, string reason, CancellationToken cancellationToken) => database.WriteAsync(
        session => Change.Keep(tryAgain is { } time ? session.Execute(MarkFailed, key.ToString(), sequence, Stamp.Of(time), reason) : session.Execute(GiveUp, key.ToString(), sequence, reason)),
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<TranscriptLine>> TranscriptAsync(ConversationKey key, long after, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<TranscriptLine>>(
        session => session.All(
            Transcript,
            row => new TranscriptLine(row.GetInt64(0), row.GetInt64(1) != 0, ActivityJson.Read(row.GetFieldValue<byte[]>(2)), Stamp.Time(row.GetInt64(3))),
            key.ToString(),
            after),
        cancellationToken);

    /// <inheritdoc/>
    public async Task<int> ExpireAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var forgotten = await InPortionsAsync(ForgetConversations, now, cancellationToken).ConfigureAwait(false);
        await InPortionsAsync(ForgetDeliveries, now, cancellationToken).ConfigureAwait(false);
        await database.WriteAsync(
            session =>
            {
                var unused = session.All(UnusedPlaybooks, row => row.GetString(0));
                foreach (var fingerprint in unused.Where(one => !inUse.ContainsKey(one))) session.Execute(ForgetPlaybook, fingerprint);
                return Change.Keep(unused.Count);
            },
            cancellationToken).ConfigureAwait(false);
        return forgotten;
    }

    /// <inheritdoc/>
    public async Task ArchiveAsync(string fingerprint, IReadOnlyList<PlaybookSource> sources, CancellationToken cancellationToken)
    {
        inUse[fingerprint] = true;
        if (await ArchivedAsync(fingerprint, cancellationToken).ConfigureAwait(false) is not null) return;
        await database.WriteAsync(
            session =>
            {
                for (var i = 0; i < sources.Count; i++) session.Execute(ArchiveFile, fingerprint, (long)i, sources[i].File, sources[i].Text);
                return Change.Keep(sources.Count);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<PlaybookSource>?> ArchivedAsync(string fingerprint, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<PlaybookSource>?>(
        session => session.All(Archived, row => new PlaybookSource(row.GetString(0), row.GetString(1)), fingerprint) is { Count: > 0 } files ? files : null,
        cancellationToken);

    private static OutboxLine ReadUnsent(SqliteDataReader row) =>
        new(ConversationKey.Parse(row.GetString(0)), row.GetInt64(1), ActivityJson.Read(row.GetFieldValue<byte[]>(2)), row.GetInt32(3));

    private static Inbound ReadInbound(SqliteDataReader row) => new(
        ConversationKey.Parse(row.GetString(1)),
        Uri.UnescapeDataString(row.GetString(2)),
        ActivityJson.Read(row.GetFieldValue<byte[]>(4)),
        Stamp.Time(row.GetInt64(3)).ToOffset(TimeSpan.FromMinutes(row.GetInt64(7))),
        row.GetInt64(0))
    {
        Sequence = row.IsDBNull(5) ? null : row.GetInt64(5),
        IsMasked = row.GetInt64(6) != 0,
    };

    private async Task<int> InPortionsAsync(Statement forget, DateTimeOffset now, CancellationToken cancellationToken)
    {
        int portion, all = 0;
        do
        {
            portion = await database.WriteAsync(session => Change.Keep(session.Execute(forget, Stamp.Of(now), (long)Portion)), cancellationToken).ConfigureAwait(false);
            all += portion;
        }
        while (portion == Portion);
        return all;
    }
}

using ComplaintBot.Turns;
using ComplaintBot.Turns.Sqlite;
using Microsoft.Data.Sqlite;

namespace ComplaintBot.Desk.Handoff;

/// <summary>Handoffs in the desk's embedded database.</summary>
/// <param name="database">The database; whoever opened it closes it.</param>
internal sealed class SqliteHandoffStore(SqliteDatabase database) : IHandoffStore
{
    private static readonly Statement Ask = new("ask-handoff",
        """
        INSERT INTO handoff VALUES (?1, ?2, 'asked', 0, ?3)
        ON CONFLICT (conversation) DO UPDATE SET context = ?2, state = 'asked', attempts = 0, due = ?3 WHERE state IN ('failed', 'completed', 'unreachable')
        """);

    private static readonly Statement Due = new("due-handoffs", "SELECT conversation, context, state, attempts FROM handoff WHERE due <= ?1 ORDER BY due");
    private static readonly Statement Sent = new("sent-handoff", "UPDATE handoff SET state = ?2, due = ?3, attempts = attempts + 1 WHERE conversation = ?1 AND state = 'asked'");
    private static readonly Statement Find = new("find-handoff", "SELECT conversation, context, state, attempts FROM handoff WHERE conversation = ?1");
    private static readonly Statement Note = new("note-handoff", "UPDATE handoff SET state = ?2, due = NULL WHERE conversation = ?1");
    private static readonly Statement Lapse = new("lapse-handoff-messages", "DELETE FROM handoff_message WHERE until <= ?1");
    private static readonly Statement Seen = new("seen-handoff-message", "INSERT INTO handoff_message VALUES (?1, ?2) ON CONFLICT DO NOTHING");
    private static readonly Statement Forget = new("forget-handoff-message", "DELETE FROM handoff_message WHERE signature = ?1");

    /// <inheritdoc/>
    public Task<bool> TryAskAsync(HandoffCall call, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(session => Change.Keep(session.Execute(Ask, call.Key.ToString(), call.Context, Stamp.Of(now)) > 0), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<HandoffItem>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<HandoffItem>>(session => session.All(Due, Read, Stamp.Of(now)), cancellationToken);

    /// <inheritdoc/>
    public Task SentAsync(ConversationKey key, string state, DateTimeOffset? next, CancellationToken cancellationToken)
    {
        object? due = next is { } time ? Stamp.Of(time) : null;
        return database.WriteAsync(session => Change.Keep(session.Execute(Sent, key.ToString(), state, due)), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<HandoffItem?> FindAsync(ConversationKey key, CancellationToken cancellationToken) => database.ReadAsync(session => session.First(Find, Read, key.ToString()), cancellationToken);

    /// <inheritdoc/>
    public Task NoteAsync(ConversationKey key, string state, CancellationToken cancellationToken) =>
        database.WriteAsync(session => Change.Keep(session.Execute(Note, key.ToString(), state)), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> IsNewAsync(string signature, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            session.Execute(Lapse, Stamp.Of(now));
            return Change.Keep(session.Execute(Seen, signature, Stamp.Of(until)) > 0);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task ForgetAsync(string signature, CancellationToken cancellationToken) => database.WriteAsync(session => Change.Keep(session.Execute(Forget, signature)), cancellationToken);

    private static HandoffItem Read(SqliteDataReader row) => new(ConversationKey.Parse(row.GetString(0)), row.GetString(1), row.GetString(2), row.GetInt32(3));
}

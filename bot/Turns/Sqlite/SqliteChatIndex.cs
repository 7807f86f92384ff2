using System.Text.Json;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;
using Microsoft.Data.Sqlite;

namespace ComplaintBot.Turns.Sqlite;

/// <summary>The lists of the desk in the embedded database.</summary>
/// <param name="database">The database; whoever opened it closes it.</param>
internal sealed class SqliteChatIndex(SqliteDatabase database) : IChatIndex
{
    private const string Columns = "SELECT h.summary, h.about, h.started, h.last_text, h.last_from, h.last_at, c.sequence, h.updated FROM chat h JOIN conversation c ON c.id = h.conversation";

    private static readonly Statement One = new("chat", $"{Columns} WHERE c.key = ?1");

    private static readonly Statement Waiting = new("chats-waiting",
        """
        SELECT c.key, h.priority, h.queued_at, h.playbook, h.language, h.team, h.addressed_to, h.last_agent, h.abusive, h.about, h.updated
        FROM chat h JOIN conversation c ON c.id = h.conversation WHERE h.owner = 'waiting' AND h.over = 0 ORDER BY h.priority, h.queued_at
        """);

    private static readonly Statement OfAgent = new("chats-of-agent", $"{Columns} WHERE h.agent = ?1 AND h.owner = 'person' AND h.over = 0 ORDER BY h.priority, h.updated");

    // The index alone answers what is wanted; only the rows that are shown are read. LIKE takes capitals for small letters in ASCII alone: what else differs in case is found as it was written.
    private static readonly Statement All = new("chats",
        $"""
        {Columns} WHERE h.conversation IN (
            SELECT conversation FROM chat INDEXED BY chat_list
            WHERE updated <= ?1 AND (updated < ?1 OR conversation < coalesce((SELECT id FROM conversation WHERE key = ?2), 0))
                AND (?3 IS NULL OR priority = ?3) AND (?4 IS NULL OR anger >= ?4) AND (?5 IS NULL OR channel = ?5)
                AND (?6 IS NULL OR language = ?6) AND (?7 IS NULL OR playbook = ?7) AND (?8 IS NULL OR owner = ?8)
                AND (?9 IS NULL OR instr(words, ?9) > 0 OR last_text LIKE ?10 ESCAPE '\')
            ORDER BY updated DESC, conversation DESC LIMIT ?11)
        ORDER BY h.updated DESC, h.conversation DESC
        """);

    private static readonly Statement Approvals = new("chats-with-approvals", $"{Columns} WHERE h.approvals > 0 ORDER BY h.updated");

    private static readonly Statement Count = new("count-chats", "SELECT count(*) FROM chat");

    private static readonly Statement Held = new("chats-held",
        "SELECT c.key, h.agent, h.held_until, h.unanswered FROM chat h JOIN conversation c ON c.id = h.conversation WHERE h.owner = 'person' AND h.over = 0 AND h.agent IS NOT NULL");

    private static readonly Statement Waits = new("waits",
        "SELECT taken_at - queued_at FROM chat WHERE priority = ?1 AND taken_at >= ?2 AND queued_at <= taken_at ORDER BY taken_at DESC LIMIT ?3");

    private static readonly Statement Lines = new("desk-lines",
        """
        SELECT l.sequence, l.outgoing, l.activity, l.at, o.conversation IS NULL, o.reason FROM line l
        JOIN conversation c ON c.id = l.conversation
        LEFT JOIN outbox o ON o.conversation = l.conversation AND o.sequence = l.sequence
        WHERE c.key = ?1 AND l.sequence > ?2 ORDER BY l.sequence LIMIT ?3
        """);

    private static readonly Statement NoteRead = new("note-read", "INSERT INTO read_log (subject, person, hour, at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING");

    private static readonly Statement Readers = new("readers", "SELECT person, at FROM read_log WHERE subject = ?1 ORDER BY at, person");

    /// <inheritdoc/>
    public Task<ChatRow?> FindAsync(ConversationKey key, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.First(One, ReadRow, key.ToString()), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ChatRow>> FindAsync(IReadOnlyList<ConversationKey> keys, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<ChatRow>>(
        session => [.. keys.Select(key => session.First(One, ReadRow, key.ToString())).OfType<ChatRow>()], cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WaitingChat>> WaitingAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<WaitingChat>>(session => session.All(Waiting, ReadWaiting), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ChatRow>> OfAsync(string person, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<ChatRow>>(session => session.All(OfAgent, ReadRow, person), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ChatRow>> AllAsync(ChatFilter filter, ChatMark? after, int most, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<ChatRow>>(
        session => session.All(
            All, ReadRow, after is { } mark ? Stamp.Of(mark.UpdatedAt) : long.MaxValue, after?.Key?.ToString(), (long?)filter.Priority, (long?)filter.Anger, filter.Channel,
            filter.Language?.Tag(), filter.Playbook, filter.Owner?.Id(), filter.Text, filter.Text is { } text ? Anywhere(text) : null, (long)most),
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ChatRow>> ApprovalsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<ChatRow>>(session => session.All(Approvals, ReadRow), cancellationToken);

    /// <inheritdoc/>
    public Task<int> CountAsync(CancellationToken cancellationToken) => database.ReadAsync(session => (int)session.Number(Count), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<HeldChat>> HeldAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<HeldChat>>(
        session => session.All(Held, row => new HeldChat(ConversationKey.Parse(row.GetString(0)), row.GetString(1), TimeOf(row, 2), TimeOf(row, 3))), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<TimeSpan>> WaitsAsync(int priority, DateTimeOffset since, int most, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<TimeSpan>>(
        session => session.All(Waits, row => TimeSpan.FromTicks(row.GetInt64(0)), (long)priority, Stamp.Of(since), (long)most), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DeskLine>> LinesAsync(ConversationKey key, long after, int most, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<DeskLine>>(
        session => session.All(Lines, ReadLine, key.ToString(), after, (long)most), cancellationToken);

    /// <inheritdoc/>
    public Task NoteReadAsync(string subject, string person, DateTimeOffset at, CancellationToken cancellationToken) => database.WriteAsync(
        session => Change.Keep(session.Execute(NoteRead, subject, person, at.UtcTicks / TimeSpan.TicksPerHour, Stamp.Of(at))), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<(string Person, DateTimeOffset At)>> ReadersAsync(string subject, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<(string, DateTimeOffset)>>(session => session.All(Readers, row => (row.GetString(0), Stamp.Time(row.GetInt64(1))), subject), cancellationToken);

    /// <summary>The pattern of a text that may stand anywhere.</summary>
    private static string Anywhere(string text) => string.Concat("%", text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal), "%");

    private static ChatRow ReadRow(SqliteDataReader row)
    {
        var summary = JsonSerializer.Deserialize(row.GetFieldValue<byte[]>(0), ChatJson.Default.ChatSummary)!;
        var last = TimeOf(row, 5) is { } at ? new ChatLine(row.GetString(3), row.GetString(4), at) : null;
        return new(summary with { StartedAt = Stamp.Time(row.GetInt64(2)), UpdatedAt = Stamp.Time(row.GetInt64(7)), LastLine = last, Sequence = row.GetInt64(6) }, TextOf(row, 1));
    }

    private static WaitingChat ReadWaiting(SqliteDataReader row) => new(ConversationKey.Parse(row.GetString(0)), row.GetInt32(1), TimeOf(row, 2) ?? Stamp.Time(row.GetInt64(10)))
    {
        Playbook = row.GetString(3),
        Language = TongueTags.TryParse(row.GetString(4), out var tongue) ? tongue : Tongue.ZhHans,
        Team = TextOf(row, 5),
        AddressedTo = TextOf(row, 6),
        LastAgent = TextOf(row, 7),
        IsAbusive = row.GetInt64(8) != 0,
        About = TextOf(row, 9),
    };

    private static DeskLine ReadLine(SqliteDataReader row)
    {
        var line = new TranscriptLine(row.GetInt64(0), row.GetInt64(1) != 0, ActivityJson.Read(row.GetFieldValue<byte[]>(2)), Stamp.Time(row.GetInt64(3)));
        var kind = TextOf(row, 5)?.Split(':')[0];
        return new(line, row.GetInt64(4) != 0) { Trouble = Identifiers.TryParse<DeliveryTrouble>(kind, out _) ? kind : null };
    }

    private static string? TextOf(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset? TimeOf(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : Stamp.Time(row.GetInt64(column));
}

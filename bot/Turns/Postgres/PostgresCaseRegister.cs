using ComplaintBot.Cases;
using Npgsql;

namespace ComplaintBot.Turns.Postgres;

/// <summary>Takes case events into PostgreSQL, each turn once, whichever node brings it.</summary>
/// <param name="database">The database; whoever opened it closes it.</param>
internal sealed class PostgresCaseRegister(PostgresDatabase database) : ICaseRegister
{
    private const string NoteFiled = "INSERT INTO filed_turn (id, at) SELECT * FROM unnest($1, $2) ON CONFLICT DO NOTHING RETURNING id";

    private const string OpenCases =
        "INSERT INTO complaint (number, conversation, state, changed, sequence, hash) SELECT number, conversation, $5, changed, 0, hash FROM unnest($1, $2, $3, $4) AS o (number, conversation, changed, hash) ON CONFLICT (number) DO NOTHING";

    /// <summary>Locked in one order by everybody, so that no two wait for each other.</summary>
    private const string FindEnds = "SELECT number, sequence, hash, state, changed FROM complaint WHERE number = ANY ($1) ORDER BY number FOR UPDATE";

    private const string AddEntries =
        "INSERT INTO entry (number, sequence, kind, actor, step, at, data, salt, digest, hash) SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    private const string MoveEnds =
        "UPDATE complaint c SET sequence = e.sequence, hash = e.hash, state = e.state, changed = e.changed FROM unnest($1, $2, $3, $4, $5) AS e (number, sequence, hash, state, changed) WHERE c.number = e.number";

    /// <inheritdoc/>
    public Task<bool> IsOpenAsync(string number, CancellationToken cancellationToken) =>
        database.ReadAsync(async session => await session.NumberAsync("SELECT count(*) FROM complaint WHERE number = $1", number).ConfigureAwait(false) > 0, cancellationToken);

    /// <inheritdoc/>
    public Task<int> FileAsync(IReadOnlyList<FiledTurn> turns, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            var fresh = await FreshAsync(session, turns).ConfigureAwait(false);
            await OpenAsync(session, [.. fresh.Where(turn => turn.Opened is not null)]).ConfigureAwait(false);
            await AppendAsync(session, [.. fresh.SelectMany(turn => turn.Events)]).ConfigureAwait(false);
            return fresh.Count;
        },
        cancellationToken);

    /// <summary>Notes turns as filed, and says which of them were not before.</summary>
    private static async Task<IReadOnlyList<FiledTurn>> FreshAsync(PostgresSession session, IReadOnlyList<FiledTurn> turns)
    {
        var noted = await session.AllAsync(NoteFiled, row => row.GetString(0), turns.Select(turn => turn.Id).ToArray(), turns.Select(turn => turn.At.UtcTicks).ToArray()).ConfigureAwait(false);
        var fresh = noted.ToHashSet();
        return [.. turns.Where(turn => fresh.Remove(PostgresSession.Clean(turn.Id)))];
    }

    private static async Task OpenAsync(PostgresSession session, IReadOnlyList<FiledTurn> turns)
    {
        if (turns.Count == 0) return;
        var numbers = turns.Select(turn => turn.Opened!).ToArray();
        var opened = await session.ExecuteAsync(
            OpenCases, numbers, turns.Select(turn => turn.Conversation).ToArray(), turns.Select(turn => LedgerTime.Text(turn.At)).ToArray(), numbers.Select(CaseChain.Root).ToArray(), TimelineEnd.FirstState).ConfigureAwait(false);
        if (opened < turns.Count) throw new InvalidOperationException($"Case {string.Join(" or ", numbers)} is another conversation's.");
    }

    private static async Task AppendAsync(PostgresSession session, IReadOnlyList<FiledEvent> events)
    {
        if (events.Count == 0) return;
        var found = await session.AllAsync(FindEnds, ReadEnd, (object)events.Select(filed => filed.Case).Distinct().ToArray()).ConfigureAwait(false);
        var ends = found.ToDictionary(one => one.Number, one => one.End);
        var rows = events.Select(filed => ends.TryGetValue(filed.Case, out var end) ? end.Append(filed) : throw new InvalidOperationException($"An event was filed for case {filed.Case}, which was never opened.")).ToArray();
        await session.ExecuteAsync(
            AddEntries, events.Select(filed => filed.Case).ToArray(), rows.Select(row => row.Sequence).ToArray(), rows.Select(row => row.Kind).ToArray(), rows.Select(row => row.Actor).ToArray(),
            rows.Select(row => row.Step).ToArray(), rows.Select(row => row.At).ToArray(), rows.Select(row => row.Data).ToArray(), rows.Select(row => row.Salt).ToArray(), rows.Select(row => row.Digest).ToArray(), rows.Select(row => row.Hash).ToArray()).ConfigureAwait(false);
        await session.ExecuteAsync(
            MoveEnds, ends.Keys.ToArray(), ends.Values.Select(end => end.Sequence).ToArray(), ends.Values.Select(end => end.Hash).ToArray(), ends.Values.Select(end => end.State).ToArray(), ends.Values.Select(end => end.Changed).ToArray()).ConfigureAwait(false);
    }

    private static (string Number, TimelineEnd End) ReadEnd(NpgsqlDataReader row) => (row.GetString(0), new(row.GetInt64(1), row.GetFieldValue<byte[]>(2), row.GetString(3), row.GetString(4)));
}

using ComplaintBot.Cases;
using Npgsql;

namespace ComplaintBot.Turns.Postgres;

/// <summary>Takes case events into PostgreSQL, each turn once, whichever node brings it.</summary>
/// <param name="database">The database; whoever opened it closes it.</param>
internal sealed class PostgresCaseRegister(PostgresDatabase database) : ICaseRegister
{
    private const string NoteFiled = "INSERT INTO filed_turn (id, at) SELECT * FROM unnest($1, $2) ON CONFLICT DO NOTHING RETURNING id";

    private const string OpenCases =
        """
        INSERT INTO complaint (number, conversation, state, changed, sequence, hash)
        SELECT number, conversation, $5, changed, 0, hash FROM unnest($1, $2, $3, $4) AS o (number, conversation, changed, hash)
        ON CONFLICT (number) DO NOTHING
        """;

    /// <summary>Locked in one order by everybody, so that no two wait for each other.</summary>
    private const string FindEnds = "SELECT number, sequence, hash, state, changed FROM complaint WHERE number = ANY ($1) ORDER BY number FOR UPDATE";

    private const string AddEntries =
        "INSERT INTO entry (number, sequence, kind, actor, step, at, data, salt, digest, hash) SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    private const string MoveEnds =
        """
        UPDATE complaint c SET sequence = e.sequence, hash = e.hash, state = e.state, changed = e.changed
        FROM unnest($1, $2, $3, $4, $5) AS e (number, sequence, hash, state, changed) WHERE c.number = e.number
        """;

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
        var noted = await session.AllAsync(NoteFiled, row => row.GetString(0), Each(turns, turn => turn.Id), Each(turns, turn => turn.At.UtcTicks)).ConfigureAwait(false);
        var fresh = noted.ToHashSet();
        return [.. turns.Where(turn => fresh.Remove(PostgresSession.Clean(turn.Id)))];
    }

    private static async Task OpenAsync(PostgresSession session, IReadOnlyList<FiledTurn> turns)
    {
        if (turns.Count == 0) return;
        var numbers = Each(turns, turn => turn.Opened!);
        var opened = await session.ExecuteAsync(
            OpenCases, numbers, Each(turns, turn => turn.Conversation), Each(turns, turn => LedgerTime.Text(turn.At)), Each(numbers, CaseChain.Root), TimelineEnd.FirstState).ConfigureAwait(false);
        if (opened < turns.Count) throw new InvalidOperationException($"Case {string.Join(" or ", numbers)} is another conversation's.");
    }

    private static async Task AppendAsync(PostgresSession session, IReadOnlyList<FiledEvent> events)
    {
        if (events.Count == 0) return;
        var cases = Each(events, filed => filed.Case);
        var ends = (await session.AllAsync(FindEnds, ReadEnd, (object)cases.Distinct().ToArray()).ConfigureAwait(false)).ToDictionary(one => one.Number, one => one.End);
        var rows = Each(events, filed => ends.TryGetValue(filed.Case, out var end) ? end.Append(filed) : throw new InvalidOperationException($"An event was filed for case {filed.Case}, which was never opened."));
        await session.ExecuteAsync(
            AddEntries, cases, Each(rows, row => row.Sequence), Each(rows, row => row.Kind), Each(rows, row => row.Actor), Each(rows, row => row.Step),
            Each(rows, row => row.At), Each(rows, row => row.Data), Each(rows, row => row.Salt), Each(rows, row => row.Digest), Each(rows, row => row.Hash)).ConfigureAwait(false);
        await session.ExecuteAsync(
            MoveEnds, Each(ends, one => one.Key), Each(ends, one => one.Value.Sequence), Each(ends, one => one.Value.Hash), Each(ends, one => one.Value.State), Each(ends, one => one.Value.Changed)).ConfigureAwait(false);
    }

    /// <summary>One column of what is written together.</summary>
    private static TColumn[] Each<T, TColumn>(IEnumerable<T> rows, Func<T, TColumn> column) => [.. rows.Select(column)];

    private static (string Number, TimelineEnd End) ReadEnd(NpgsqlDataReader row) => (row.GetString(0), new(row.GetInt64(1), row.GetFieldValue<byte[]>(2), row.GetString(3), row.GetString(4)));
}

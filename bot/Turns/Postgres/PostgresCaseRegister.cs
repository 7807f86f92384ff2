using ComplaintBot.Cases;
using Npgsql;

namespace ComplaintBot.Turns.Postgres;

/// <summary>Takes case events into PostgreSQL, each turn once, whichever node brings it.</summary>
/// <param name="database">The database; whoever opened it closes it.</param>
internal sealed class PostgresCaseRegister(PostgresDatabase database) : ICaseRegister
{
    private const string OpenCase =
        "INSERT INTO complaint (number, conversation, state, changed, sequence, hash) VALUES ($1, $2, $3, $4, 0, $5) ON CONFLICT (number) DO NOTHING";

    private const string AddEntry =
        "INSERT INTO entry (number, sequence, kind, actor, step, at, data, salt, digest, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    /// <inheritdoc/>
    public Task<bool> IsOpenAsync(string number, CancellationToken cancellationToken) =>
        database.ReadAsync(async session => await session.NumberAsync("SELECT count(*) FROM complaint WHERE number = $1", number).ConfigureAwait(false) > 0, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> FileAsync(FiledTurn turn, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            if (await session.ExecuteAsync("INSERT INTO filed_turn (id, at) VALUES ($1, $2) ON CONFLICT DO NOTHING", turn.Id, turn.At.UtcTicks).ConfigureAwait(false) == 0) return false;
            if (turn.Opened is { } number && await OpenAsync(session, number, turn).ConfigureAwait(false) == 0)
                throw new InvalidOperationException($"Case {number} is another conversation's.");
            await AppendAsync(session, turn.Events).ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    private static Task<int> OpenAsync(PostgresSession session, string number, FiledTurn turn) =>
        session.ExecuteAsync(OpenCase, number, turn.Conversation, TimelineEnd.FirstState, LedgerTime.Text(turn.At), CaseChain.Root(number));

    private static async Task AppendAsync(PostgresSession session, IReadOnlyList<FiledEvent> events)
    {
        var ends = new Dictionary<string, TimelineEnd>(1);

        // Locked in one order by everybody, so that no two turns wait for each other.
        foreach (var number in events.Select(filed => filed.Case).Distinct().Order(StringComparer.Ordinal))
            ends[number] = await session.FirstAsync("SELECT sequence, hash, state, changed FROM complaint WHERE number = $1 FOR UPDATE", ReadEnd, number).ConfigureAwait(false)
                ?? throw new InvalidOperationException($"An event was filed for case {number}, which was never opened.");
        foreach (var filed in events)
        {
            var row = ends[filed.Case].Append(filed);
            await session.ExecuteAsync(AddEntry, filed.Case, row.Sequence, row.Kind, row.Actor, row.Step, row.At, row.Data, row.Salt, row.Digest, row.Hash).ConfigureAwait(false);
        }

        foreach (var (number, end) in ends)
            await session.ExecuteAsync("UPDATE complaint SET sequence = $2, hash = $3, state = $4, changed = $5 WHERE number = $1", number, end.Sequence, end.Hash, end.State, end.Changed).ConfigureAwait(false);
    }

    private static TimelineEnd ReadEnd(NpgsqlDataReader row) => new(row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetString(2), row.GetString(3));
}

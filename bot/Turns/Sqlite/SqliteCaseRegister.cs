using ComplaintBot.Cases;

namespace ComplaintBot.Turns.Sqlite;

/// <summary>Takes the case events of a store that is not this database.</summary>
/// <param name="database">The database; whoever opened it closes it.</param>
internal sealed class SqliteCaseRegister(SqliteDatabase database) : ICaseRegister
{
    private static readonly Statement Find = new("find-case", "SELECT count(*) FROM complaint WHERE number = ?1");

    private static readonly Statement NoteFiled = new("note-filed-turn", "INSERT INTO filed_turn (id, at) VALUES (?1, ?2) ON CONFLICT DO NOTHING");

    /// <inheritdoc/>
    public Task<bool> IsOpenAsync(string number, CancellationToken cancellationToken) => database.ReadAsync(session => session.Number(Find, number) > 0, cancellationToken);

    /// <inheritdoc/>
    public Task<int> FileAsync(IReadOnlyList<FiledTurn> turns, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            var fresh = turns.Where(turn => session.Execute(NoteFiled, turn.Id, Stamp.Of(turn.At)) > 0).ToList();
            foreach (var turn in fresh)
                if (turn.Opened is { } number && !CaseWriter.Open(session, number, turn.Conversation, turn.At)) throw new InvalidOperationException($"Case {number} is another conversation's.");
            CaseWriter.Append(session, fresh.SelectMany(turn => turn.Events));
            return Change.Keep(fresh.Count);
        },
        cancellationToken);
}

using ComplaintBot.Cases;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Vocabulary;
using Npgsql;

namespace ComplaintBot.Turns.Postgres;

/// <summary>The timelines of cases in PostgreSQL.</summary>
/// <param name="database">The database; whoever opened it closes it.</param>
internal sealed class PostgresCaseLedger(PostgresDatabase database) : ICaseLedger
{
    private const string Columns = "e.sequence, e.kind, e.actor, e.step, e.at, e.data, e.salt, e.digest, e.hash";

    private const string Timeline = $"SELECT {Columns} FROM entry e WHERE e.number = $1 ORDER BY e.sequence";

    /// <summary>In one statement, so that nobody adds to the case between its end and its entries.</summary>
    private const string Whole =
        $"""
        SELECT {Columns}, c.sequence, c.hash FROM (SELECT $1::text AS number) asked
        LEFT JOIN complaint c ON c.number = asked.number LEFT JOIN entry e ON e.number = asked.number ORDER BY e.sequence
        """;

    private const string Offers =
        """
        SELECT e.number, e.kind, e.at, e.data FROM complaint c JOIN entry e ON e.number = c.number
        WHERE c.conversation = $1 AND e.kind IN ($2, $3) ORDER BY e.number, e.sequence
        """;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LedgerEntry>> TimelineAsync(string number, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(session => session.AllAsync(Timeline, ReadRow, number), cancellationToken).ConfigureAwait(false);
        return [.. rows.Select((row, i) => row.TryRead() ?? throw Unreadable($"Entry {i + 1} of case {number}", null))];
    }

    /// <inheritdoc/>
    public async Task<long?> FirstBreakAsync(string number, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(session => session.AllAsync(Whole, row => (Entry: row.IsDBNull(0) ? null : ReadRow(row), End: EndOf(row, number)), number), cancellationToken).ConfigureAwait(false);
        return CaseChain.FirstBreak(number, rows.Where(row => row.Entry is not null).Select(row => row.Entry!.TryRead()), rows[0].End);
    }

    /// <inheritdoc/>
    public Task<KnownCase?> FindForAsync(string number, string conversation, long filed, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.FirstAsync(
            "SELECT state, changed FROM complaint WHERE number = $1 AND conversation = $2",
            row => new KnownCase(number, Identifiers.Parse<CaseState>(row.GetString(0)), LedgerTime.Of(row.GetString(1))), number, conversation),
        cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Grant>> GrantedAsync(string customer, DateTimeOffset since, long filed, CancellationToken cancellationToken)
    {
        var said = await database.ReadAsync(session => session.AllAsync(Offers, ReadOffer, customer, CaseEventKind.OfferMade.Id(), CaseEventKind.OfferAnswered.Id()), cancellationToken).ConfigureAwait(false);
        return SaidOffer.Granted(said, since);
    }

    /// <inheritdoc/>
    public Task ForgetAsync(string number, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.ExecuteAsync("UPDATE entry SET data = NULL, salt = NULL WHERE number = $1", number), cancellationToken);

    private static LedgerRow ReadRow(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetString(4),
        row.IsDBNull(5) ? null : row.GetFieldValue<byte[]>(5), row.IsDBNull(6) ? null : row.GetFieldValue<byte[]>(6), row.GetFieldValue<byte[]>(7), row.GetFieldValue<byte[]>(8));

    private static ChainEnd EndOf(NpgsqlDataReader row, string number) => row.IsDBNull(9) ? new(0, CaseChain.Root(number)) : new(row.GetInt64(9), row.GetFieldValue<byte[]>(10));

    private static SaidOffer ReadOffer(NpgsqlDataReader row)
    {
        try
        {
            return SaidOffer.Of(row.GetString(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetFieldValue<byte[]>(3));
        }
        catch (FormatException error)
        {
            throw Unreadable($"An offer of case {row.GetString(0)}", error);
        }
    }

    private static StoreException Unreadable(string what, Exception? error) =>
        new($"{what} cannot be read: it was changed or damaged outside of the bot. Compare it with a backup.", error);
}

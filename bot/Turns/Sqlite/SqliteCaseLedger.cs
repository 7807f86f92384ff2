using ComplaintBot.Cases;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Vocabulary;
using Microsoft.Data.Sqlite;

namespace ComplaintBot.Turns.Sqlite;

/// <summary>The timelines of cases in the embedded database; they are written by the commit of a turn.</summary>
/// <param name="database">The database; whoever opened it closes it.</param>
internal sealed class SqliteCaseLedger(SqliteDatabase database) : ICaseLedger
{
    private static readonly Statement Timeline = new("timeline",
        "SELECT sequence, kind, actor, step, at, data, salt, digest, hash FROM entry WHERE number = ?1 ORDER BY sequence");

    private static readonly Statement End = new("end", "SELECT sequence, hash FROM complaint WHERE number = ?1");

    private static readonly Statement Known = new("known", "SELECT state, changed FROM complaint WHERE number = ?1 AND conversation = ?2");

    private static readonly Statement Offers = new("offers",
        """
        SELECT e.number, e.kind, e.at, e.data FROM complaint c JOIN entry e ON e.number = c.number
        WHERE c.conversation = ?1 AND e.kind IN (?2, ?3) ORDER BY e.number, e.sequence
        """);

    private static readonly Statement Forget = new("forget-personal-part", "UPDATE entry SET data = NULL, salt = NULL WHERE number = ?1");

    /// <inheritdoc/>
    public Task<IReadOnlyList<LedgerEntry>> TimelineAsync(string number, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<LedgerEntry>>(
            session => [.. Entries(session, number).Select((entry, i) => entry ?? throw Unreadable($"Entry {i + 1} of case {number}", null))], cancellationToken);

    /// <inheritdoc/>
    public Task<long?> FirstBreakAsync(string number, CancellationToken cancellationToken) => database.ReadAsync(
        session =>
        {
            var end = session.First(End, row => new ChainEnd(row.GetInt64(0), row.GetFieldValue<byte[]>(1)), number);
            return CaseChain.FirstBreak(number, Entries(session, number), end ?? new ChainEnd(0, CaseChain.Root(number)));
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<KnownCase?> FindForAsync(string number, string conversation, long filed, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.First(Known, row => new KnownCase(number, Identifiers.Parse<CaseState>(row.GetString(0)), LedgerTime.Of(row.GetString(1))), number, conversation),
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Grant>> GrantedAsync(string customer, DateTimeOffset since, long filed, CancellationToken cancellationToken) => database.ReadAsync(
        session => SaidOffer.Granted(session.All(Offers, ReadOffer, customer, CaseEventKind.OfferMade.Id(), CaseEventKind.OfferAnswered.Id()), since),
        cancellationToken);

    /// <inheritdoc/>
    public Task ForgetAsync(string number, CancellationToken cancellationToken) =>
        database.WriteAsync(session => Change.Keep(session.Execute(Forget, number)), cancellationToken);

    private static List<LedgerEntry?> Entries(SqliteSession session, string number) => session.All(Timeline, row => ReadRow(row).TryRead(), number);

    private static LedgerRow ReadRow(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetString(4),
        BytesOf(row, 5), BytesOf(row, 6), row.GetFieldValue<byte[]>(7), row.GetFieldValue<byte[]>(8));

    private static SaidOffer ReadOffer(SqliteDataReader row)
    {
        try
        {
            return SaidOffer.Of(row.GetString(0), row.GetString(1), row.GetString(2), BytesOf(row, 3));
        }
        catch (FormatException error)
        {
            throw Unreadable($"An offer of case {row.GetString(0)}", error);
        }
    }

    private static byte[]? BytesOf(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);

    private static StoreException Unreadable(string what, Exception? error) =>
        new($"{what} cannot be read: it was changed or damaged outside of the bot. Compare it with a backup.", error);
}

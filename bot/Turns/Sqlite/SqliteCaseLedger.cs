using System.Globalization;
using System.Text.Json;
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
    public Task<KnownCase?> FindForAsync(string number, string conversation, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.First(Known, row => new KnownCase(number, Identifiers.Parse<CaseState>(row.GetString(0)), CaseWriter.Time(row.GetString(1))), number, conversation),
        cancellationToken);

    /// <inheritdoc/>
    public Task<CustomerGrants> GrantsAsync(string customer, DateTimeOffset since, CancellationToken cancellationToken) => database.ReadAsync(
        session => Sum(session.All(Offers, Said.Read, customer, CaseEventKind.OfferMade.Id(), CaseEventKind.OfferAnswered.Id()), since),
        cancellationToken);

    /// <inheritdoc/>
    public Task ForgetAsync(string number, CancellationToken cancellationToken) =>
        database.WriteAsync(session => Change.Keep(session.Execute(Forget, number)), cancellationToken);

    private static List<LedgerEntry?> Entries(SqliteSession session, string number) => session.All(Timeline, TryReadEntry, number);

    private static LedgerEntry? TryReadEntry(SqliteDataReader row)
    {
        try
        {
            return ReadEntry(row);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static LedgerEntry ReadEntry(SqliteDataReader row)
    {
        var sequence = row.GetInt64(0);
        Step? step = row.IsDBNull(3) ? null : Identifiers.Parse<Step>(row.GetString(3));
        var what = new CaseEvent(Identifiers.Parse<CaseEventKind>(row.GetString(1)), row.GetString(2), CaseWriter.Time(row.GetString(4)), Data(row, 5), step);
        return new(sequence, what, row.IsDBNull(6) ? null : row.GetFieldValue<byte[]>(6), row.GetFieldValue<byte[]>(7), row.GetFieldValue<byte[]>(8));
    }

    /// <exception cref="FormatException">They are not an object of texts.</exception>
    private static IReadOnlyDictionary<string, string> Data(SqliteDataReader row, int column)
    {
        if (row.IsDBNull(column)) return CaseEvent.NoData;
        try
        {
            using var json = JsonDocument.Parse(row.GetFieldValue<byte[]>(column));
            return json.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetString() ?? "");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("The data of an entry are no object of texts.", error);
        }
    }

    private static StoreException Unreadable(string what, Exception? error) =>
        new($"{what} cannot be read: it was changed or damaged outside of the bot. Compare it with a backup.", error);

    /// <summary>An acceptance grants what the last offer of that kind in the same case was worth.</summary>
    private static CustomerGrants Sum(List<Said> said, DateTimeOffset since)
    {
        var (count, sum) = (0, 0m);
        var offered = new Dictionary<(string Case, string Kind), decimal?>();
        foreach (var one in said)
        {
            var place = (one.Case, one.Data.GetValueOrDefault("kind", ""));
            if (one.IsOffer)
            {
                offered[place] = !one.Data.ContainsKey("by") && decimal.TryParse(one.Data.GetValueOrDefault("amount"), NumberStyles.Number, CultureInfo.InvariantCulture, out var worth) ? worth : null;
            }
            else if (one.Data.GetValueOrDefault("answer") == "accepted" && one.At >= since && offered.GetValueOrDefault(place) is { } amount)
            {
                (count, sum) = (count + 1, sum + amount);
            }
        }

        return new(count, sum);
    }

    private sealed record Said(string Case, bool IsOffer, DateTimeOffset At, IReadOnlyDictionary<string, string> Data)
    {
        public static Said Read(SqliteDataReader row)
        {
            try
            {
                return new(row.GetString(0), row.GetString(1) == CaseEventKind.OfferMade.Id(), CaseWriter.Time(row.GetString(2)), SqliteCaseLedger.Data(row, 3));
            }
            catch (FormatException error)
            {
                throw Unreadable($"An offer of case {row.GetString(0)}", error);
            }
        }
    }
}

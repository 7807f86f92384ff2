using ComplaintBot.Cases;

namespace ComplaintBot.Turns.Postgres;

/// <summary>Who read which case, in PostgreSQL.</summary>
/// <param name="database">The database; whoever opened it closes it.</param>
internal sealed class PostgresReadLog(PostgresDatabase database) : IReadLog
{
    /// <inheritdoc/>
    public Task NoteReadAsync(string subject, string person, DateTimeOffset at, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.ExecuteAsync(
            "INSERT INTO read_log (subject, person, hour, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING", subject, person, at.UtcTicks / TimeSpan.TicksPerHour, at.UtcTicks),
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<(string Person, DateTimeOffset At)>> ReadersAsync(string subject, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.AllAsync(
            """SELECT person, at FROM read_log WHERE subject = $1 ORDER BY at, person COLLATE "C" """, row => (row.GetString(0), new DateTimeOffset(row.GetInt64(1), TimeSpan.Zero)), subject),
        cancellationToken);
}

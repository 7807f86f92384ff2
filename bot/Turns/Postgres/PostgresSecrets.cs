using System.Security.Cryptography;

namespace ComplaintBot.Turns.Postgres;

/// <summary>Secrets that all nodes share. Each is made by whoever needs it first.</summary>
/// <param name="database">The database; whoever opened it closes it.</param>
internal sealed class PostgresSecrets(PostgresDatabase database)
{
    /// <summary>The secret of a name.</summary>
    /// <param name="name">What it is for.</param>
    /// <param name="size">Its size in bytes when it has to be made.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<byte[]> OfAsync(string name, int size, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            await session.ExecuteAsync("INSERT INTO secret (name, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING", name, RandomNumberGenerator.GetBytes(size)).ConfigureAwait(false);
            return (await session.FirstAsync("SELECT bytes FROM secret WHERE name = $1", row => row.GetFieldValue<byte[]>(0), name).ConfigureAwait(false))!;
        },
        cancellationToken);
}

using System.Globalization;
using System.Text;

namespace ComplaintBot.Turns.Postgres;

/// <summary>
/// The tables, made by numbered steps that are files of their own in <c>Migrations</c>; a released step is never changed. Nodes that start
/// together wait for each other.
/// </summary>
internal static class PostgresSchema
{
    private const string Folder = "Turns.Postgres.Migrations.";

    /// <summary>Ours among the locks of the database: "CpBt".</summary>
    private const long Lock = 0x43704274;

    /// <summary>The steps, in order.</summary>
    public static IReadOnlyList<(string Name, string Text)> Steps { get; } =
    [
        .. typeof(PostgresSchema).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name => (name[Folder.Length..], Read(name))),
    ];

    /// <summary>Brings the tables to this version, in the transaction of the caller.</summary>
    /// <returns>The number of the last step.</returns>
    /// <exception cref="StoreException">They are a newer version's, or the database can't hold our texts.</exception>
    public static async Task<long> PrepareAsync(PostgresSession session, PostgresSettings settings)
    {
        if (await session.NumberAsync("SELECT count(*) FROM pg_database WHERE datname = current_database() AND pg_encoding_to_char(encoding) = 'UTF8'").ConfigureAwait(false) == 0)
            throw new StoreException($"The database of PostgreSQL at {settings} does not hold all characters. Make one with: createdb --encoding UTF8 --template template0 NAME");

        await session.NumberAsync("SELECT count(*) FROM (SELECT pg_advisory_xact_lock($1)) AS held", Lock).ConfigureAwait(false);
        if (await session.NumberAsync("SELECT count(*) FROM pg_namespace WHERE nspname = $1", settings.Schema).ConfigureAwait(false) == 0)
            await session.ExecuteAsync($"CREATE SCHEMA {Quoted(settings.Schema)}").ConfigureAwait(false);
        await session.ExecuteAsync("CREATE TABLE IF NOT EXISTS schema_step (number BIGINT PRIMARY KEY, name TEXT NOT NULL, at TIMESTAMPTZ NOT NULL DEFAULT now())").ConfigureAwait(false);
        var done = await session.NumberAsync("SELECT coalesce(max(number), 0) FROM schema_step").ConfigureAwait(false);
        if (done > Steps.Count)
            throw new StoreException(string.Create(CultureInfo.InvariantCulture, $"The tables of PostgreSQL at {settings} are at step {done}; this version of the bot knows {Steps.Count}. Start the newer version they were made by, or restore a backup of before its first start."));
        for (var step = done; step < Steps.Count; step++)
        {
            await session.ExecuteAsync(Steps[(int)step].Text).ConfigureAwait(false);
            await session.ExecuteAsync("INSERT INTO schema_step (number, name) VALUES ($1, $2)", step + 1, Steps[(int)step].Name).ConfigureAwait(false);
        }

        return Steps.Count;
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(PostgresSchema).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

using System.Net.Sockets;
using Npgsql;

namespace ComplaintBot.Turns.Postgres;

/// <summary>Says in a sentence what PostgreSQL or the way to it reports, and what to do about it.</summary>
internal static class PostgresFailure
{
    /// <summary>Whether an exception is one that <see cref="Explain"/> knows.</summary>
    public static bool IsKnown(Exception error) => error is NpgsqlException or TimeoutException or SocketException;

    /// <summary>Whether the connection is gone.</summary>
    public static bool IsLost(NpgsqlException error) =>
        error is PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown } || error.InnerException is IOException or SocketException;

    /// <summary>Whether asking once more may do.</summary>
    public static bool IsPassing(NpgsqlException error) => IsLost(error) || error.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    /// <summary>The error as whoever runs the bot should read it.</summary>
    /// <param name="error">What was reported.</param>
    /// <param name="settings">How the server is reached.</param>
    /// <param name="mayBeWritten">Whether it was reported when all was said and only the server's word was missing.</param>
    public static StoreException Explain(Exception error, PostgresSettings settings, bool mayBeWritten)
    {
        var doubt = mayBeWritten && error is not PostgresException ? " What was under way may have been written, and asking again does no harm." : "";
        return new(Sentence(error, $"PostgreSQL at {settings}", settings.Schema) + doubt, error);
    }

    private static string Sentence(Exception error, string postgres, string schema) => error switch
    {
        PostgresException refused => Refusal(refused, postgres, schema),
        _ when error is TimeoutException || error.InnerException is TimeoutException => $"{postgres} did not answer in time. Look whether it is overloaded or its disk is slow.",
        _ => $"{postgres} cannot be reached. Start it, or correct Ledger:Postgres:Connection; the bot goes on by itself once it is there.",
    };

    private static string Refusal(PostgresException refused, string postgres, string schema) => refused.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => $"{postgres} refuses the user or the password. Correct Ledger:Postgres:Connection and Ledger:Postgres:Password.",
        PostgresErrorCodes.InvalidCatalogName => $"{postgres} has no such database. Make it with: createdb --encoding UTF8 NAME, or correct Ledger:Postgres:Connection.",
        PostgresErrorCodes.InsufficientPrivilege => $"{postgres} does not let this user do it. Give it the right to the schema {schema} and all its tables, or make it the owner of the database.",
        PostgresErrorCodes.DuplicateTable => $"The schema {schema} of {postgres} holds tables of another program. Name another one in Ledger:Postgres:Connection: Search Path=NAME.",
        PostgresErrorCodes.TooManyConnections => $"{postgres} has no connection left. Raise max_connections, or lower Maximum Pool Size in Ledger:Postgres:Connection.",
        PostgresErrorCodes.DiskFull => $"The disk of {postgres} is full. Free some space; nothing was written and the bot goes on once there is room.",
        PostgresErrorCodes.ReadOnlySqlTransaction => $"{postgres} is a replica and cannot be written. Name the primary in Ledger:Postgres:Connection.",
        PostgresErrorCodes.CannotConnectNow => $"{postgres} is starting or stopping. The bot goes on by itself once it is there.",
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown => $"{postgres} is being stopped. The bot goes on by itself once it is there.",
        _ => $"{postgres} refused what was asked (SQLSTATE {refused.SqlState}).",
    };
}

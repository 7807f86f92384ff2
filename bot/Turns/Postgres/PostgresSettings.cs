using Npgsql;

namespace ComplaintBot.Turns.Postgres;

/// <summary>How PostgreSQL is reached. See <c>Serving/README.md</c> for what to write.</summary>
internal sealed class PostgresSettings
{
    private const string OwnSchema = "complaints";

    /// <param name="connection">A connection string of Npgsql.</param>
    /// <param name="password">The password, when it stands apart from it; null when not.</param>
    /// <exception cref="ArgumentException">It is none.</exception>
    public PostgresSettings(string connection, string? password = null)
    {
        var builder = new NpgsqlConnectionStringBuilder(connection) { ApplicationName = "ComplaintBot", IncludeErrorDetail = false, PersistSecurityInfo = false };
        if (password is not null) builder.Password = password;
        if (string.IsNullOrEmpty(builder.SearchPath)) builder.SearchPath = OwnSchema;
        if (!builder.ShouldSerialize("Timeout")) builder.Timeout = 5;
        if (!builder.ShouldSerialize("Command Timeout")) builder.CommandTimeout = 10;
        (Host, Schema, Connection) = (builder.Host ?? "", builder.SearchPath, builder.ConnectionString);
        Name = $"{Host}:{builder.Port}/{builder.Database ?? builder.Username}";
    }

    /// <summary>The host; empty when none was named.</summary>
    public string Host { get; }

    /// <summary>The schema of the tables.</summary>
    public string Schema { get; }

    /// <summary>The whole connection string, password included. Never written anywhere.</summary>
    public string Connection { get; }

    private string Name { get; }

    /// <summary>Without the password.</summary>
    public override string ToString() => Name;
}

using ComplaintBot.Settings;
using ComplaintBot.Turns.Postgres;

namespace ComplaintBot.Serving;

/// <summary>Takes the settings below <c>Ledger</c>: where cases, people and keys are kept.</summary>
internal static class LedgerSection
{
    /// <summary>The name of the section.</summary>
    public const string Name = "Ledger";

    private const string Connection = $"{Name}:Postgres:Connection";
    private const string Example = "Host=postgres.internal;Database=complaints;Username=complaints";

    /// <summary>How PostgreSQL is reached; null for the embedded databases.</summary>
    public static PostgresSettings? Read(SettingsReader reader)
    {
        var kind = reader.Text($"{Name}:Kind", "sqlite");
        var (connection, password) = (reader.Text(Connection), reader.Text($"{Name}:Postgres:Password"));
        switch (kind)
        {
            case "sqlite" when connection is not null:
                reader.Wrong(Connection, Remedy.PostgresNeedsKind);
                break;
            case "postgres" when reader.Text($"{StoreSection.Name}:Kind") != "redis":
                reader.Wrong($"{Name}:Kind", Remedy.PostgresNeedsRedis, kind);
                break;
            case not ("sqlite" or "postgres"):
                reader.Wrong($"{Name}:Kind", Remedy.LedgerKind, kind);
                break;
        }

        return kind == "postgres" ? Read(reader, connection, password) : null;
    }

    private static PostgresSettings? Read(SettingsReader reader, string? connection, string? password)
    {
        try
        {
            var settings = new PostgresSettings(connection ?? "", password);
            if (settings.Host.Length > 0) return settings;
            reader.Wrong(Connection, Remedy.PostgresConnection, null, ("example", Example));
        }
        catch (ArgumentException)
        {
            // Neither the text nor the complaint about it is shown: a password may stand in both.
            reader.Wrong(Connection, Remedy.ConnectionString, null, ("example", Example));
        }

        return null;
    }
}

using Microsoft.Extensions.Logging;

namespace ComplaintBot.Turns.Postgres;

/// <summary>What the ledger in PostgreSQL writes to the log.</summary>
internal static partial class PostgresLog
{
    [LoggerMessage(2251, LogLevel.Warning, "{Weakness}")]
    public static partial void Weak(ILogger logger, string weakness);
}

using Microsoft.Extensions.Logging;

namespace ComplaintBot.Turns.Redis;

/// <summary>What the store in Redis writes to the log.</summary>
internal static partial class RedisLog
{
    [LoggerMessage(2201, LogLevel.Warning, "{Weakness}")]
    public static partial void Weak(ILogger logger, string weakness);

    [LoggerMessage(2202, LogLevel.Warning, "Case events could not be brought to the ledger; they wait in Redis and are brought later")]
    public static partial void CaseEventsNotBrought(ILogger logger, Exception failure);

    [LoggerMessage(2203, LogLevel.Error, "The ledger refuses events of case {Case}; they were put aside in Redis")]
    public static partial void CaseEventsRefused(ILogger logger, string @case, Exception failure);
}

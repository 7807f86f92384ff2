using Microsoft.Extensions.Logging;

namespace ComplaintBot.Serving;

/// <summary>What the server writes to the log: never an address with a token in it, never what a customer said.</summary>
internal static partial class ServingLog
{
    [LoggerMessage(3001, LogLevel.Error, "A request failed: {Method} {Route}")]
    public static partial void RequestFailed(ILogger logger, string method, string route, Exception failure);

    [LoggerMessage(3002, LogLevel.Error, "A request was refused because the store failed: {Method} {Route}")]
    public static partial void StoreFailed(ILogger logger, string method, string route, Exception failure);
}

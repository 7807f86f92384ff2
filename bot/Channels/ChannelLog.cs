using Microsoft.Extensions.Logging;

namespace ComplaintBot.Channels;

/// <summary>What channels write to the log: ids and numbers, never what a customer said, never an address with a token in it.</summary>
internal static partial class ChannelLog
{
    [LoggerMessage(4001, LogLevel.Warning, "{Channel}: a request was refused: {Reason}")]
    public static partial void Refused(ILogger logger, string channel, string reason);

    [LoggerMessage(4002, LogLevel.Warning, "{Channel}: {Trouble}")]
    public static partial void Troubled(ILogger logger, string channel, string trouble);

    [LoggerMessage(4003, LogLevel.Warning, "{Channel}: {What} did not work: {Failure}")]
    public static partial void NotDone(ILogger logger, string channel, string what, string failure);

    [LoggerMessage(4004, LogLevel.Information, "{Channel}: {State}")]
    public static partial void Said(ILogger logger, string channel, string state);

    [LoggerMessage(4005, LogLevel.Error, "{Channel}: {What} broke, and is tried again")]
    public static partial void Broke(ILogger logger, string channel, string what, Exception failure);
}

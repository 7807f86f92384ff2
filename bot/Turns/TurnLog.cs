using Microsoft.Extensions.Logging;

namespace ComplaintBot.Turns;

/// <summary>What turns write to the log: ids, never what a customer said.</summary>
internal static partial class TurnLog
{
    [LoggerMessage(2100, LogLevel.Information, "Turn {Turn} of {Channel} {Conversation}: {Stage} with {Owner} after {Milliseconds} ms, case {CaseNumber}")]
    public static partial void TurnDone(ILogger logger, long turn, string channel, string conversation, string stage, string owner, long milliseconds, string? caseNumber);

    [LoggerMessage(2101, LogLevel.Warning, "A turn failed, try {Try}: {Channel} {Conversation}")]
    public static partial void TurnFailed(ILogger logger, string channel, string conversation, int @try, Exception failure);

    [LoggerMessage(2102, LogLevel.Error, "A turn was given up and the customer told: {Channel} {Conversation}")]
    public static partial void TurnGivenUp(ILogger logger, string channel, string conversation, Exception failure);

    [LoggerMessage(2103, LogLevel.Error, "The inbox could not be worked off: {Channel} {Conversation}")]
    public static partial void InboxNotWorkedOff(ILogger logger, string channel, string conversation, Exception failure);

    [LoggerMessage(2104, LogLevel.Warning, "The outbox could not be worked off")]
    public static partial void OutboxNotWorkedOff(ILogger logger, Exception failure);

    [LoggerMessage(2105, LogLevel.Warning, "Reminders and expiry could not be looked after")]
    public static partial void ChoresNotDone(ILogger logger, Exception failure);

    [LoggerMessage(2106, LogLevel.Warning, "What other nodes have left could not be taken over")]
    public static partial void NotTakenOver(ILogger logger, Exception failure);
}

using Microsoft.Extensions.Logging;

namespace ComplaintBot.Desk.Handoff;

/// <summary>What handoffs write to the log: keys that are fit for it and states, never what was said.</summary>
internal static partial class HandoffLog
{
    [LoggerMessage(4301, LogLevel.Information, "Handoff of {Conversation} sent")]
    public static partial void Sent(ILogger logger, string conversation);

    [LoggerMessage(4302, LogLevel.Error, "Handoff of {Conversation} not sent, try {Attempt}: {Why}")]
    public static partial void NotSent(ILogger logger, string conversation, int attempt, string why);

    [LoggerMessage(4303, LogLevel.Information, "Handoff of {Conversation}: {State}")]
    public static partial void Said(ILogger logger, string conversation, string state);

    [LoggerMessage(4304, LogLevel.Warning, "Handoff of {Conversation}: a command was refused, {Code}")]
    public static partial void CommandRefused(ILogger logger, string conversation, string code);

    [LoggerMessage(4305, LogLevel.Warning, "A message for a handoff was refused: {Why}")]
    public static partial void MessageRefused(ILogger logger, string why);

    [LoggerMessage(4306, LogLevel.Error, "Handoffs could not be worked off")]
    public static partial void RoundFailed(ILogger logger, Exception failure);
}

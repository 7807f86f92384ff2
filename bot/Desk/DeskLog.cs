using Microsoft.Extensions.Logging;

namespace ComplaintBot.Desk;

/// <summary>What the desk writes to the log: ids, never what anybody said.</summary>
internal static partial class DeskLog
{
    [LoggerMessage(2301, LogLevel.Warning, "Absences at the desk could not be looked after")]
    public static partial void AbsencesNotLookedAfter(ILogger logger, Exception failure);

    [LoggerMessage(2303, LogLevel.Warning, "Open sockets could not be compared with their sessions")]
    public static partial void SessionsNotLookedAfter(ILogger logger, Exception failure);

    [LoggerMessage(2302, LogLevel.Warning, "A change could not be told to the desk")]
    public static partial void NotTold(ILogger logger, Exception failure);
}

using Microsoft.Extensions.Logging;

namespace ComplaintBot.Desk.Paging;

/// <summary>What paging writes to the log: ids and numbers, no names, addresses or links.</summary>
internal static partial class PagingLog
{
    [LoggerMessage(4201, LogLevel.Warning, "Page {Page} raised for {Case}, priority {Priority}")]
    public static partial void Raised(ILogger logger, string page, string @case, int priority);

    [LoggerMessage(4202, LogLevel.Information, "Page {Page}: try {Number} went out")]
    public static partial void Paged(ILogger logger, string page, int number);

    [LoggerMessage(4203, LogLevel.Error, "Page {Page}: try {Number} did not go out: {Outcome}")]
    public static partial void NotPaged(ILogger logger, string page, int number, string outcome);

    [LoggerMessage(4204, LogLevel.Information, "Page {Page} confirmed")]
    public static partial void Confirmed(ILogger logger, string page);

    [LoggerMessage(4205, LogLevel.Error, "Pages could not be worked off")]
    public static partial void RoundFailed(ILogger logger, Exception failure);
}

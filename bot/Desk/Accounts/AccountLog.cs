using Microsoft.Extensions.Logging;

namespace ComplaintBot.Desk.Accounts;

/// <summary>Who did what to accounts: ids of people, never names that were typed (people type passwords there), never passwords or tokens.</summary>
internal static partial class AccountLog
{
    [LoggerMessage(4001, LogLevel.Information, "Signed in: {Person} from {Address}")]
    public static partial void SignedIn(ILogger logger, string person, string address);

    [LoggerMessage(4002, LogLevel.Warning, "Sign-in refused: {Person} from {Address}")]
    public static partial void SignInRefused(ILogger logger, string person, string address);

    [LoggerMessage(4003, LogLevel.Warning, "Locked out after too many attempts: {Person} from {Address}")]
    public static partial void LockedOut(ILogger logger, string person, string address);

    [LoggerMessage(4004, LogLevel.Information, "Signed out: {Person}")]
    public static partial void SignedOut(ILogger logger, string person);

    [LoggerMessage(4005, LogLevel.Information, "Account of {Person} changed by {By}: {What}")]
    public static partial void Changed(ILogger logger, string person, string by, string what);

    [LoggerMessage(4006, LogLevel.Information, "Invited: {Person} by {By}")]
    public static partial void Invited(ILogger logger, string person, string by);
}

namespace ComplaintBot.Desk.Accounts;

/// <summary>An attempt to sign in, counted before the password is looked at.</summary>
/// <param name="IsAllowed">Whether it may be looked at.</param>
/// <param name="LockedUntil">When the next may be made: because there were too many, or because this is the last of them.</param>
internal readonly record struct SignInAttempt(bool IsAllowed, DateTimeOffset? LockedUntil);

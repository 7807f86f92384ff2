using ComplaintBot.Desk.Handoff;
using ComplaintBot.Desk.Paging;

namespace ComplaintBot.Desk.Accounts;

/// <summary>How people at the desk sign in, and how those outside of it are reached.</summary>
internal sealed record DeskSettings
{
    /// <summary>How long a session that is not used stays open.</summary>
    public TimeSpan IdleFor { get; init; } = TimeSpan.FromHours(8);

    /// <summary>How long a session lasts at most.</summary>
    public TimeSpan LastsFor { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How many attempts under one name may fail before it is locked.</summary>
    public int MostFailures { get; init; } = 5;

    /// <summary>How long it is locked.</summary>
    public TimeSpan LockedFor { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long an invitation is good for.</summary>
    public TimeSpan InvitedFor { get; init; } = TimeSpan.FromHours(24);

    /// <summary>What links begin with, without a path; null for the address a request came to.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Who is called when a case can't wait.</summary>
    public PagingSettings Paging { get; init; } = new();

    /// <summary>The contact centre of others, if there is one.</summary>
    public HandoffSettings Handoff { get; init; } = new();
}

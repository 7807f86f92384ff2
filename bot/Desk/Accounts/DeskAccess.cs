namespace ComplaintBot.Desk.Accounts;

/// <summary>Who may call an address of the desk. An address without one is for everybody who is signed in.</summary>
internal sealed record DeskAccess
{
    /// <summary>Whoever, signed in or not, from a page of ours.</summary>
    public static DeskAccess Anybody { get; } = new() { NeedsSignIn = false };

    /// <summary>Another system, which proves itself in its own way.</summary>
    public static DeskAccess Machine { get; } = new() { NeedsSignIn = false, NeedsPage = false };

    /// <summary>Whoever keeps people and teams.</summary>
    public static DeskAccess Admin { get; } = new() { NeedsAdmin = true };

    /// <summary>Whether somebody has to be signed in.</summary>
    public bool NeedsSignIn { get; init; } = true;

    /// <summary>Whether a change must come from a page of ours.</summary>
    public bool NeedsPage { get; init; } = true;

    /// <summary>Whether the person must keep people and teams.</summary>
    public bool NeedsAdmin { get; init; }

    /// <summary>The roles that may; none stands for all.</summary>
    public IReadOnlyList<DeskRole> Roles { get; init; } = [];

    /// <summary>Whether a person may.</summary>
    public bool Allows(DeskAccount account) => (!NeedsAdmin || account.MayAdminister) && (Roles.Count == 0 || Roles.Contains(account.Role));
}

namespace ComplaintBot.Desk.Accounts;

/// <summary>A person at the desk, with what signing in needs. Changed by one request at a time: a save with an old <see cref="Version"/> is refused.</summary>
internal sealed class DeskAccount
{
    /// <summary>Never changes and is never used again.</summary>
    public required string Id { get; init; }

    /// <summary>What the person is called, and signs in by.</summary>
    public required string Name { get; set; }

    /// <summary>The name as it is compared: two that differ in case only are the same.</summary>
    public string Key { get; set; } = "";

    /// <summary>What the person does.</summary>
    public required DeskRole Role { get; set; }

    /// <summary>Whether the person also keeps people and teams.</summary>
    public bool IsAdmin { get; set; }

    /// <summary>Whether the person may sign in.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>The hash of the password; null until an invitation has been accepted.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with everything that must end sessions and invitations.</summary>
    public string Stamp { get; set; } = "";

    /// <summary>The secret of the authenticator app, sealed; null without one.</summary>
    public string? TotpSecret { get; set; }

    /// <summary>A secret that is shown and not yet confirmed, sealed.</summary>
    public string? TotpPending { get; set; }

    /// <summary>The time step of the last code that was taken; no code is taken twice.</summary>
    public long TotpStep { get; set; }

    /// <summary>Hashes of the recovery codes that are left.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; set; } = [];

    /// <summary>Ids of the person's teams.</summary>
    public IReadOnlyList<string> Teams { get; set; } = [];

    /// <summary>Tags of the languages the person writes.</summary>
    public IReadOnlyList<string> Languages { get; set; } = [];

    /// <summary>Ids of the playbooks the person knows; none stands for all.</summary>
    public IReadOnlyList<string> Playbooks { get; set; } = [];

    /// <summary>How often the account was saved.</summary>
    public long Version { get; set; }

    /// <summary>Whether the person keeps people and teams, by role or beside it.</summary>
    public bool MayAdminister => IsAdmin || Role == DeskRole.Admin;
}

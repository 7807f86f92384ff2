namespace ComplaintBot.Desk.Accounts;

/// <summary>What became of a save.</summary>
internal enum AccountOutcome
{
    /// <summary>It is saved.</summary>
    Saved,

    /// <summary>Somebody else saved it since it was read; nothing was written.</summary>
    Stale,

    /// <summary>Another person has the name; nothing was written.</summary>
    NameTaken,

    /// <summary>Nobody would be left who may keep people; nothing was written.</summary>
    LastAdmin,
}

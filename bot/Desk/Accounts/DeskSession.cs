namespace ComplaintBot.Desk.Accounts;

/// <summary>A browser that somebody is signed in with.</summary>
/// <param name="Id">The hash of the key that the browser's cookie holds; whoever reads it can do nothing with it.</param>
/// <param name="Account">The person.</param>
/// <param name="Stamp">The person's stamp when the session began; another one now, and the session is over.</param>
/// <param name="CreatedAt">When it began.</param>
/// <param name="SeenAt">When it was last used, to the minute.</param>
/// <param name="EndsAt">When it ends whatever happens.</param>
/// <param name="Address">The address it began from.</param>
/// <param name="Client">What the browser called itself.</param>
internal sealed record DeskSession(string Id, string Account, string Stamp, DateTimeOffset CreatedAt, DateTimeOffset SeenAt, DateTimeOffset EndsAt, string Address, string Client)
{
    /// <summary>Whether it still lets its person in.</summary>
    /// <param name="account">The person as they are now.</param>
    /// <param name="now">The time.</param>
    /// <param name="idleFor">How long it may be unused.</param>
    public bool LetsIn(DeskAccount? account, DateTimeOffset now, TimeSpan idleFor) =>
        account is { IsActive: true } && account.Stamp == Stamp && now < EndsAt && now - SeenAt < idleFor;
}

using System.Security.Claims;

namespace ComplaintBot.Desk.Accounts;

/// <summary>Who is signed in, and by which session; as read from the store for this very request.</summary>
internal sealed class DeskIdentity : ClaimsIdentity
{
    /// <summary>The name of the scheme of sign-in.</summary>
    public const string Scheme = "desk";

    /// <summary>Makes the identity of a person in a session.</summary>
    public DeskIdentity(DeskAccount account, string session) : base([new Claim(ClaimTypes.NameIdentifier, account.Id), new Claim(ClaimTypes.Name, account.Name)], Scheme) =>
        (Account, Session) = (account, session);

    private DeskIdentity(DeskIdentity other) : base(other) => (Account, Session) = (other.Account, other.Session);

    /// <summary>The person.</summary>
    public DeskAccount Account { get; }

    /// <summary>The id of the session; empty for one that only begins.</summary>
    public string Session { get; }

    /// <inheritdoc/>
    public override ClaimsIdentity Clone() => new DeskIdentity(this);
}

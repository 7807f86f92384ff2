using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Playbooks;

namespace ComplaintBot.Desk.Accounts;

/// <summary>The JSON of people, teams and sessions, generated when the program is built.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = 8)]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(SignInBody))]
[JsonSerializable(typeof(PasswordBody))]
[JsonSerializable(typeof(CodeBody))]
[JsonSerializable(typeof(AcceptBody))]
[JsonSerializable(typeof(PersonBody))]
[JsonSerializable(typeof(TeamBody))]
[JsonSerializable(typeof(MeView))]
[JsonSerializable(typeof(PersonView))]
[JsonSerializable(typeof(PersonView[]))]
[JsonSerializable(typeof(InvitedView))]
[JsonSerializable(typeof(NewPersonView))]
[JsonSerializable(typeof(InviteView))]
[JsonSerializable(typeof(SessionView[]))]
[JsonSerializable(typeof(TotpView))]
[JsonSerializable(typeof(RecoveryView))]
[JsonSerializable(typeof(Team))]
[JsonSerializable(typeof(Team[]))]
[JsonSerializable(typeof(PlaybookView[]))]
internal sealed partial class AccountJson : JsonSerializerContext;

/// <summary>Asks to sign in.</summary>
internal sealed record SignInBody(string? Name, string? Password, string? Code);

/// <summary>Asks for another password, or proves the present one.</summary>
internal sealed record PasswordBody(string? Old, string? New, string? Password);

/// <summary>A code of an authenticator app.</summary>
internal sealed record CodeBody(string? Code);

/// <summary>Accepts an invitation.</summary>
internal sealed record AcceptBody(string? Name, string? Password);

/// <summary>A person as an admin writes it; what is left out stays.</summary>
internal sealed record PersonBody(string? Name, string? Role, bool? Admin, bool? Active, bool? Totp, string[]? Teams, string[]? Languages, string[]? Playbooks);

/// <summary>A team as an admin writes it; what is left out stays.</summary>
internal sealed record TeamBody(string? Name, string[]? Playbooks, string[]? Languages, bool? ForAbuse);

/// <summary>Who is signed in.</summary>
internal sealed record MeView(
    string Id, string Name, DeskRole Role, bool Admin, IReadOnlyList<string> Teams, IReadOnlyList<string> Languages, IReadOnlyList<string> Playbooks, bool Totp, string? Presence, IReadOnlyDictionary<string, decimal> Limits);

/// <summary>A person as admins see it.</summary>
internal sealed record PersonView(
    string Id, string Name, DeskRole Role, bool Admin, IReadOnlyList<string> Teams, IReadOnlyList<string> Languages, IReadOnlyList<string> Playbooks, bool Totp, bool Active, bool Invited)
{
    /// <summary>What of a person may be shown.</summary>
    public static PersonView Of(DeskAccount account) => new(
        account.Id, account.Name, account.Role, account.MayAdminister, account.Teams, account.Languages, account.Playbooks, account.TotpSecret is not null, account.IsActive, account.PasswordHash is null);
}

/// <summary>Whom an invitation is for.</summary>
internal sealed record InvitedView(string Name, DeskRole Role);

/// <summary>A person that was added, and the link to send.</summary>
internal sealed record NewPersonView(PersonView Person, string Invite);

/// <summary>A link to send.</summary>
internal sealed record InviteView(string Invite);

/// <summary>A session as its person sees it.</summary>
internal sealed record SessionView(string Id, bool Current, DateTimeOffset CreatedAt, DateTimeOffset SeenAt, string Address, string Client);

/// <summary>The secret for an authenticator app.</summary>
internal sealed record TotpView(string Secret, string Uri);

/// <summary>Recovery codes, shown once.</summary>
internal sealed record RecoveryView(IReadOnlyList<string> Recovery);

/// <summary>A playbook that people and teams may know.</summary>
internal sealed record PlaybookView(string Id, LocalizedText Name);

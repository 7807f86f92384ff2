using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Desk.Accounts;

/// <summary>
/// Decides whether somebody may come in. An attempt is counted before the password is looked at, so that a hundred at once get no more
/// tries than five in a row; and under every name alike, so that neither the answer nor its time tells which names there are.
/// </summary>
internal sealed class SignIns(DeskParts parts, ILogger log)
{
    private static readonly DeskAccount Nobody = new() { Id = "", Name = "", Role = DeskRole.Auditor };

    private readonly PasswordHasher<DeskAccount> hasher = new(parts.Hashing);
    private readonly Lazy<string> decoy = new(() => new PasswordHasher<DeskAccount>(parts.Hashing).HashPassword(Nobody, Secrets.Draw(parts.Ids)));

    /// <summary>Tries.</summary>
    /// <returns>Who may come in, or why not.</returns>
    public async Task<(DeskAccount? Account, AccountProblem? Problem)> TryAsync(AccountManager manager, SignInBody body, string address, CancellationToken cancellationToken)
    {
        var (name, password) = (body.Name ?? "", body.Password ?? "");
        if (name.Length > NameRules.Most || password.Length > PasswordRules.Most) return (null, AccountProblem.Wrong);
        var key = Secrets.Hash(DeskPeople.KeyOf(name));
        var attempt = await parts.Sessions.BeginAttemptAsync(key, parts.Clock.GetUtcNow(), (parts.Settings.MostFailures, parts.Settings.LockedFor), cancellationToken).ConfigureAwait(false);
        if (!attempt.IsAllowed) return (null, AccountProblem.Locked(attempt.LockedUntil!.Value));
        var account = await manager.FindByNameAsync(name).ConfigureAwait(false);
        if (!await IsRightAsync(manager, account, password).ConfigureAwait(false)) return (null, Refused(account, attempt, address));
        if (account!.TotpSecret is not null)
        {
            if (string.IsNullOrWhiteSpace(body.Code))
            {
                await parts.Sessions.TakeBackAttemptAsync(key, cancellationToken).ConfigureAwait(false);
                return (null, AccountProblem.CodeNeeded);
            }

            if (!await manager.TakeCodeAsync(account, body.Code).ConfigureAwait(false)) return (null, Refused(account, attempt, address));
        }

        await parts.Sessions.ForgetAttemptsAsync(key, cancellationToken).ConfigureAwait(false);
        AccountLog.SignedIn(log, account.Id, address);
        return (account, null);
    }

    /// <summary>Whether a signed-in person knows the own password; failures count as failed sign-ins.</summary>
    public async Task<AccountProblem?> ProveAsync(AccountManager manager, DeskAccount account, string? password, CancellationToken cancellationToken)
    {
        var key = Secrets.Hash(account.Key);
        var attempt = await parts.Sessions.BeginAttemptAsync(key, parts.Clock.GetUtcNow(), (parts.Settings.MostFailures, parts.Settings.LockedFor), cancellationToken).ConfigureAwait(false);
        if (!attempt.IsAllowed) return AccountProblem.Locked(attempt.LockedUntil!.Value);
        if (password is not { Length: <= PasswordRules.Most } || !await IsRightAsync(manager, account, password).ConfigureAwait(false)) return AccountProblem.Bad("wrong-password");
        await parts.Sessions.ForgetAttemptsAsync(key, cancellationToken).ConfigureAwait(false);
        return null;
    }

    private async Task<bool> IsRightAsync(AccountManager manager, DeskAccount? account, string password)
    {
        if (account is { IsActive: true, PasswordHash: not null }) return await manager.CheckPasswordAsync(account, password).ConfigureAwait(false);
        hasher.VerifyHashedPassword(Nobody, decoy.Value, password);
        return false;
    }

    private AccountProblem Refused(DeskAccount? account, SignInAttempt attempt, string address)
    {
        var person = account?.Id ?? "nobody of that name";
        AccountLog.SignInRefused(log, person, address);
        if (attempt.LockedUntil is not { } until) return AccountProblem.Wrong;
        AccountLog.LockedOut(log, person, address);
        return AccountProblem.Locked(until);
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ComplaintBot.Desk.Accounts;

/// <summary>
/// Identity's manager of people, with codes by our clock. Failed attempts are not counted here: Identity counts them after the password,
/// and only for names there are.
/// </summary>
internal sealed class AccountManager(
    AccountUserStore store, IPasswordHasher<DeskAccount> hasher, IEnumerable<IUserValidator<DeskAccount>> names, IEnumerable<IPasswordValidator<DeskAccount>> passwords, IServiceProvider services, TimeProvider clock)
    : UserManager<DeskAccount>(
        store,
        (IOptions<IdentityOptions>)services.GetService(typeof(IOptions<IdentityOptions>))!,
        hasher,
        names,
        passwords,
        (ILookupNormalizer)services.GetService(typeof(ILookupNormalizer))!,
        new IdentityErrorDescriber(),
        services,
        (ILogger<UserManager<DeskAccount>>)services.GetService(typeof(ILogger<UserManager<DeskAccount>>))!)
{
    private const int RecoveryCodes = 10;

    /// <summary>Sets a password, where there may be one already. All sessions and invitations end.</summary>
    public async Task<IdentityResult> SetPasswordAsync(DeskAccount account, string password)
    {
        var result = await UpdatePasswordHash(account, password, validatePassword: true).ConfigureAwait(false);
        return result.Succeeded ? await UpdateUserAsync(account).ConfigureAwait(false) : result;
    }

    /// <summary>Ends all sessions and invitations with the next save.</summary>
    public static void ChangeStamp(DeskAccount account, Turns.IIdSource ids) => account.Stamp = Convert.ToHexStringLower(ids.Salt());

    /// <summary>Whether a code is the authenticator app's of this moment, or a recovery code that is left. Taken ones are never taken again.</summary>
    public async Task<bool> TakeCodeAsync(DeskAccount account, string code)
    {
        if (store.Open(account.TotpSecret) is { } secret && Totp.Match(secret, code, clock.GetUtcNow(), account.TotpStep) is { } step)
        {
            account.TotpStep = step;
            return (await UpdateUserAsync(account).ConfigureAwait(false)).Succeeded;
        }

        return code.Length <= 40 && (await RedeemTwoFactorRecoveryCodeAsync(account, code).ConfigureAwait(false)).Succeeded;
    }

    /// <summary>Begins with an authenticator app: a secret that counts for nothing until it is confirmed.</summary>
    public async Task<string?> BeginTotpAsync(DeskAccount account, byte[] secret)
    {
        account.TotpPending = store.Close(secret);
        return (await UpdateUserAsync(account).ConfigureAwait(false)).Succeeded ? Totp.Write(secret) : null;
    }

    /// <summary>Confirms it with a code, from which moment on codes are needed.</summary>
    /// <returns>Recovery codes, shown this one time; null when the code is wrong or there is nothing to confirm.</returns>
    public async Task<IReadOnlyList<string>?> ConfirmTotpAsync(DeskAccount account, string code)
    {
        if (store.Open(account.TotpPending) is not { } secret || Totp.Match(secret, code, clock.GetUtcNow(), 0) is not { } step) return null;
        await store.SetTwoFactorEnabledAsync(account, true, CancellationToken.None).ConfigureAwait(false);
        account.TotpStep = step;
        return await GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes).ConfigureAwait(false) is { } codes ? [.. codes] : null;
    }

    /// <summary>Does without an authenticator app again.</summary>
    public async Task<IdentityResult> EndTotpAsync(DeskAccount account)
    {
        await store.SetTwoFactorEnabledAsync(account, false, CancellationToken.None).ConfigureAwait(false);
        return await UpdateUserAsync(account).ConfigureAwait(false);
    }
}

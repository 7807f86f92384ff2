using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace ComplaintBot.Desk.Accounts;

/// <summary>Lets ASP.NET Core Identity work on our accounts. It keeps nothing itself; secrets of authenticator apps are sealed before they are stored, recovery codes hashed.</summary>
internal sealed class AccountUserStore(IAccountStore accounts, IDataProtectionProvider protection) :
    IUserPasswordStore<DeskAccount>, IUserSecurityStampStore<DeskAccount>, IUserTwoFactorStore<DeskAccount>, IUserAuthenticatorKeyStore<DeskAccount>, IUserTwoFactorRecoveryCodeStore<DeskAccount>
{
    /// <summary>The code of the failure that nobody would be left to keep people.</summary>
    public const string LastAdmin = "LastAdmin";

    private readonly IDataProtector seal = protection.CreateProtector("desk-totp");

    /// <summary>Opens a sealed secret; null when the keys that sealed it are gone.</summary>
    public byte[]? Open(string? sealedSecret)
    {
        if (sealedSecret is null) return null;
        try
        {
            return Totp.Read(seal.Unprotect(sealedSecret));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Seals a secret.</summary>
    public string Close(byte[] secret) => seal.Protect(Totp.Write(secret));

    /// <inheritdoc/>
    public async Task<IdentityResult> CreateAsync(DeskAccount user, CancellationToken cancellationToken) => Result(await accounts.TryAddAsync(user, cancellationToken).ConfigureAwait(false), user);

    /// <inheritdoc/>
    public async Task<IdentityResult> UpdateAsync(DeskAccount user, CancellationToken cancellationToken) => Result(await accounts.TryUpdateAsync(user, cancellationToken).ConfigureAwait(false), user);

    /// <inheritdoc/>
    public Task<IdentityResult> DeleteAsync(DeskAccount user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("People are not deleted: their name stands in transcripts. Set them inactive with PATCH /desk/api/people/{id}.");

    /// <inheritdoc/>
    public Task<DeskAccount?> FindByIdAsync(string userId, CancellationToken cancellationToken) => accounts.FindAsync(userId, cancellationToken);

    /// <inheritdoc/>
    public Task<DeskAccount?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => accounts.FindByKeyAsync(normalizedUserName, cancellationToken);

    /// <inheritdoc/>
    public Task<string> GetUserIdAsync(DeskAccount user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    /// <inheritdoc/>
    public Task<string?> GetUserNameAsync(DeskAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    /// <inheritdoc/>
    public Task SetUserNameAsync(DeskAccount user, string? userName, CancellationToken cancellationToken) => Do(() => user.Name = userName ?? "");

    /// <inheritdoc/>
    public Task<string?> GetNormalizedUserNameAsync(DeskAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Key);

    /// <inheritdoc/>
    public Task SetNormalizedUserNameAsync(DeskAccount user, string? normalizedName, CancellationToken cancellationToken) => Do(() => user.Key = normalizedName ?? "");

    /// <inheritdoc/>
    public Task SetPasswordHashAsync(DeskAccount user, string? passwordHash, CancellationToken cancellationToken) => Do(() => user.PasswordHash = passwordHash);

    /// <inheritdoc/>
    public Task<string?> GetPasswordHashAsync(DeskAccount user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    /// <inheritdoc/>
    public Task<bool> HasPasswordAsync(DeskAccount user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    /// <inheritdoc/>
    public Task SetSecurityStampAsync(DeskAccount user, string stamp, CancellationToken cancellationToken) => Do(() => user.Stamp = stamp);

    /// <inheritdoc/>
    public Task<string?> GetSecurityStampAsync(DeskAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Stamp);

    /// <inheritdoc/>
    public Task SetTwoFactorEnabledAsync(DeskAccount user, bool enabled, CancellationToken cancellationToken) => Do(() =>
    {
        if (enabled) (user.TotpSecret, user.TotpPending) = (user.TotpPending ?? user.TotpSecret, null);
        else (user.TotpSecret, user.TotpPending, user.RecoveryCodes) = (null, null, []);
    });

    /// <inheritdoc/>
    public Task<bool> GetTwoFactorEnabledAsync(DeskAccount user, CancellationToken cancellationToken) => Task.FromResult(user.TotpSecret is not null);

    /// <inheritdoc/>
    public Task SetAuthenticatorKeyAsync(DeskAccount user, string key, CancellationToken cancellationToken) => Do(() => user.TotpPending = seal.Protect(key));

    /// <inheritdoc/>
    public Task<string?> GetAuthenticatorKeyAsync(DeskAccount user, CancellationToken cancellationToken) =>
        Task.FromResult(Open(user.TotpPending ?? user.TotpSecret) is { } secret ? Totp.Write(secret) : null);

    /// <inheritdoc/>
    public Task ReplaceCodesAsync(DeskAccount user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        Do(() => user.RecoveryCodes = [.. recoveryCodes.Select(code => Secrets.Hash(Plain(code)))]);

    /// <inheritdoc/>
    public Task<bool> RedeemCodeAsync(DeskAccount user, string code, CancellationToken cancellationToken)
    {
        var hash = Secrets.Hash(Plain(code));
        var isOne = user.RecoveryCodes.Contains(hash);
        user.RecoveryCodes = [.. user.RecoveryCodes.Where(one => one != hash)];
        return Task.FromResult(isOne);
    }

    /// <inheritdoc/>
    public Task<int> CountCodesAsync(DeskAccount user, CancellationToken cancellationToken) => Task.FromResult(user.RecoveryCodes.Count);

    /// <inheritdoc/>
    public void Dispose()
    {
        // The stores belong to whoever opened them.
    }

    /// <summary>A recovery code as it is compared: how it was grouped, and in which case, does not matter.</summary>
    private static string Plain(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    private static Task Do(Action change)
    {
        change();
        return Task.CompletedTask;
    }

    private static IdentityResult Result(AccountOutcome outcome, DeskAccount user)
    {
        var describer = new IdentityErrorDescriber();
        return outcome switch
        {
            AccountOutcome.Saved => IdentityResult.Success,
            AccountOutcome.NameTaken => IdentityResult.Failed(describer.DuplicateUserName(user.Name)),
            AccountOutcome.LastAdmin => IdentityResult.Failed(new IdentityError { Code = LastAdmin }),
            _ => IdentityResult.Failed(describer.ConcurrencyFailure()),
        };
    }
}

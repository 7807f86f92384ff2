using ComplaintBot.Turns;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace ComplaintBot.Desk.Accounts;

/// <summary>
/// Links that let a person set a password, once. They are also how a forgotten password is replaced. The token stands behind the
/// <c>#</c>, so no server or proxy writes it to a log.
/// </summary>
internal sealed class Invitations(DeskParts parts)
{
    /// <summary>The name the first admin has until it is changed in accepting.</summary>
    public const string FirstName = "admin";

    /// <summary>Makes a link; an earlier one of the person is void.</summary>
    /// <param name="account">Who is invited.</param>
    /// <param name="address">What the link begins with, without a path.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<string> LinkAsync(DeskAccount account, string address, CancellationToken cancellationToken)
    {
        var token = Secrets.Draw(parts.Ids);
        await parts.Accounts.InviteAsync(account, Secrets.Hash(token), parts.Clock.GetUtcNow() + parts.Settings.InvitedFor, cancellationToken).ConfigureAwait(false);
        return $"{parts.Settings.PublicUrl ?? address}/desk/#/invite/{token}";
    }

    /// <summary>The link for the first admin, who can also do everything at the desk: in a small business it is one person. Given as long as nobody keeps people yet; null afterwards.</summary>
    public async Task<string?> FirstAsync(string address, UserManager<DeskAccount> manager, CancellationToken cancellationToken)
    {
        var all = await parts.Accounts.AllAsync(cancellationToken).ConfigureAwait(false);
        if (all.Any(account => account is { MayAdminister: true, IsActive: true, PasswordHash: not null })) return null;
        var first = Keeper(all);
        if (first is null)
        {
            first = new() { Id = parts.Ids.Delivery(), Name = FirstName, Role = DeskRole.Manager, IsAdmin = true };
            if (await manager.CreateAsync(first).ConfigureAwait(false) is { Succeeded: false })
            {
                // Another node that starts at the same moment may have been faster.
                first = Keeper(await parts.Accounts.AllAsync(cancellationToken).ConfigureAwait(false))
                    ?? throw new StoreException($"The name '{FirstName}' is taken by somebody who is no admin. Restore a backup of the database of the desk.");
            }
        }

        return await LinkAsync(first, address, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whom a token invites, or null.</summary>
    public Task<DeskAccount?> InvitedAsync(string token, CancellationToken cancellationToken) => parts.Accounts.InvitedAsync(Secrets.Hash(token), parts.Clock.GetUtcNow(), cancellationToken);

    /// <summary>The address a request came to.</summary>
    public static string AddressOf(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    private static DeskAccount? Keeper(IEnumerable<DeskAccount> all) => all.FirstOrDefault(account => account is { MayAdminister: true, IsActive: true });
}

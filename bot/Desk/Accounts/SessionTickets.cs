using System.Net;
using System.Security.Claims;
using ComplaintBot.Turns;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Desk.Accounts;

/// <summary>
/// Keeps sessions in the store instead of in the cookie, which holds a key and nothing else. So a session that is revoked, or whose person
/// changed the password or left, is out with its next request.
/// </summary>
internal sealed class SessionTickets(IAccountStore accounts, ISessionStore sessions, DeskSettings settings, IIdSource ids, TimeProvider clock) : ITicketStore
{
    private const int MostClient = 200;

    /// <summary>How exactly the last use is known; every request would be a write else.</summary>
    private static readonly TimeSpan Precision = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public Task<string> StoreAsync(AuthenticationTicket ticket) => throw new NotSupportedException("A session begins with a request.");

    /// <inheritdoc/>
    public async Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var account = ((DeskIdentity)ticket.Principal.Identity!).Account;
        var (key, now) = (Secrets.Draw(ids), clock.GetUtcNow());
        var client = httpContext.Request.Headers.UserAgent.ToString();
        await sessions.ExpireAsync(now, now - settings.IdleFor, cancellationToken).ConfigureAwait(false);
        await sessions.KeepAsync(
            new(Secrets.Hash(key), account.Id, account.Stamp, now, now, now + settings.LastsFor, Address(httpContext.Connection.RemoteIpAddress), client.Length <= MostClient ? client : client[..MostClient]),
            cancellationToken).ConfigureAwait(false);
        return key;
    }

    /// <inheritdoc/>
    public Task RenewAsync(string key, AuthenticationTicket ticket) => sessions.RenewAsync(Secrets.Hash(key), ((DeskIdentity)ticket.Principal.Identity!).Account.Stamp, CancellationToken.None);

    /// <inheritdoc/>
    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var (id, now) = (Secrets.Hash(key), clock.GetUtcNow());
        if (await sessions.FindAsync(id, CancellationToken.None).ConfigureAwait(false) is not { } session) return null;
        var account = await accounts.FindAsync(session.Account, CancellationToken.None).ConfigureAwait(false);

        // A session that is over is left for expiry to clear away: another request may be changing the stamp of both this very moment.
        if (account is null || !session.LetsIn(account, now, settings.IdleFor)) return null;
        if (now - session.SeenAt >= Precision) await sessions.TouchAsync(id, now, CancellationToken.None).ConfigureAwait(false);
        var lasting = new AuthenticationProperties { IsPersistent = true, IssuedUtc = session.CreatedAt, ExpiresUtc = session.EndsAt, AllowRefresh = false };
        return new(new ClaimsPrincipal(new DeskIdentity(account, id)), lasting, DeskIdentity.Scheme);
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string key)
    {
        if (await sessions.FindAsync(Secrets.Hash(key), CancellationToken.None).ConfigureAwait(false) is { } session)
            await sessions.EndAsync(session.Account, session.Id, CancellationToken.None).ConfigureAwait(false);
    }

    private static string Address(IPAddress? address) => (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.ToString() ?? "";
}

using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Channels.DirectLine;

/// <summary>
/// <c>POST /chat/token</c>: how a page gets to talk without a secret. The origin of the page decides the site; the customer is a random
/// <c>dl_</c> user. Whoever comes back with the <c>resume</c> of an earlier answer gets a new token for the same conversation.
/// </summary>
internal sealed class ChatToken(DirectLineParts parts, DirectLineAccess access)
{
    /// <summary>The path.</summary>
    public const string Path = "/chat/token";

    private const int MostBytes = 16_384;

    /// <summary>Answers with <c>{token, expires_in, userId, conversationId, resume}</c>.</summary>
    public async Task<Refusal?> IssueAsync(HttpContext context)
    {
        if (access.SiteOfPage(context.Request, out var site) is { } foreign) return foreign;
        if (parts.RequestLimits.Token(context) is { } throttled) return throttled;
        if (await Bodies.ReadAsync(context.Request, MostBytes).ConfigureAwait(false) is not { } body) return Refusal.TooLarge(MostBytes, "bytes");
        if (DirectLineWire.Read(body, out var request) is { } unreadable) return unreadable;
        var grant = Returning(request, site) ?? new Grant(GrantUse.Chat, site, parts.Ids.Delivery())
        {
            User = ClientActivity.ProvenPrefix + parts.Ids.Delivery(),
            Playbook = request.Playbook,
            Locale = request.Locale is { Length: <= 35 } tag ? tag : null,
        };
        if (grant.Playbook is { } wanted && !parts.Channel.PlaybooksOf(site).Contains(wanted)) return Refusal.Bad($"there is no such playbook here; there are {string.Join(", ", parts.Channel.PlaybooksOf(site))}");
        var life = parts.Settings.TokenLife;
        var answer = DirectLineWire.Object(
            ("token", parts.Signer.Issue(grant, life)),
            ("expires_in", (long)life.TotalSeconds),
            ("userId", grant.User),
            ("conversationId", grant.Conversation),
            ("resume", parts.Signer.Issue(grant with { Use = GrantUse.Resume }, parts.Settings.ResumeLife)));
        await DirectLineEndpoints.JsonAsync(context, StatusCodes.Status200OK, answer).ConfigureAwait(false);
        return null;
    }

    /// <summary>What an earlier answer allowed; null when there was none, or it has run out or belongs to another site: then the customer begins anew.</summary>
    private Grant? Returning(ClientRequest request, string site) =>
        request.Resume is { } resume && parts.Signer.Read(resume, GrantUse.Resume) is GrantReading.Valid { Grant: var grant } && grant.Site == site ? grant with { Use = GrantUse.Chat } : null;
}

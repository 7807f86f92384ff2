using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Channels.DirectLine;

/// <summary>Who may do what: secrets, tokens and origins.</summary>
internal sealed class DirectLineAccess(DirectLineSettings settings, TokenSigner signer)
{
    private const string Scheme = "Bearer ";

    private readonly (string Site, byte[] Hash)[] secrets = [.. from site in settings.Sites where site.Value.Secret is not null select (site.Key, Hash(site.Value.Secret!))];

    /// <summary>Reads who calls, for one conversation or for beginning.</summary>
    /// <param name="request">The request.</param>
    /// <param name="conversation">The conversation it is about; null when it names none.</param>
    /// <param name="caller">Who calls, unless refused.</param>
    public Refusal? Admit(HttpRequest request, string? conversation, out Caller caller)
    {
        caller = new("", null);
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || header.Length == Scheme.Length) return Refusal.NoCredential;
        var credential = header[Scheme.Length..].Trim();
        if (SiteOf(credential) is { } site)
        {
            caller = new(site, null);
            return OriginOf(request, caller);
        }

        switch (signer.Read(credential, GrantUse.Chat))
        {
            case GrantReading.Expired:
                return Refusal.Expired;
            case GrantReading.Valid { Grant: var grant }:
                caller = new(grant.Site, grant);
                if (conversation is not null && conversation != grant.Conversation) return Refusal.WrongScope;
                return settings.Sites.ContainsKey(grant.Site) ? OriginOf(request, caller) : Refusal.BadCredential;
            default:
                return Refusal.BadCredential;
        }
    }

    /// <summary>Reads the credential in the address of a stream.</summary>
    public Refusal? AdmitToStream(HttpRequest request, string conversation, out Caller caller)
    {
        caller = new("", null);
        switch (signer.Read(request.Query["t"].ToString(), GrantUse.Stream))
        {
            case GrantReading.Expired:
                return Refusal.Expired;
            case GrantReading.Valid { Grant: var grant }:
                caller = new(grant.Site, grant);
                return grant.Conversation == conversation ? OriginOf(request, caller) : Refusal.WrongScope;
            default:
                return Refusal.WrongScope;
        }
    }

    /// <summary>The site whose page asks, by its origin; our own pages belong to the default site.</summary>
    public Refusal? SiteOfPage(HttpRequest request, out string site)
    {
        var origin = request.Headers.Origin.ToString();
        site = IsOwn(request, origin) ? DirectLineSettings.DefaultSite : settings.Sites.FirstOrDefault(one => Lists(one.Value.Origins, origin)).Key ?? "";
        return settings.Sites.ContainsKey(site) ? null : Refusal.Origin(origin);
    }

    /// <summary>Whether pages of an origin may call us at all.</summary>
    public bool Knows(HttpRequest request, string origin) => IsOwn(request, origin) || settings.Sites.Values.Any(site => Lists(site.Origins, origin));

    /// <summary>The address customers reach us by.</summary>
    public string BaseUrl(HttpRequest request) => settings.PublicUrl ?? $"{request.Scheme}://{request.Host}";

    private Refusal? OriginOf(HttpRequest request, Caller caller)
    {
        var origin = request.Headers.Origin.ToString();
        if (caller.Grant?.Origins is { Count: > 0 } trusted) return Lists(trusted, origin) ? null : Refusal.Origin(origin);
        return origin.Length == 0 || IsOwn(request, origin) || Lists(settings.Sites[caller.Site].Origins, origin) ? null : Refusal.Origin(origin);
    }

    private bool IsOwn(HttpRequest request, string origin) => origin.Length > 0
        && (string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase) || string.Equals(origin, settings.PublicUrl, StringComparison.OrdinalIgnoreCase));

    private static bool Lists(IReadOnlyList<string> origins, string origin) => origin.Length > 0 && origins.Contains(origin, StringComparer.OrdinalIgnoreCase);

    /// <summary>The site a secret belongs to. Hashes are compared, all of them, so that time tells nothing of length or place.</summary>
    private string? SiteOf(string credential)
    {
        var given = Hash(credential);
        string? found = null;
        foreach (var (name, secret) in secrets)
            if (CryptographicOperations.FixedTimeEquals(given, secret)) found = name;
        return found;
    }

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

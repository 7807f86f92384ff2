using ComplaintBot.Dialogs.Runtime.Activities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ComplaintBot.Channels.BotFramework;

/// <summary>
/// Callers prove themselves with a token: channels with one for exactly the address they want answers at, signed by a key that is endorsed for
/// them; the Emulator with one of our own app; other bots with one of theirs, when we know them.
/// </summary>
internal sealed class BotFrameworkSignature(BotFrameworkSettings settings, BotFrameworkKeys channels, BotFrameworkKeys directory, TimeProvider clock)
{
    private const string Scheme = "Bearer ";
    private const int LongestToken = 16_384;

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly JsonWebTokenHandler handler = new() { MaximumTokenSizeInBytes = LongestToken };
    private readonly IReadOnlyList<string> issuers = settings.Cloud.Issuers(settings.Tenant);

    /// <summary>Who called; null when the token does not prove it.</summary>
    /// <param name="authorization">The header.</param>
    /// <param name="activity">What came with it.</param>
    /// <exception cref="BotFrameworkException">The keys to check it by can't be had.</exception>
    public async Task<BotFrameworkCaller?> CallerAsync(string? authorization, Activity activity)
    {
        if (authorization is not { Length: > 10 and <= LongestToken } || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return null;
        var token = authorization[Scheme.Length..].Trim();
        if (!handler.CanReadToken(token) || Read(token) is not { } unproven) return null;

        // What a token says of its issuer only decides which keys it is checked by.
        if (unproven.Issuer == settings.Cloud.Issuer)
            return await IsChannelAsync(token, unproven, activity).ConfigureAwait(false) ? new(BotFrameworkCallerKind.Channel, null) : null;
        if (await ProvenAsync(token, unproven, directory, issuers).ConfigureAwait(false) is not var (proven, _)) return null;
        var app = Claim(proven, "ver") switch { "1.0" => Claim(proven, "appid"), "2.0" => Claim(proven, "azp"), _ => null };
        if (app is null) return null;
        if (Same(app, settings.AppId)) return new(BotFrameworkCallerKind.Emulator, settings.AppId);
        return settings.Callers.FirstOrDefault(one => Same(one, app)) is { } caller ? new(BotFrameworkCallerKind.Skill, caller.ToLowerInvariant()) : null;
    }

    private async Task<bool> IsChannelAsync(string token, JsonWebToken unproven, Activity activity)
    {
        if (await ProvenAsync(token, unproven, channels, [settings.Cloud.Issuer]).ConfigureAwait(false) is not var (proven, key)) return false;
        var service = Claim(proven, "serviceurl") ?? Claim(proven, "serviceUrl");
        return service is not null && string.Equals(service, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase)
            && key.Endorsements is { } endorsed && endorsed.Contains(activity.ChannelId ?? "", StringComparer.Ordinal) && settings.Endorsements.All(one => endorsed.Contains(one, StringComparer.Ordinal));
    }

    private async Task<(JsonWebToken Token, BotFrameworkKey Key)?> ProvenAsync(string token, JsonWebToken unproven, BotFrameworkKeys keys, IReadOnlyList<string> from)
    {
        if (!from.Contains(unproven.Issuer) || !Algorithms.Contains(unproven.Alg) || await keys.FindAsync(unproven.Kid ?? "").ConfigureAwait(false) is not { } key) return null;
        var result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuers = from,
            ValidAudience = settings.AppId,
            IssuerSigningKey = key.Key,
            ValidAlgorithms = Algorithms,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            LifetimeValidator = (begin, end, _, _) => IsNow(begin, end),
        }).ConfigureAwait(false);
        return result.IsValid && result.SecurityToken is JsonWebToken proven ? (proven, key) : null;
    }

    private bool IsNow(DateTime? begin, DateTime? end)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return end is { } last && now < last + Skew && (begin is not { } first || first - Skew <= now);
    }

    private JsonWebToken? Read(string token)
    {
        try
        {
            return handler.ReadJsonWebToken(token);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? Claim(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace ComplaintBot.Channels.BotFramework;

/// <summary>
/// The published keys of an authority: fetched when they are first needed and again after a day, or when a token names one that is not among
/// them, at most once a minute. Whatever is published stays valid here while the authority can't be reached.
/// </summary>
/// <param name="http">Fetches.</param>
/// <param name="metadata">Where it is said where the keys are.</param>
/// <param name="clock">Our clock.</param>
internal sealed class BotFrameworkKeys(HttpClient http, Uri metadata, TimeProvider clock)
{
    private const int LargestAnswer = 1 << 20;
    private const int SmallestModulus = 256;

    private static readonly TimeSpan Life = TimeSpan.FromDays(1);
    private static readonly TimeSpan BetweenRefreshes = TimeSpan.FromMinutes(1);

    private readonly Lock guard = new();
    private IReadOnlyDictionary<string, BotFrameworkKey>? current;
    private DateTimeOffset fetched;
    private DateTimeOffset tried;
    private Task? fetching;

    /// <summary>A key by its id; null when there is none.</summary>
    /// <exception cref="BotFrameworkException">The keys can't be had.</exception>
    public async Task<BotFrameworkKey?> FindAsync(string id)
    {
        if (current is null || clock.GetUtcNow() - fetched > Life) await RefreshAsync().ConfigureAwait(false);
        if (current?.GetValueOrDefault(id) is { } known) return known;
        await RefreshAsync().ConfigureAwait(false);
        return (current ?? throw new BotFrameworkException(0)).GetValueOrDefault(id);
    }

    private Task RefreshAsync()
    {
        lock (guard)
        {
            if (fetching is { IsCompleted: false }) return fetching;
            var now = clock.GetUtcNow();
            if (tried != default && now - tried < BetweenRefreshes) return Task.CompletedTask;
            tried = now;
            return fetching = FetchAsync();
        }
    }

    private async Task FetchAsync()
    {
        try
        {
            var about = await JsonAsync(metadata).ConfigureAwait(false);
            if (!Uri.TryCreate(about.Text("jwks_uri"), UriKind.Absolute, out var place) || (place.Scheme != Uri.UriSchemeHttps && !metadata.IsLoopback)) return;
            var keys = new Dictionary<string, BotFrameworkKey>(StringComparer.Ordinal);
            foreach (var json in (await JsonAsync(place).ConfigureAwait(false)).Objects("keys"))
                if (Read(json) is { } key) keys[key.Key.KeyId] = key;
            if (keys.Count > 0) (current, fetched) = (keys, clock.GetUtcNow());
        }
        catch (BotFrameworkException) when (current is not null)
        {
            // The keys that were published before are still good; the next token that needs others asks again.
        }
    }

    private async Task<JsonElement> JsonAsync(Uri address)
    {
        try
        {
            using var patience = new CancellationTokenSource(ChannelHttp.Patience);
            using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, patience.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode) throw new BotFrameworkException((int)response.StatusCode);
            return WireJson.Object(await Bodies.ReadAsync(response, LargestAnswer, patience.Token).ConfigureAwait(false)) ?? throw new BotFrameworkException(0);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            throw new BotFrameworkException(0);
        }
    }

    private static BotFrameworkKey? Read(JsonElement json)
    {
        if (json.Text("kty") != "RSA" || json.Text("kid") is not { Length: > 0 and <= 200 } id || json.Text("n") is not { } modulus || json.Text("e") is not { } exponent) return null;
        try
        {
            var key = new RSAParameters { Modulus = Base64UrlEncoder.DecodeBytes(modulus), Exponent = Base64UrlEncoder.DecodeBytes(exponent) };
            if (key.Modulus.Length < SmallestModulus) return null;
            var endorsed = json.TryGetProperty("endorsements", out var list) && list.ValueKind == JsonValueKind.Array;
            return new(new RsaSecurityKey(key) { KeyId = id }, endorsed ? [.. list.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)] : null);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

using System.Collections.Concurrent;
using System.Net.Http.Headers;

namespace ComplaintBot.Channels.BotFramework;

/// <summary>
/// Calls of the Connector, each with a token for who is spoken to; one that is rejected is replaced once and the call made again once. A token
/// goes only to an address that came with a proven call.
/// </summary>
internal sealed class BotFrameworkClient : IDisposable
{
    private const int LargestAnswer = 1 << 20;

    private readonly BotFrameworkSettings settings;
    private readonly TimeProvider clock;
    private readonly HttpClient login;
    private readonly HttpClient own = ChannelHttp.Direct();
    private readonly HttpClient guarded = ChannelHttp.Guarded();
    private readonly ConcurrentDictionary<string, AccessTokens> tokens = new();

    /// <summary>A client for a bot.</summary>
    public BotFrameworkClient(BotFrameworkSettings settings, TimeProvider clock)
    {
        (this.settings, this.clock) = (settings, clock);
        login = ChannelHttp.Client(settings.Cloud.Login);
    }

    /// <summary>Posts to a place.</summary>
    /// <param name="place">Where the conversation is held.</param>
    /// <param name="address">The address below the place's.</param>
    /// <param name="body">What is posted.</param>
    /// <exception cref="BotFrameworkException">It was refused, or can't be reached.</exception>
    public async Task PostAsync(BotFrameworkPlace place, Uri address, byte[] body)
    {
        var mine = tokens.GetOrAdd(place.Scope(settings), scope => new AccessTokens((_, cancel) => FetchTokenAsync(scope, cancel), clock));
        var token = await mine.GetAsync().ConfigureAwait(false);
        for (var first = true; ; first = false)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") { CharSet = "utf-8" } } } };
            request.Headers.Authorization = new("Bearer", token);
            try
            {
                await RequestAsync(Http(address), request, LargestAnswer, CancellationToken.None).ConfigureAwait(false);
                return;
            }
            catch (BotFrameworkException refused) when (first && refused.Status == 401)
            {
                token = await mine.GetAsync(rejected: token).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Fetches a customer's file; with a token only from where the conversation is held.</summary>
    /// <returns>Its bytes; null when they are more than are taken.</returns>
    /// <exception cref="BotFrameworkException">It can't be had.</exception>
    public async Task<byte[]?> FetchAsync(BotFrameworkPlace place, Uri address, CancellationToken cancellationToken)
    {
        var isOfChannel = Uri.TryCreate(place.Service, UriKind.Absolute, out var service) && service.Authority == address.Authority && service.Scheme == address.Scheme;
        if (!isOfChannel && !IsReachable(address, isEmulator: false)) throw new BotFrameworkException(403);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (isOfChannel) request.Headers.Authorization = new("Bearer", await tokens.GetOrAdd(place.Scope(settings), scope => new AccessTokens((_, cancel) => FetchTokenAsync(scope, cancel), clock)).GetAsync().ConfigureAwait(false));
        return await RequestAsync(Http(address), request, settings.MediaBytes, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks for a token, which proves that id and secret are right.</summary>
    /// <exception cref="BotFrameworkException">There is none.</exception>
    public Task CheckAsync(CancellationToken cancellationToken) => FetchTokenAsync(settings.Cloud.Scope, cancellationToken);

    /// <summary>Whether an address may be spoken to: a public host by https, a host of the settings, or for the Emulator this machine.</summary>
    public bool IsReachable(Uri address, bool isEmulator)
    {
        if (address is not { IsAbsoluteUri: true, UserInfo.Length: 0 }) return false;
        if (IsOwn(address) || (isEmulator && address.IsLoopback)) return address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp;
        return ChannelHttp.IsAllowed(address, [address.Host]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        login.Dispose();
        own.Dispose();
        guarded.Dispose();
    }

    private bool IsOwn(Uri address) => settings.Hosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase);

    /// <summary>What may be this machine or our own network was checked when the conversation was taken; everything else must be public.</summary>
    private HttpClient Http(Uri address) => IsOwn(address) || address.IsLoopback ? own : guarded;

    private async Task<(string Token, TimeSpan Life)> FetchTokenAsync(string scope, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/{settings.Tenant}/oauth2/v2.0/token", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent(BotFrameworkWire.TokenWish(settings, scope)),
        };
        try
        {
            var answer = WireJson.Object(await RequestAsync(login, request, LargestAnswer, cancellationToken).ConfigureAwait(false));
            if (answer?.Text("access_token") is { Length: > 0 } token) return (token, TimeSpan.FromSeconds(Math.Clamp(answer.Value.Number("expires_in") ?? 3_600, 60, 86_400)));
            throw new BotFrameworkException(0) { Why = Unreached.Nonsense };
        }
        catch (BotFrameworkException refused) when (!refused.IsAboutSecret)
        {
            throw new BotFrameworkException(refused.Status) { IsAboutSecret = true, RetryAfter = refused.RetryAfter, Why = refused.Why };
        }
    }

    private async Task<byte[]?> RequestAsync(HttpClient client, HttpRequestMessage request, int most, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(ChannelHttp.Patience);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode) throw new BotFrameworkException((int)response.StatusCode) { Why = (int)response.StatusCode is >= 500 or < 400 or 404 ? Unreached.Of(response.StatusCode) : null, RetryAfter = Wait(response.Headers.RetryAfter) };
            return await Bodies.ReadAsync(response, most, patience.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new BotFrameworkException(0) { Why = Unreached.Of(failure) };
        }
    }

    private TimeSpan? Wait(RetryConditionHeaderValue? said)
    {
        var wait = said?.Delta ?? (said?.Date is { } date ? date - clock.GetUtcNow() : null);
        return wait is { Ticks: > 0 } time ? time < TimeSpan.FromHours(1) ? time : TimeSpan.FromHours(1) : null;
    }
}

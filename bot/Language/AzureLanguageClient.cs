using System.Globalization;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace ComplaintBot.Language;

/// <summary>
/// One request to Azure AI Language, over the pipeline of Azure.Core without its retries: a turn has no time for them. Whoever has the
/// package Azure.AI.TextAnalytics replaces this class and <see cref="AzureLanguageWire"/>, and nothing else.
/// </summary>
internal sealed class AzureLanguageClient : IDisposable
{
    private const string Path = "/language/:analyze-text";
    private const string Version = "2023-04-01";

    /// <summary>The most an answer may have: texts come back in pieces, with numbers to each.</summary>
    private const int LargestAnswer = 1 << 20;

    private readonly HttpClient http;
    private readonly HttpPipeline pipeline;
    private readonly Uri endpoint;
    private readonly TimeProvider clock;

    /// <summary>A client for a resource.</summary>
    public AzureLanguageClient(AzureLanguageSettings settings, TimeProvider clock)
    {
        (endpoint, this.clock) = (settings.Endpoint, clock);
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), UseProxy = !settings.Endpoint.IsLoopback, UseCookies = false };
        http = new(handler) { Timeout = Timeout.InfiniteTimeSpan };
        var options = new Options { Transport = new HttpClientTransport(http) };
        options.Retry.MaxRetries = 0;
        options.Diagnostics.IsLoggingContentEnabled = false;
        options.Diagnostics.IsTelemetryEnabled = false;
        pipeline = HttpPipelineBuilder.Build(options, Credential(settings));
    }

    /// <summary>The most texts one request may have: what the service allows for personal data, its lowest limit.</summary>
    public static int MostDocuments => 5;

    /// <summary>The longest text in UTF-16 units; the service takes 5,120 characters as readers count them.</summary>
    public static int LongestText => 5_000;

    /// <summary>Asks for one task.</summary>
    /// <returns>What was found in each text, in their order; null where the service says nothing of one.</returns>
    /// <exception cref="LanguageServiceException">It did not answer as it should.</exception>
    /// <exception cref="OperationCanceledException">It took too long.</exception>
    public async Task<SecondReading?[]> AskAsync(LanguageTask task, IReadOnlyList<LanguageDocument> documents, CancellationToken cancellationToken)
    {
        using var message = pipeline.CreateMessage();
        message.BufferResponse = false;
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(endpoint);
        message.Request.Uri.AppendPath(Path, escape: false);
        message.Request.Uri.AppendQuery("api-version", Version);
        message.Request.Headers.Add(HttpHeader.Common.JsonContentType);
        message.Request.Content = RequestContent.Create(AzureLanguageWire.Request(task, documents));
        try
        {
            await pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
            if (message.Response.Status != 200) throw Refusal(message.Response);
            var body = await BodyAsync(message.Response, cancellationToken).ConfigureAwait(false);
            return AzureLanguageWire.Answer(task, body, documents);
        }
        // Messages of the others may hold addresses and answers; the kind says enough.
        catch (Exception failure) when (failure is RequestFailedException or IOException or HttpRequestException or AuthenticationFailedException or AggregateException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new LanguageServiceException(failure is AuthenticationFailedException ? "No token could be had for the identity: check Language:Azure:Identity." : "It can't be reached.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private LanguageServiceException Refusal(Response response) => response.Status switch
    {
        401 or 403 => new("It refuses the key or the identity: check Language:Azure."),
        404 => new("It knows no such address: check Language:Azure:Endpoint."),
        429 => new("It has had too many requests (429).") { RetryAfter = RetryAfter(response) ?? TimeSpan.FromSeconds(10) },
        var status => new($"It answered {status.ToString(CultureInfo.InvariantCulture)}.") { RetryAfter = RetryAfter(response) },
    };

    private TimeSpan? RetryAfter(Response response)
    {
        if (!response.Headers.TryGetValue("Retry-After", out var text)) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return TimeSpan.FromSeconds(seconds);
        return DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at - clock.GetUtcNow() is { Ticks: > 0 } wait ? wait : null;
    }

    private static async Task<ReadOnlyMemory<byte>> BodyAsync(Response response, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var part = new byte[16_384];
        await using var content = response.ContentStream ?? Stream.Null;
        while (await content.ReadAsync(part, cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            if (body.Length + read > LargestAnswer) throw new LanguageServiceException("It gave an answer that is too large.");
            body.Write(part, 0, read);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static HttpPipelinePolicy Credential(AzureLanguageSettings settings)
    {
        if (settings.Key is { } key) return new KeyPolicy(key);
        var authority = settings.IsChina ? AzureAuthorityHosts.AzureChina : AzureAuthorityHosts.AzurePublicCloud;
        TokenCredential credential = settings.Identity switch
        {
            "default" => new DefaultAzureCredential(new DefaultAzureCredentialOptions { AuthorityHost = authority }),
            "system" => new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned),
            _ => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(settings.Identity!)),
        };
        var scope = settings.IsChina ? "https://cognitiveservices.azure.cn/.default" : "https://cognitiveservices.azure.com/.default";
        _ = FetchAsync(credential, scope);
        return new BearerTokenAuthenticationPolicy(credential, scope);
    }

    // The first token may take longer than a turn waits; the credential keeps it.
    private static async Task FetchAsync(TokenCredential credential, string scope)
    {
        try
        {
            await credential.GetTokenAsync(new([scope]), CancellationToken.None).ConfigureAwait(false);
        }
        catch (AuthenticationFailedException)
        {
            // The first message meets the same failure, and health says so.
        }
    }

    private sealed class Options : ClientOptions;

    private sealed class KeyPolicy(string key) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message) => message.Request.Headers.SetValue("Ocp-Apim-Subscription-Key", key);
    }
}

using System.Globalization;
using System.Net;

namespace ComplaintBot.Channels;

/// <summary>Why nothing that can be used came from a platform.</summary>
/// <param name="Key">The text that says so, with <c>{address}</c>, <c>{setting}</c> and <c>{code}</c>.</param>
/// <param name="Code">The HTTP status, or 0.</param>
internal sealed record Unreached(string Key, int Code = 0)
{
    /// <summary>What came is not what the platform answers: a proxy, a sign-in page, another service.</summary>
    public static Unreached Nonsense { get; } = new("unreached-nonsense");

    /// <summary>An HTTP status of failure.</summary>
    public static Unreached Of(HttpStatusCode status) => new("unreached-status", (int)status);

    /// <summary>A request that failed before there was an answer.</summary>
    public static Unreached Of(Exception failure) => new(failure switch
    {
        OperationCanceledException => "unreached-late",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "unreached-name",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "unreached-insecure",
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => "unreached-proxy",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "unreached-refused",
        _ => "unreached-broken",
    });

    /// <summary>What a person is told who can put it right.</summary>
    /// <param name="address">Where it was asked.</param>
    /// <param name="setting">The setting that says so.</param>
    public Sentence Words(Uri address, string setting) =>
        new(Key, ("address", address.GetLeftPart(UriPartial.Authority)), ("setting", setting), ("code", Code.ToString(CultureInfo.InvariantCulture)), ("seconds", ChannelHttp.Patience.TotalSeconds.ToString(CultureInfo.InvariantCulture)));
}

using System.Net;
using System.Net.Sockets;

namespace ComplaintBot.Channels;

/// <summary>Requests of ours to platforms: to the address of the settings, or, where a platform names another, to hosts of a list and never to a private address.</summary>
internal static class ChannelHttp
{
    /// <summary>How long a platform may take to answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>A client for the address of the settings. It follows no redirect; a proxy of the environment is used unless the address is this machine.</summary>
    public static HttpClient Client(Uri address) => new(Handler(!address.IsLoopback)) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>A client for hosts that the settings name: they may be in our own network.</summary>
    public static HttpClient Direct() => new(Handler(useProxy: false)) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>A client for addresses that came from outside: each connection is made to a public address or not at all.</summary>
    public static HttpClient Guarded()
    {
        var handler = Handler(useProxy: false);
        handler.ConnectCallback = ConnectAsync;
        return new(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Whether an address from outside may be asked at all: https, no port of its own, no name or password, a host of the list.</summary>
    public static bool IsAllowed(Uri address, IReadOnlyList<string> hosts) =>
        address is { IsAbsoluteUri: true, IsDefaultPort: true, UserInfo.Length: 0, HostNameType: UriHostNameType.Dns } && address.Scheme == Uri.UriSchemeHttps
        && hosts.Any(host => address.Host.Equals(host, StringComparison.OrdinalIgnoreCase) || address.Host.EndsWith($".{host}", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether an address is one of the public internet.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address)) return false;
        var bytes = address.GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            return !address.IsIPv6LinkLocal && !address.IsIPv6SiteLocal && !address.IsIPv6Multicast && !address.IsIPv6UniqueLocal && (bytes[0] & 0xE0) == 0x20 && !(bytes[0] == 0x20 && bytes[1] is 0x01 or 0x02 && (bytes[1] == 0x02 || bytes[2] < 2));
        return bytes switch
        {
            [0 or 10 or 127 or >= 224, ..] or [169, 254, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [100, >= 64 and <= 127, ..] or [198, 18 or 19, ..] or [192, 0, 0 or 2, ..] => false,
            [198, 51, 100, ..] or [203, 0, 113, ..] => false,
            _ => true,
        };
    }

    private static SocketsHttpHandler Handler(bool useProxy) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = useProxy,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    /// <summary>The name is looked up once, and the address that was checked is the one that is used.</summary>
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken).ConfigureAwait(false);
        if (Array.Find(found, IsPublic) is not { } address || !Array.TrueForAll(found, IsPublic)) throw new HttpRequestException("The host has an address that is not public.");
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, context.DnsEndPoint.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

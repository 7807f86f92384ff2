using ComplaintBot.Channels;
using ComplaintBot.Channels.DirectLine;
using ComplaintBot.Desk.Accounts;
using ComplaintBot.Serving.Watching;
using ComplaintBot.Turns.Postgres;
using ComplaintBot.Turns.Redis;

namespace ComplaintBot.Serving;

/// <summary>All settings of the server, checked.</summary>
internal sealed record ServeSettings
{
    /// <summary>The addresses to listen on.</summary>
    public required IReadOnlyList<string> Urls { get; init; }

    /// <summary>Whether it is to speak HTTPS itself, with the certificate for development of this machine.</summary>
    public bool IsHttps => Urls.Any(url => url.StartsWith("https:", StringComparison.OrdinalIgnoreCase));

    /// <summary>The folder of the embedded store and of the signing key.</summary>
    public required string Data { get; init; }

    /// <summary>How Redis is reached; null when conversations are kept in the embedded store.</summary>
    public RedisSettings? Redis { get; init; }

    /// <summary>How PostgreSQL is reached; null when cases and people are kept in the embedded databases.</summary>
    public PostgresSettings? Postgres { get; init; }

    /// <summary>The folder of playbooks; null for those that come with the product.</summary>
    public string? Playbooks { get; init; }

    /// <summary>The folder of the built pages.</summary>
    public required string Pages { get; init; }

    /// <summary>The key tokens are signed with; null for the one kept in <see cref="Data"/>.</summary>
    public byte[]? SigningKey { get; init; }

    /// <summary>Who may show our pages in a frame, as a Content-Security-Policy writes it.</summary>
    public required IReadOnlyList<string> FrameAncestors { get; init; }

    /// <summary>Addresses and networks of the proxies in front of us, whose word about the client's address is believed.</summary>
    public required IReadOnlyList<System.Net.IPNetwork> Proxies { get; init; }

    /// <summary>How long turns under way may take when the server is being stopped.</summary>
    public required TimeSpan StopWithin { get; init; }

    /// <summary>How much is taken from whom.</summary>
    public required LimitSettings Limits { get; init; }

    /// <summary>Direct Line and the web chat.</summary>
    public required DirectLineSettings DirectLine { get; init; }

    /// <summary>The messengers that are switched on.</summary>
    public ChannelSettings Channels { get; init; } = new();

    /// <summary>How many chats one person at the desk can have.</summary>
    public int ChatsPerAgent { get; init; } = 8;

    /// <summary>Where measurements are sent, and how the log is written.</summary>
    public required TelemetrySettings Telemetry { get; init; }

    /// <summary>The desk.</summary>
    public required DeskSettings Desk { get; init; }
}

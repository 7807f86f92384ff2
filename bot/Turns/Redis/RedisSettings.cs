namespace ComplaintBot.Turns.Redis;

/// <summary>How Redis is reached. See <c>Serving/README.md</c> for what to write.</summary>
internal sealed record RedisSettings
{
    /// <summary>Host and port of each server; of a Cluster any of its nodes.</summary>
    public required IReadOnlyList<string> Endpoints { get; init; }

    /// <summary>The password; null for none. Never written anywhere.</summary>
    public string? Password { get; init; }

    /// <summary>Whether the connection is encrypted.</summary>
    public bool Tls { get; init; }

    /// <summary>The name the server's certificate must have; null for the host.</summary>
    public string? TlsHost { get; init; }

    /// <summary>What all keys begin with, so that several installations can share a server.</summary>
    public string Prefix { get; init; } = "complaints";

    /// <summary>How long a connection may take to be made.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long an answer may take.</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Without the password.</summary>
    public override string ToString() => $"{string.Join(", ", Endpoints)}{(Tls ? " (TLS)" : "")}";
}

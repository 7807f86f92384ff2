using System.Text.Json.Serialization;

namespace ComplaintBot.Channels.DirectLine;

/// <summary>What clients send when they begin: a start, a request for a token, a return. Every member may be missing.</summary>
internal sealed record ClientRequest
{
    /// <summary>Who will speak.</summary>
    public ClientUser? User { get; init; }

    /// <summary>The language to begin with.</summary>
    public string? Locale { get; init; }

    /// <summary>The playbook the conversation is to go by.</summary>
    public string? Playbook { get; init; }

    /// <summary>What was given to come back with.</summary>
    public string? Resume { get; init; }

    /// <summary>Origins the token may be used from.</summary>
    public IReadOnlyList<string>? TrustedOrigins { get; init; }
}

/// <summary>A user as a client names them.</summary>
internal sealed record ClientUser
{
    public string? Id { get; init; }

    public string? Name { get; init; }
}

/// <summary>Requests as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ClientRequest))]
internal sealed partial class ClientRequestJson : JsonSerializerContext;

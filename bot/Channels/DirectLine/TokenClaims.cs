using System.Text.Json.Serialization;

namespace ComplaintBot.Channels.DirectLine;

/// <summary>The payload of a token. Clients decode it and look for <c>user</c>.</summary>
internal sealed record TokenClaims
{
    public string? Use { get; init; }

    public string? Site { get; init; }

    public string? Conv { get; init; }

    public string? User { get; init; }

    public string? Name { get; init; }

    public string? Playbook { get; init; }

    public string? Locale { get; init; }

    public IReadOnlyList<string>? Origins { get; init; }

    public string? Jti { get; init; }

    public long Nbf { get; init; }

    public long Exp { get; init; }

    public string? Iss { get; init; }
}

/// <summary>Claims as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TokenClaims))]
internal sealed partial class TokenJson : JsonSerializerContext;

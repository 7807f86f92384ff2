using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ComplaintBot.Turns;

namespace ComplaintBot.Channels.DirectLine;

/// <summary>Issues and reads tokens: JSON Web Tokens signed with HMAC-SHA256 under a key of our own. Nothing is stored of them.</summary>
internal sealed class TokenSigner(byte[] key, IIdSource ids, TimeProvider clock)
{
    private const string Issuer = "complaintbot";
    private const int Longest = 4_096;

    /// <summary>The only header we write and read: no token chooses its own algorithm.</summary>
    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    /// <summary>Issues a token.</summary>
    /// <param name="grant">What it allows.</param>
    /// <param name="life">How long.</param>
    public string Issue(Grant grant, TimeSpan life)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var claims = new TokenClaims
        {
            Use = Name(grant.Use),
            Site = grant.Site,
            Conv = grant.Conversation,
            User = grant.User,
            Name = grant.Name,
            Playbook = grant.Playbook,
            Locale = grant.Locale,
            Origins = grant.Origins.Count > 0 ? grant.Origins : null,
            Jti = ids.Delivery(),
            Nbf = now,
            Exp = now + (long)life.TotalSeconds,
            Iss = Issuer,
        };
        var signed = $"{Header}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims, TokenJson.Default.TokenClaims))}";
        return $"{signed}.{Base64Url.EncodeToString(Signature(signed))}";
    }

    /// <summary>Reads a token for one use.</summary>
    public GrantReading Read(string token, GrantUse use)
    {
        if (token.Length > Longest || token.Split('.') is not [var header, var payload, var signature] || header != Header) return new GrantReading.Foreign();
        if (!Base64Url.IsValid(signature, out var length) || length != HMACSHA256.HashSizeInBytes) return new GrantReading.Foreign();
        if (!CryptographicOperations.FixedTimeEquals(Signature($"{header}.{payload}"), Base64Url.DecodeFromChars(signature))) return new GrantReading.Foreign();

        // Only what we have signed gets here, so it is well-formed.
        var claims = JsonSerializer.Deserialize(Base64Url.DecodeFromChars(payload), TokenJson.Default.TokenClaims)!;
        if (claims.Use != Name(use)) return new GrantReading.Foreign();
        if (claims.Exp <= clock.GetUtcNow().ToUnixTimeSeconds()) return new GrantReading.Expired();
        return new GrantReading.Valid(new Grant(use, claims.Site!, claims.Conv!)
        {
            User = claims.User,
            Name = claims.Name,
            Playbook = claims.Playbook,
            Locale = claims.Locale,
            Origins = claims.Origins ?? [],
        });
    }

    private static string Name(GrantUse use) => use switch { GrantUse.Stream => "stream", GrantUse.Resume => "resume", _ => "chat" };

    private byte[] Signature(string signed) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed));
}

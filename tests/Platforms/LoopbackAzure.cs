using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ComplaintBot.Platforms;

/// <summary>Azure as a bot sees it: who issues tokens and publishes keys, and the Connector of a channel, all at one address.</summary>
internal sealed class LoopbackAzure : LoopbackPlatform
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string Parent = "99999999-8888-7777-6666-555555555555";

    private const string Conversations = "/v3/conversations/";
    private const string Directory = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/";

    private readonly RSA channelKey = RSA.Create(2_048);
    private readonly RSA directoryKey = RSA.Create(2_048);
    private int issued;

    /// <summary>What keys are published in place of those it signs with.</summary>
    public (JsonNode Channel, JsonNode Directory)? Keys { get; set; }

    /// <summary>Told of every message that is taken: the conversation, and what it says.</summary>
    public Action<string, string> Sent { get; set; } = (_, _) => { };

    public static async Task<LoopbackAzure> StartAsync()
    {
        var azure = new LoopbackAzure();
        await azure.BeginAsync();
        return azure;
    }

    public static bool IsActivity(Call call) => call.Path.StartsWith(Conversations, StringComparison.Ordinal) && call.Json["type"]!.GetValue<string>() == "message";

    public static bool IsTokenWish(Call call) => call.Path.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal);

    /// <summary>The token that is valid stops being so.</summary>
    public void EndToken() => Interlocked.Increment(ref issued);

    /// <summary>A token of a channel for its address.</summary>
    public string OfChannel(string service, DateTimeOffset now, string audience = AppId) => Signed(channelKey, "channel-1", "https://api.botframework.com", audience, now, new() { ["serviceurl"] = service });

    /// <summary>A token of an app: our own for the Emulator, another's for a bot whose skill we are.</summary>
    public string OfApp(string app, DateTimeOffset now) => Signed(directoryKey, "directory-1", Directory, AppId, now, new() { ["ver"] = "1.0", ["appid"] = app });

    protected override async Task AnswerAsync(Call call, HttpContext context)
    {
        if (call.Path.StartsWith(Conversations, StringComparison.Ordinal))
        {
            if (call.Authorization != $"Bearer token-{issued}") context.Response.StatusCode = 401;
            else if (IsActivity(call)) Sent(Uri.UnescapeDataString(call.Written[Conversations.Length..].Split('/')[0]), call.Json["text"]?.GetValue<string>() ?? "");
        }

        if (call.Path == "/files/photo") await context.Response.Body.WriteAsync((byte[])[0xFF, 0xD8, 0xFF, 7]);
        else await context.Response.WriteAsJsonAsync(Of(call));
    }

    private JsonNode Of(Call call) => call.Path switch
    {
        "/v1/.well-known/openidconfiguration" => new JsonObject { ["issuer"] = "https://api.botframework.com", ["jwks_uri"] = $"{Url}/keys/channel" },
        "/common/v2.0/.well-known/openid-configuration" => new JsonObject { ["jwks_uri"] = $"{Url}/keys/directory" },
        "/keys/channel" => Keys?.Channel.DeepClone() ?? Published(channelKey, "channel-1", ["webchat", "msteams"]),
        "/keys/directory" => Keys?.Directory.DeepClone() ?? Published(directoryKey, "directory-1", null),
        _ when IsTokenWish(call) => new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = 3_600, ["access_token"] = Issued(QueryHelpers.ParseQuery(call.Raw)) },
        _ => new JsonObject { ["id"] = "1" },
    };

    /// <summary>A token for channels is known here alone; one for another bot proves to that who bears it.</summary>
    private string Issued(Dictionary<string, StringValues> wish) =>
        wish["scope"].ToString().Split('/')[0] is var audience && Guid.TryParse(audience, out _)
            ? Signed(directoryKey, "directory-1", Directory, audience, DateTimeOffset.UtcNow, new() { ["ver"] = "1.0", ["appid"] = wish["client_id"].ToString() })
            : $"token-{issued}";

    private static string Signed(RSA key, string id, string issuer, string audience, DateTimeOffset now, Dictionary<string, object> claims) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = issuer,
        Audience = audience,
        NotBefore = now.AddMinutes(-5).UtcDateTime,
        Expires = now.AddHours(1).UtcDateTime,
        Claims = claims,
        SigningCredentials = new(new RsaSecurityKey(key) { KeyId = id }, SecurityAlgorithms.RsaSha256),
    });

    private static JsonObject Published(RSA key, string id, string[]? endorsements)
    {
        var parts = key.ExportParameters(includePrivateParameters: false);
        var one = new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = id, ["n"] = Base64UrlEncoder.Encode(parts.Modulus), ["e"] = Base64UrlEncoder.Encode(parts.Exponent) };
        if (endorsements is not null) one["endorsements"] = new JsonArray([.. endorsements.Select(name => (JsonNode)name)]);
        return new() { ["keys"] = new JsonArray(one) };
    }
}

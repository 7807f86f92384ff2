using System.Globalization;

namespace ComplaintBot.Channels;

/// <summary>A request that is not granted: what the client is told, in the client's protocol and in words for whoever reads them.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The protocol's word for it.</param>
/// <param name="Message">What happened, in English, for programs and their authors.</param>
/// <param name="Text">The key of the sentence that says what to do.</param>
internal sealed record Refusal(int Status, string Code, string Message, string Text)
{
    /// <summary>What fills <c>{detail}</c> in the sentence; an identifier or a number, never a customer's words.</summary>
    public string Detail { get; init; } = "";

    /// <summary>When to try again, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static Refusal NoCredential { get; } = new(401, "Unauthorized", "A bearer token or secret is required", "no-credential");

    public static Refusal BadCredential { get; } = new(401, "Unauthorized", "The token or secret is not valid", "bad-credential");

    public static Refusal BadSignature { get; } = new(401, "Unauthorized", "The platform's signature is missing or wrong", "bad-signature");

    public static Refusal Expired { get; } = new(403, "TokenExpired", "Token has expired", "token-expired");

    public static Refusal WrongScope { get; } = new(403, "Forbidden", "The token does not allow this", "wrong-scope");

    public static Refusal SecretNeeded { get; } = new(403, "Forbidden", "Only the secret of a site may generate tokens", "secret-needed");

    public static Refusal TokenNeeded { get; } = new(403, "Forbidden", "Only a token can be refreshed", "token-needed");

    public static Refusal UnknownConversation { get; } = new(404, "ConversationNotFound", "There is no such conversation", "unknown-conversation");

    public static Refusal UnknownPath { get; } = new(404, "NotFound", "There is nothing here", "unknown-path");

    public static Refusal WrongMethod { get; } = new(405, "MethodNotAllowed", "The method is not allowed here", "wrong-method");

    public static Refusal NotASocket { get; } = new(400, "BadArgument", "A WebSocket is opened here", "not-a-socket");

    public static Refusal StoreFails { get; } = new(503, "ServiceUnavailable", "Nothing can be stored at the moment", "store-fails") { RetryAfter = TimeSpan.FromSeconds(5) };

    public static Refusal Failure { get; } = new(500, "ServiceError", "The request failed", "failure");

    /// <summary>The page's origin is on no list.</summary>
    public static Refusal Origin(string origin) => new(403, "Forbidden", "The origin is not allowed", "origin") { Detail = Short(origin) };

    /// <summary>Something in the request is wrong.</summary>
    /// <param name="message">What; it is shown in both places.</param>
    public static Refusal Bad(string message) => new(400, "BadArgument", message, "bad-argument") { Detail = message };

    /// <summary>Larger than what is taken.</summary>
    public static Refusal TooLarge(long most, string unit) =>
        new(413, "MessageSizeTooBig", string.Create(CultureInfo.InvariantCulture, $"More than {most} {unit}"), "too-large") { Detail = string.Create(CultureInfo.InvariantCulture, $"{most:N0} {unit}") };

    /// <summary>A kind of file that is not taken.</summary>
    public static Refusal FileKind(string name) => new(415, "UnsupportedMediaType", "This kind of file is not accepted", "file-kind") { Detail = Short(name) };

    /// <summary>Too many requests.</summary>
    public static Refusal TooMany(TimeSpan retryAfter) => new(429, "Throttled", "Too many requests", "too-many") { RetryAfter = retryAfter };

    /// <summary>Too many conversations begun from one address.</summary>
    public static Refusal TooManyConversations(TimeSpan retryAfter) => new(429, "Throttled", "Too many conversations", "too-many-conversations") { RetryAfter = retryAfter };

    private static string Short(string text) => text.Length <= 80 ? text : text[..80];
}

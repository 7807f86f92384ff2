namespace ComplaintBot.Channels;

/// <summary>How much is taken from whom.</summary>
internal sealed record LimitSettings
{
    /// <summary>Requests from one address in a minute.</summary>
    public int RequestsPerMinute { get; init; } = 600;

    /// <summary>Tokens asked for without a secret from one address in a minute.</summary>
    public int TokensPerMinute { get; init; } = 30;

    /// <summary>Attempts to sign in at the desk from one address in a minute.</summary>
    public int SignInsPerMinute { get; init; } = 10;

    /// <summary>Conversations begun from one address within half an hour.</summary>
    public int ConversationsPerHalfHour { get; init; } = 50;

    /// <summary>Activities of a customer in one conversation in a minute.</summary>
    public int MessagesPerMinute { get; init; } = 60;

    /// <summary>Open sockets of one conversation.</summary>
    public int SocketsPerConversation { get; init; } = 10;

    /// <summary>Bytes of the body of a request that uploads nothing.</summary>
    public int BodyBytes { get; init; } = 1_048_576;

    /// <summary>Characters of the JSON of one activity; Direct Line's own limit.</summary>
    public int ActivityCharacters { get; init; } = 300_000;

    /// <summary>Characters of what a customer says in one message.</summary>
    public int TextCharacters { get; init; } = 8_000;

    /// <summary>Bytes of one upload with all its files; Direct Line's own limit.</summary>
    public int UploadBytes { get; init; } = 4_194_304;
}

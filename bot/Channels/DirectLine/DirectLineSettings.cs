namespace ComplaintBot.Channels.DirectLine;

/// <summary>How Direct Line and the web chat are served.</summary>
internal sealed record DirectLineSettings
{
    /// <summary>The site that is used when none is named.</summary>
    public const string DefaultSite = "default";

    /// <summary>The sites, by name. A name is part of the key of a conversation: it is never changed.</summary>
    public IReadOnlyDictionary<string, DirectLineSite> Sites { get; init; } = new Dictionary<string, DirectLineSite> { [DefaultSite] = new() };

    /// <summary>How long a token is valid.</summary>
    public TimeSpan TokenLife { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a customer who left may come back to the conversation.</summary>
    public TimeSpan ResumeLife { get; init; } = TimeSpan.FromDays(30);

    /// <summary>The address customers reach the server by, without a slash at the end; null for the one a request came to.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>The customers' time zone, where their client does not tell.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>How long a pause ends a statement of a customer who is telling; zero waits for nothing.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Media types of files that are taken, as their bytes prove them.</summary>
    public IReadOnlyList<string> FileKinds { get; init; } = Channels.FileKinds.Known;
}

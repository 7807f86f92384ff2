namespace ComplaintBot.Channels.WeCom;

/// <summary>An application of WeCom (企业微信) that members of the company write to.</summary>
internal sealed record WeComSettings
{
    /// <summary>Where its settings stand.</summary>
    public const string Section = "Channels:WeCom";

    /// <summary>The company and the application's keys.</summary>
    public required WeComAccount Account { get; init; }

    /// <summary>The application's number.</summary>
    public required int Agent { get; init; }

    /// <summary>The playbooks its complaints may go by; empty for all there are.</summary>
    public IReadOnlyList<string> Playbooks { get; init; } = [];

    /// <summary>The most bytes of a member's file.</summary>
    public int MediaBytes { get; init; }
}

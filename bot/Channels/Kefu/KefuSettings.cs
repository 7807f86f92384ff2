using ComplaintBot.Channels.WeCom;

namespace ComplaintBot.Channels.Kefu;

/// <summary>Customer service of WeChat (微信客服) through an application of WeCom.</summary>
internal sealed record KefuSettings
{
    /// <summary>Where its settings stand.</summary>
    public const string Section = "Channels:Kefu";

    /// <summary>The company and the application's keys.</summary>
    public required WeComAccount Account { get; init; }

    /// <summary>Service accounts that are read at the start too; all others are read when WeCom calls.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    /// <summary>Whether customers who are handed over wait for people in WeCom instead of at our desk.</summary>
    public bool UsesPlatformDesk { get; init; }

    /// <summary>The playbooks its complaints may go by; empty for all there are.</summary>
    public IReadOnlyList<string> Playbooks { get; init; } = [];

    /// <summary>The most bytes of a customer's file.</summary>
    public int MediaBytes { get; init; }
}

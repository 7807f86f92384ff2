namespace ComplaintBot.Channels.WeChat;

/// <summary>A WeChat Official Account (公众号, 服务号).</summary>
internal sealed record WeChatSettings
{
    /// <summary>Where its settings stand.</summary>
    public const string Section = "Channels:WeChat";

    /// <summary>The account's id at the platform, like <c>wx0123456789abcdef</c>.</summary>
    public required string AppId { get; init; }

    /// <summary>The account's secret. Never written anywhere.</summary>
    public required string Secret { get; init; }

    /// <summary>What calls are signed with. Never written anywhere.</summary>
    public required string Token { get; init; }

    /// <summary>The key of messages (EncodingAESKey); null where they come in the plain. Never written anywhere.</summary>
    public string? Key { get; init; }

    /// <summary>Whether only encrypted messages are taken.</summary>
    public bool IsSafe { get; init; }

    /// <summary>The address of the API.</summary>
    public required Uri Api { get; init; }

    /// <summary>The playbooks its complaints may go by; empty for all there are.</summary>
    public IReadOnlyList<string> Playbooks { get; init; } = [];

    /// <summary>The most bytes of a customer's file.</summary>
    public int MediaBytes { get; init; }

    /// <summary>How long a pause ends a statement: short, so that the answer can go with the call it answers and costs no message.</summary>
    public TimeSpan Pause { get; init; }

    /// <summary>Whether choices are shown as lines to tap on. A tap lets us send only three messages within a minute, a typed number five within two days.</summary>
    public bool HasTapLines { get; init; }

    /// <summary>What a key of the account's menu says for the customer.</summary>
    public IReadOnlyDictionary<string, string> Menu { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the menu is written to the platform at the start.</summary>
    public bool PushesMenu { get; init; }

    /// <summary>Whether customers who are handed over go to the platform's own desk (客服) instead of ours.</summary>
    public bool UsesPlatformDesk { get; init; }

    /// <summary>Without secrets.</summary>
    public override string ToString() => $"WeChat account {AppId}";
}

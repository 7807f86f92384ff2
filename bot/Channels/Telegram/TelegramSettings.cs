namespace ComplaintBot.Channels.Telegram;

/// <summary>A bot on Telegram.</summary>
internal sealed record TelegramSettings
{
    /// <summary>Where its settings stand.</summary>
    public const string Section = "Channels:Telegram";

    /// <summary>The bot's token, as @BotFather gave it. Never written anywhere.</summary>
    public required string Token { get; init; }

    /// <summary>What Telegram proves itself with when it calls. Never written anywhere.</summary>
    public required string Secret { get; init; }

    /// <summary>The address Telegram reaches this server by, without a path; null asks Telegram for messages instead (long polling).</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>The address of the Bot API.</summary>
    public required Uri Api { get; init; }

    /// <summary>The playbooks its complaints may go by; empty for all there are.</summary>
    public IReadOnlyList<string> Playbooks { get; init; } = [];

    /// <summary>The most bytes of a customer's file.</summary>
    public int MediaBytes { get; init; }

    /// <summary>The bot's id, the part of the token before the colon; it stays when the token is replaced.</summary>
    public string Bot => Token[..Math.Max(0, Token.IndexOf(':', StringComparison.Ordinal))];

    /// <summary>Without token and secret.</summary>
    public override string ToString() => $"Telegram bot {Bot}";
}

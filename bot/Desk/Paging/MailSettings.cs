namespace ComplaintBot.Desk.Paging;

/// <summary>The server mails are given to.</summary>
internal sealed record MailSettings
{
    /// <summary>Its name; null when mails can't be sent.</summary>
    public string? Host { get; init; }

    /// <summary>Its port.</summary>
    public int Port { get; init; } = 587;

    /// <summary>Whose mails they are.</summary>
    public string From { get; init; } = "";

    /// <summary>The name to sign in by; null for none.</summary>
    public string? User { get; init; }

    /// <summary>The password.</summary>
    public string? Password { get; init; }

    /// <summary>Whether the line is encrypted (STARTTLS).</summary>
    public bool IsEncrypted { get; init; } = true;
}

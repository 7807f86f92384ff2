namespace ComplaintBot.Channels.DirectLine;

/// <summary>What a token allows: one conversation of one site, as one user.</summary>
/// <param name="Use">What it may be used for.</param>
/// <param name="Site">The site.</param>
/// <param name="Conversation">The conversation.</param>
internal sealed record Grant(GrantUse Use, string Site, string Conversation)
{
    /// <summary>The user it speaks for, with the prefix <c>dl_</c>; null when the page says who speaks.</summary>
    public string? User { get; init; }

    /// <summary>The user's name.</summary>
    public string? Name { get; init; }

    /// <summary>The one playbook the conversation is to go by, or null.</summary>
    public string? Playbook { get; init; }

    /// <summary>The language to begin with, or null.</summary>
    public string? Locale { get; init; }

    /// <summary>Origins the conversation may be held from; empty for all of the site.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];
}

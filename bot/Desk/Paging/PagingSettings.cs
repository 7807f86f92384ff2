namespace ComplaintBot.Desk.Paging;

/// <summary>Who is called when a case can't wait, and in which order.</summary>
internal sealed record PagingSettings
{
    /// <summary>The chain; after the last person it begins anew. Without one nobody is paged.</summary>
    public IReadOnlyList<PagingStep> Chain { get; init; } = [];

    /// <summary>How long a person has to confirm before the next is paged.</summary>
    public TimeSpan NextAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The language of pages.</summary>
    public string Language { get; init; } = "zh-Hans";

    /// <summary>How mails are sent.</summary>
    public MailSettings Mail { get; init; } = new();
}

namespace ComplaintBot.Desk.Paging;

/// <summary>Where pages and their fate are kept.</summary>
internal interface IPageStore
{
    /// <summary>Keeps a page; false when its conversation has one of this priority already.</summary>
    Task<bool> TryRaiseAsync(Page page, CancellationToken cancellationToken);

    /// <summary>Pages nobody has confirmed whose next try is due.</summary>
    Task<IReadOnlyList<Page>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Notes a try and when the next is due, unless the page was confirmed meanwhile.</summary>
    Task TriedAsync(PageTry one, DateTimeOffset next, CancellationToken cancellationToken);

    /// <summary>Confirms a page; false when somebody has before, or there is none.</summary>
    Task<bool> TryConfirmAsync(string id, string by, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>A page by its id, or null.</summary>
    Task<Page?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>The latest pages, the open ones first.</summary>
    Task<IReadOnlyList<Page>> LatestAsync(int most, CancellationToken cancellationToken);

    /// <summary>The tries of a page, in order.</summary>
    Task<IReadOnlyList<PageTry>> TriesAsync(string id, CancellationToken cancellationToken);
}

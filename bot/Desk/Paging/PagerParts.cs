using ComplaintBot.Turns;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Desk.Paging;

/// <summary>What the pager is put together from.</summary>
internal sealed record PagerParts
{
    public required IPageStore Pages { get; init; }

    public required PagingSettings Settings { get; init; }

    public required IIdSource Ids { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>Signs the links.</summary>
    public required IDataProtector Seal { get; init; }

    /// <summary>What links begin with, without a path.</summary>
    public required Func<string> Address { get; init; }

    public required ILogger Log { get; init; }
}

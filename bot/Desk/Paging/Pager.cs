using Microsoft.AspNetCore.DataProtection;

namespace ComplaintBot.Desk.Paging;

/// <summary>
/// Calls a person to a case that can't wait, and the next, around the chain, by day and night, until somebody confirms. What is open
/// lies in the store, so a restart calls nobody anew and forgets nobody.
/// </summary>
internal sealed class Pager : IAsyncDisposable
{
    /// <summary>Where links to confirm begin.</summary>
    public const string Path = "/desk/page";

    private const int MostText = 2_000;

    private static readonly TimeSpan BetweenRounds = TimeSpan.FromSeconds(5);

    /// <summary>How long to wait when nobody of the whole chain could be reached.</summary>
    private static readonly TimeSpan AfterRoundOfFailures = TimeSpan.FromMinutes(1);

    private readonly PagerParts parts;
    private readonly PageSender sender;
    private readonly DueWork work;

    /// <summary>Begins to work on what is due.</summary>
    public Pager(PagerParts parts)
    {
        (this.parts, sender) = (parts, new PageSender(parts.Settings));
        work = new DueWork(RoundAsync, failure => PagingLog.RoundFailed(parts.Log, failure), BetweenRounds, parts.Clock);
    }

    /// <summary>Whether there is anybody to page.</summary>
    public bool IsSetUp => parts.Settings.Chain.Count > 0;

    /// <summary>Told when a page was confirmed, and by whom.</summary>
    public Func<Page, string, Task> Confirmed { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Pages the chain for a conversation; once for each of its priorities, however often it is called.</summary>
    /// <returns>Whether a page was raised.</returns>
    public async Task<bool> RaiseAsync(PageCall call, CancellationToken cancellationToken)
    {
        if (!IsSetUp || call.Priority > 1) return false;
        var now = parts.Clock.GetUtcNow();
        var page = new Page
        {
            Id = parts.Ids.Delivery(),
            Conversation = call.Key.ToString(),
            CaseNumber = call.CaseNumber,
            Priority = call.Priority,
            Trigger = call.Trigger,
            Words = Short(call.Words),
            Brief = Short(call.Brief),
            RaisedAt = now,
            DueAt = now,
        };
        if (!await parts.Pages.TryRaiseAsync(page, cancellationToken).ConfigureAwait(false)) return false;
        PagingLog.Raised(parts.Log, page.Id, page.CaseNumber, page.Priority);
        work.Ring();
        return true;
    }

    /// <summary>Confirms a page; false when somebody has before, or there is none.</summary>
    public async Task<bool> ConfirmAsync(string id, string by, CancellationToken cancellationToken)
    {
        if (!await parts.Pages.TryConfirmAsync(id, by, parts.Clock.GetUtcNow(), cancellationToken).ConfigureAwait(false)) return false;
        PagingLog.Confirmed(parts.Log, id);
        if (await parts.Pages.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } page) await Confirmed(page, by).ConfigureAwait(false);
        return true;
    }

    /// <summary>Whom a link was sent to, and for which page; null when the link is none of ours.</summary>
    public async Task<(Page Page, string Person)?> ReadAsync(string token, CancellationToken cancellationToken)
    {
        try
        {
            return parts.Seal.Unprotect(token).Split('\n') is [var id, var person] && await parts.Pages.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } page ? (page, person) : null;
        }
        catch (Exception forged) when (forged is System.Security.Cryptography.CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await work.DisposeAsync().ConfigureAwait(false);
        sender.Dispose();
    }

    private async Task RoundAsync(CancellationToken cancellationToken)
    {
        if (!IsSetUp) return;
        foreach (var page in await parts.Pages.DueAsync(parts.Clock.GetUtcNow(), cancellationToken).ConfigureAwait(false)) await TryAsync(page, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tries the next person; who can't be reached is skipped at once. A crash in between calls the same person twice rather than nobody.</summary>
    private async Task TryAsync(Page page, CancellationToken cancellationToken)
    {
        var (chain, number) = (parts.Settings.Chain, page.Tries);
        for (var failures = 0; failures < chain.Count; failures++, number++)
        {
            var step = chain[number % chain.Count];
            var link = $"{parts.Address()}{Path}/{parts.Seal.Protect($"{page.Id}\n{step.Person}")}";
            var outcome = await sender.SendAsync(page with { Tries = number }, step, link, cancellationToken).ConfigureAwait(false);
            var isSent = outcome == PageSender.Sent;
            var now = parts.Clock.GetUtcNow();
            await parts.Pages.TriedAsync(new(page.Id, number, now, step.Person, outcome), isSent ? now + parts.Settings.NextAfter : now + AfterRoundOfFailures, cancellationToken).ConfigureAwait(false);
            if (isSent)
            {
                PagingLog.Paged(parts.Log, page.Id, number);
                return;
            }

            PagingLog.NotPaged(parts.Log, page.Id, number, outcome);
        }
    }

    private static string Short(string text) => text.Length <= MostText ? text : text[..MostText];
}

using ComplaintBot.Desk.Accounts;
using ComplaintBot.Desk.Handoff;
using ComplaintBot.Desk.Paging;
using ComplaintBot.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Desk;

/// <summary>What reaches people outside of the desk: pages, and handoffs to a contact centre of others.</summary>
internal sealed class DeskOutside : IAsyncDisposable
{
    private readonly IPageStore pages;

    /// <summary>Begins to work on what is due.</summary>
    /// <param name="app">The server.</param>
    /// <param name="store">Where transcripts are kept.</param>
    /// <param name="address">The address of the server, once it has started.</param>
    public DeskOutside(WebApplication app, IConversationStore store, Func<string> address)
    {
        var parts = app.Services.GetRequiredService<DeskParts>();
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("ComplaintBot.Desk");
        pages = parts.Pages;
        Pager = new Pager(new PagerParts
        {
            Pages = pages,
            Settings = parts.Settings.Paging,
            Ids = parts.Ids,
            Clock = parts.Clock,
            Seal = app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("desk-page"),
            Address = () => parts.Settings.PublicUrl ?? address(),
            Log = log,
        });
        Handoffs = new Handoffs(new HandoffParts { Handoffs = parts.Handoffs, Settings = parts.Settings.Handoff, Clock = parts.Clock, Transcript = store.TranscriptAsync, Log = log });
    }

    /// <summary>Pages people.</summary>
    public Pager Pager { get; }

    /// <summary>Hands conversations over.</summary>
    public Handoffs Handoffs { get; }

    /// <summary>Adds the addresses.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        new PageEndpoints(Pager, pages).Map(routes);
        new HandoffEndpoint(Handoffs).Map(routes);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Pager.DisposeAsync().ConfigureAwait(false);
        await Handoffs.DisposeAsync().ConfigureAwait(false);
    }
}

using System.Text.Json;
using ComplaintBot.Desk.Accounts;
using ComplaintBot.Desk.Handoff;
using ComplaintBot.Desk.Paging;
using ComplaintBot.Dialogs.Vocabulary;
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
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromSeconds(30);

    private readonly IPageStore pages;
    private readonly LiveDesk desk;
    private readonly DueWork work;

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
        desk = app.Services.GetRequiredService<LiveDesk>();
        Pager.Confirmed = (page, by) => desk.Commands.ConfirmCallAsync(ConversationKey.Parse(page.Conversation), page.Id, by);
        Handoffs.Carry = (key, person, command, id) => desk.Commands.CarryAsync(person, key, id, command);
        work = new DueWork(CallAsync, failure => PagingLog.RoundFailed(log, failure), BetweenRounds, parts.Clock);
        desk.Rung = work.Ring;
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
        desk.Rung = () => { };
        await work.DisposeAsync().ConfigureAwait(false);
        await Pager.DisposeAsync().ConfigureAwait(false);
        await Handoffs.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>
    /// Calls for everything that waits. It asks the store and not the turn that has just been committed, so nothing is missed by a crash
    /// between the two; what has been called for is known and not called for again.
    /// </summary>
    private async Task CallAsync(CancellationToken cancellationToken)
    {
        if (!Pager.IsSetUp && !Handoffs.IsSetUp) return;
        foreach (var waiting in await desk.Parts.Chats.WaitingAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await desk.Parts.Chats.FindAsync(waiting.Key, cancellationToken).ConfigureAwait(false) is not { Summary: { Owner: Owner.Waiting } chat }) continue;
            if (chat is { CaseNumber: { } number, Priority: <= 1 })
                await Pager.RaiseAsync(new(waiting.Key, number, chat.Priority, chat.Trigger?.Id() ?? "", chat.TriggerWords ?? "", chat.CategoryName?.In(chat.Language) ?? ""), cancellationToken).ConfigureAwait(false);
            await Handoffs.AskAsync(new(waiting.Key, JsonSerializer.Serialize(chat, ChatJson.Default.ChatSummary)), cancellationToken).ConfigureAwait(false);
        }
    }
}

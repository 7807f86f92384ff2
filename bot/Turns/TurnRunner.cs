using ComplaintBot.Cases;
using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Language.Reading;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Language;
using ComplaintBot.Turns.Watching;

namespace ComplaintBot.Turns;

/// <summary>
/// Runs turns: order, load, look up, the pure turn, one commit. It alone loads, runs and saves; nothing leaves the process before the
/// commit, and a commit that comes too late re-runs the turn from fresh state.
/// </summary>
internal sealed class TurnRunner(IConversationStore store, ICaseLedger ledger, Brain brain, IIdSource ids, TimeProvider clock) : IDisposable
{
    private const int MostAttempts = 20;

    /// <summary>The time a turn has, whatever becomes of the request that brought it.</summary>
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(20);

    private readonly ConversationGates gates = new();

    /// <summary>The desk: asked before turns, told after commits. Set once, before the first turn.</summary>
    public IDesk Desk { get; set; } = NoDesk.Instance;

    /// <summary>Whether the customer of a conversation reads it by themselves, so that nothing has to be sent. Set once, before the first turn.</summary>
    public Func<ConversationKey, bool> IsFetched { get; set; } = _ => false;

    /// <summary>Measures turns and says what became of them. Set once, before the first turn.</summary>
    public TurnWatch Watch { get; set; } = TurnWatch.Silent;

    /// <summary>Measures how long a turn takes: by the machine's clock, for a clock that somebody sets is no time that a turn has spent.</summary>
    public TimeProvider Patience { get; init; } = TimeProvider.System;

    /// <summary>Works off a delivery in its conversation's turn, after whatever the inbox still holds for it.</summary>
    /// <exception cref="OperationCanceledException">The turn took longer than its budget; nothing was written.</exception>
    public async Task<TurnOutcome> RunAsync(Inbound inbound, Site site)
    {
        using var budget = new CancellationTokenSource(Budget, Patience);
        using var turn = await gates.EnterAsync(inbound.Key, budget.Token).ConfigureAwait(false);
        foreach (var waiting in await store.InboxAsync(inbound.Key, int.MaxValue, budget.Token).ConfigureAwait(false))
        {
            if (waiting.InboxId == inbound.InboxId) break;
            await RunOneAsync(waiting, site, budget.Token).ConfigureAwait(false);
        }

        return await RunOneAsync(inbound, site, budget.Token).ConfigureAwait(false);
    }

    /// <summary>Accepts a delivery into the inbox, masked before it is written anywhere. <see cref="InboxWorker"/> runs its turn.</summary>
    public async Task<Acceptance> AcceptAsync(Inbound inbound, CancellationToken cancellationToken)
    {
        var (activity, masked) = ActivityMask.Apply(inbound.Activity);
        var accepted = await store.AcceptAsync(inbound with { Activity = activity, IsMasked = masked }, cancellationToken).ConfigureAwait(false);
        if (accepted is { IsNew: true, Sequence: not null }) Desk.Changed(inbound.Key);
        return accepted;
    }

    /// <summary>
    /// Runs a command of the desk as a turn of its conversation, past whatever the inbox still holds: a person need not wait for the bot.
    /// A command that is refused leaves nothing; one that was carried out before is not refused.
    /// </summary>
    /// <param name="command">The command; the one with the same id is the same.</param>
    /// <param name="site">The site of the conversation.</param>
    /// <param name="only">What must still be so when its turn comes, else somebody else was faster; null for nothing.</param>
    /// <exception cref="OperationCanceledException">The turn took longer than its budget; nothing was written.</exception>
    public async Task<TurnOutcome> CommandAsync(Inbound command, Site site, Func<ConversationState, bool>? only = null)
    {
        using var budget = new CancellationTokenSource(Budget, Patience);
        using var turn = await gates.EnterAsync(command.Key, budget.Token).ConfigureAwait(false);
        var outcome = await RunOneAsync(command, site, budget.Token, only).ConfigureAwait(false);
        return outcome.Refusal is not null && await store.IsKnownAsync(command, budget.Token).ConfigureAwait(false) ? TurnOutcome.Duplicate : outcome;
    }

    /// <summary>Runs what a channel knows of people of its platform (<see cref="PlatformEvent"/>) as a turn of its conversation, past whatever the inbox still holds.</summary>
    /// <exception cref="OperationCanceledException">The turn took longer than its budget; nothing was written.</exception>
    public Task<TurnOutcome> HearAsync(Inbound news, Site site) => CommandAsync(news, site);

    /// <summary>Runs one turn on messages out of the inbox that make one statement, oldest first.</summary>
    /// <param name="statement">The messages.</param>
    /// <param name="site">The site of the conversation.</param>
    /// <param name="arrival">What was told as the only one of them was accepted; null asks the store.</param>
    /// <exception cref="OperationCanceledException">The turn took longer than its budget; nothing was written.</exception>
    public async Task<TurnOutcome> RunAcceptedAsync(IReadOnlyList<Inbound> statement, Site site, Arrival? arrival = null)
    {
        using var budget = new CancellationTokenSource(Budget, Patience);
        using var turn = await gates.EnterAsync(statement[0].Key, budget.Token).ConfigureAwait(false);
        return await RunOneAsync(Burst.Join(statement), site, budget.Token, arrival: arrival).ConfigureAwait(false);
    }

    /// <summary>Whether the customer is still telling, so that what follows soon belongs to it.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="arrival">What was told as their message was accepted; null asks the store.</param>
    /// <param name="cancellationToken">Ends the waiting for the store.</param>
    public async Task<bool> IsTellingAsync(ConversationKey key, Arrival? arrival, CancellationToken cancellationToken)
    {
        var stored = arrival is null ? await store.LoadAsync(key, clock.GetUtcNow(), cancellationToken).ConfigureAwait(false) : arrival.Stored;
        return stored is not null && Burst.MayGoOn(brain.Conversation.Read(stored.State));
    }

    /// <summary>In whose hands a conversation is.</summary>
    public async Task<Hands> HandsAsync(ConversationKey key, CancellationToken cancellationToken)
    {
        if (await store.LoadAsync(key, clock.GetUtcNow(), cancellationToken).ConfigureAwait(false) is not { } stored) return Hands.Bot;
        return brain.Conversation.Read(stored.State) switch
        {
            { Owner: Owner.Bot } => Hands.Bot,
            { Owner: Owner.Person, Desk.IsElsewhere: true } => Hands.Platform,
            { Owner: Owner.Waiting, Desk: null or { PassedOn: null } } => Hands.Wanted,
            { Owner: Owner.Waiting, Desk.PassedOn: PassedOn.Asked } => Hands.Asked,
            _ => Hands.Desk,
        };
    }

    /// <summary>Takes a delivery whose turn keeps failing out of the inbox and says so to the customer, in words that need no turn. The state stays as it was.</summary>
    public async Task GiveUpAsync(Inbound inbound, Site site, string apology, CancellationToken cancellationToken)
    {
        using var turn = await gates.EnterAsync(inbound.Key, cancellationToken).ConfigureAwait(false);
        var stored = await store.LoadAsync(inbound.Key, clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        var said = inbound.Activity.CreateReply(apology);
        await store.TryCommitAsync(
            new TurnCommit
            {
                Inbound = inbound,
                ExpectedVersion = stored?.Version ?? 0,
                State = stored?.State ?? brain.Conversation.Write(Conversation.Begin(ids.Seed(), site.Tongue)),
                Outgoing = [said],
                IsFetched = IsFetched(inbound.Key),
                Events = [],
                At = now,
                Expires = now + IConversationStore.KeepFor,
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A conversation finishes on the playbook it began with, even when the files have changed and the process was restarted: fetches it from the archive onto the shelf.</summary>
    public async Task FetchPlaybookAsync(ConversationState state, CancellationToken cancellationToken)
    {
        if (state.Fingerprint is not { } fingerprint || brain.Shelf.ByFingerprint(fingerprint) is not null) return;
        if (await store.ArchivedAsync(fingerprint, cancellationToken).ConfigureAwait(false) is { } sources) brain.Shelf.Archive(sources);
    }

    /// <inheritdoc/>
    public void Dispose() => gates.Dispose();

    private async Task<TurnOutcome> RunOneAsync(Inbound inbound, Site site, CancellationToken cancellationToken, Func<ConversationState, bool>? only = null, Arrival? arrival = null)
    {
        using var watched = Watch.Begin(inbound);
        return await RunOneAsync(inbound, site, (only, arrival), watched, cancellationToken).ConfigureAwait(false);
    }

    private async Task<TurnOutcome> RunOneAsync(Inbound inbound, Site site, (Func<ConversationState, bool>? Only, Arrival? Arrival) given, WatchedTurn watched, CancellationToken cancellationToken)
    {
        var (activity, masked) = ActivityMask.Apply(inbound.Activity);
        inbound = inbound with { Activity = activity, IsMasked = masked || inbound.IsMasked };
        SecondReading? second = null;
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var stored = attempt == 0 && given.Arrival is { } arrival
                ? arrival.Stored
                : await watched.StoreAsync("load", store.LoadAsync(inbound.Key, clock.GetUtcNow(), cancellationToken)).ConfigureAwait(false);
            var state = stored is null ? Conversation.Begin(ids.Seed(), site.Tongue) : brain.Conversation.Read(stored.State);
            if (given.Only?.Invoke(state) == false) return Refused(watched, new(DeskRefusal.Taken, state.Desk?.Agent?.Name ?? ""));
            Stage? before = stored is null ? null : state.Stage;
            await FetchPlaybookAsync(state, cancellationToken).ConfigureAwait(false);
            if (attempt == 0 && state.Owner == Owner.Bot)
            {
                second = await ReadAgainAsync(inbound.Activity, state, cancellationToken).ConfigureAwait(false);
                if (second is not null && MaskAgain(inbound, state, site, second) is { } cleaned) inbound = inbound with { Activity = cleaned, IsMasked = true };
            }

            var analyzer = second is null ? brain.Analyzer : new SecondOpinion(brain.Analyzer, inbound.Activity.Text!, second);
            var turn = await TakeTurnAsync(inbound, (state, stored?.Filed ?? 0), site, analyzer, cancellationToken).ConfigureAwait(false);
            if (turn.Refusal is { } refusal) return Refused(watched, refusal);
            var version = stored?.Version ?? 0;
            var result = await watched.StoreAsync("commit", store.TryCommitAsync(Commit(inbound, version, turn), cancellationToken)).ConfigureAwait(false);
            if (result.Outcome == CommitOutcome.Committed)
            {
                watched.Committed(before, turn, version + 1);
                Desk.Changed(inbound.Key);
                return new(false, result.Lines, turn.State) { IsInboxEmpty = result.IsInboxEmpty };
            }

            if (result.Outcome == CommitOutcome.Duplicate)
            {
                watched.Ended("duplicate");
                return TurnOutcome.Duplicate;
            }
        }

        throw new InvalidOperationException($"Conversation {inbound.Key} was written by others {MostAttempts} times in a row; the delivery {inbound.DedupeId} was not worked off.");
    }

    private static TurnOutcome Refused(WatchedTurn watched, DeskRefusal why)
    {
        watched.Ended("refused");
        return TurnOutcome.Refused(why);
    }

    private async Task<ComplaintTurn> TakeTurnAsync(Inbound inbound, (ConversationState State, long Filed) loaded, Site site, ITextAnalyzer analyzer, CancellationToken cancellationToken)
    {
        var (state, filed) = loaded;
        var now = clock.GetUtcNow().ToOffset(OffsetOf(inbound, state));
        var candidates = PlaybookChoice.Candidates(brain.Shelf, state, site);
        var understood = Understanding.Of(analyzer, state, inbound.Activity, candidates, now);
        var playbook = PlaybookChoice.Settle(state, candidates, understood);
        if (candidates.Count > 1) understood = Understanding.Of(analyzer, state, inbound.Activity, [playbook], now);
        var answers = new TurnAnswers
        {
            Analysis = understood.Message,
            Statement = understood.Statement,
            Businesses = PlaybookChoice.Businesses(state, candidates),
            Masked = inbound.IsMasked,
            FreshCaseNumber = ids.CaseNumber(now),
            Granted = state.Granted is null
                ? await ledger.GrantedAsync(inbound.Key.ToString(), now.AddDays(-candidates.Max(one => one.Authority.WindowDays)), filed, cancellationToken).ConfigureAwait(false)
                : [],
            AskedCase = understood.Message?.Find(FactNames.CaseNumber) is { } asked
                ? await ledger.FindForAsync(asked.Value, inbound.Key.ToString(), filed, cancellationToken).ConfigureAwait(false)
                : null,
            Desk = await Desk.StatusAsync(inbound.Key, state, cancellationToken).ConfigureAwait(false),
        };
        return brain.Conversation.OnTurn(state, inbound.Activity, now, playbook, answers);
    }

    /// <summary>Times are told by the customer's clock, which neither the desk's nor ours is.</summary>
    private static TimeSpan OffsetOf(Inbound inbound, ConversationState state) =>
        inbound.Activity.Type == ActivityTypes.Event && DeskEvents.IsInternal(inbound.Activity.Name) && state.LastMessage != default ? state.LastMessage.Offset : inbound.At.Offset;

    private ValueTask<SecondReading?> ReadAgainAsync(Activity activity, ConversationState state, CancellationToken cancellationToken) =>
        brain.SecondReader is { } reader && activity is { Type: ActivityTypes.Message, Text: { } text }
            ? reader.ReadAsync(text, LanguageReader.Read(text, state.Speech.Tongue), cancellationToken)
            : ValueTask.FromResult<SecondReading?>(null);

    /// <summary>The activity without what the second reader says must not be kept; null when that is nothing, or was read as a fact of the complaint.</summary>
    private Activity? MaskAgain(Inbound inbound, ConversationState state, Site site, SecondReading second)
    {
        if (second.Secrets.Count == 0) return null;
        var text = inbound.Activity.Text!;
        var read = Understanding.Of(brain.Analyzer, state, inbound.Activity, PlaybookChoice.Candidates(brain.Shelf, state, site), inbound.At);
        var masked = second.Mask(text, read.Message?.Facts ?? []);
        if (ReferenceEquals(masked, text)) return null;
        var copy = inbound.Activity.Copy();
        copy.Text = masked;
        return copy;
    }

    private TurnCommit Commit(Inbound inbound, long version, ComplaintTurn turn) => new()
    {
        Inbound = inbound,
        ExpectedVersion = version,
        State = brain.Conversation.Write(turn.State),
        Outgoing = turn.Outgoing,
        IsFetched = IsFetched(inbound.Key),
        Events = [.. turn.Events.Select(filed => new FiledEvent(filed.Case, filed.Event, ids.Salt()))],
        OpenedCase = turn.OpenedCase,
        Fingerprint = turn.State.Fingerprint,
        At = turn.Now,
        Chat = Row(inbound.Key, turn),
        RemindAt = turn.State.NextLook,
        Expires = turn.Now + IConversationStore.KeepFor,
    };

    /// <summary>The row of the desk, from the first case or handover on. An account of a channel with several sites is named after its kind and the site.</summary>
    private static ChatRow? Row(ConversationKey key, ComplaintTurn turn)
    {
        if (turn.State is { Case.Number: null, Owner: Owner.Bot, Desk: null }) return null;
        var site = key.Channel.IndexOf('-', StringComparison.Ordinal) is var hyphen and > 0 ? key.Channel[(hyphen + 1)..] : null;
        var place = new ChatPlace(key.Channel, key.Conversation, site, turn.Now, turn.Now, 0, null);
        return new(ChatSummary.Of(turn.State, turn.Playbook, place), turn.Case.Find(FactNames.Who)?.Value);
    }
}

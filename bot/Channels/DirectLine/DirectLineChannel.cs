using System.Text.Json;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;

namespace ComplaintBot.Channels.DirectLine;

/// <summary>Conversations over Direct Line: how they begin, what is accepted for them, and what their clients may see.</summary>
/// <param name="settings">The sites.</param>
/// <param name="store">Where conversations are kept.</param>
/// <param name="runner">Runs turns.</param>
/// <param name="pages">The pages that are open.</param>
/// <param name="playbooks">The ids of all playbooks there are right now.</param>
/// <param name="clock">Our clock.</param>
internal sealed class DirectLineChannel(DirectLineSettings settings, IConversationStore store, TurnRunner runner, LivePages pages, Func<IReadOnlyList<string>> playbooks, TimeProvider clock)
    : IChannel
{
    /// <summary>What the names of its accounts begin with; the name of the site follows.</summary>
    public const string Account = "directline-";

    /// <summary>How long the greeting is waited for; what the customer says is taken all the same.</summary>
    private static readonly TimeSpan Greeting = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public string Prefix => Account;

    /// <inheritdoc/>
    public bool IsFetched => true;

    /// <summary>Told which conversation has something in its inbox, and answers when that is worked off; set once, before the first request.</summary>
    public Func<ConversationKey, Arrival?, Task> Wake { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>The key of a conversation of a site.</summary>
    public static ConversationKey Key(string site, string conversation) => new(Account + site, conversation);

    /// <summary>The number of the last line; null when the conversation was not started or has expired.</summary>
    public Task<long?> LastAsync(ConversationKey key, CancellationToken cancellationToken) => store.LastSequenceAsync(key, clock.GetUtcNow(), cancellationToken);

    /// <summary>Whether a conversation was started and has not expired; pages that are there need not be looked up.</summary>
    public async ValueTask<bool> IsThereAsync(ConversationKey key, CancellationToken cancellationToken) => pages.IsKnown(key) || await LastAsync(key, cancellationToken).ConfigureAwait(false) is not null;

    /// <summary>Starts a conversation.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="grant">What its token allows.</param>
    /// <param name="user">Who is there; null when nobody said.</param>
    /// <param name="locale">The language of the page.</param>
    /// <param name="cancellationToken">Ends the waiting for the store.</param>
    /// <returns>False when it had been started before.</returns>
    public async Task<bool> StartAsync(ConversationKey key, Grant grant, ChannelAccount? user, string? locale, CancellationToken cancellationToken)
    {
        var members = user is null ? (ChannelAccount[])[ClientActivity.Bot] : [ClientActivity.Bot, user];
        var accepted = await runner.AcceptAsync(Update(key, "start", members, (grant.Playbook, grant.Locale ?? locale)), cancellationToken).ConfigureAwait(false);
        if (user is not null) _ = pages.IsFirst(key);
        _ = Wake(key, accepted.Arrival);
        return accepted.IsNew;
    }

    /// <summary>Accepts what a customer sent.</summary>
    /// <param name="key">The conversation; it must have been started.</param>
    /// <param name="activity">A cleaned activity.</param>
    /// <param name="ownId">What the client will repeat it by; null for no repeating.</param>
    /// <param name="cancellationToken">Ends the waiting for the store.</param>
    /// <returns>The id of the activity; the same for one that is repeated.</returns>
    public async Task<string> AcceptAsync(ConversationKey key, Activity activity, string ownId, CancellationToken cancellationToken)
    {
        pages.Seen(key);
        if (pages.IsFirst(key)) await JoinAsync(key, activity, cancellationToken).ConfigureAwait(false);
        var inbound = new Inbound(key, ownId, activity, ClientActivity.TimeOf(activity, clock.GetUtcNow(), settings.Zone)) { IsShown = true };
        var accepted = await runner.AcceptAsync(inbound, cancellationToken).ConfigureAwait(false);

        // One that is known may wait all the same: the answer to its acceptance was lost, and so nobody was told.
        pages.Notify(key);
        _ = Wake(key, accepted.Arrival);
        return accepted.Sequence is { } line ? LineId.Of(key, line) : $"{key.Conversation}|{ownId}";
    }

    /// <summary>Passes typing on to the conversation's pages.</summary>
    /// <returns>The id it got.</returns>
    public string Pass(ConversationKey key, Activity typing, string id)
    {
        (typing.Id, typing.Timestamp) = ($"{key.Conversation}|t{id}", clock.GetUtcNow());
        pages.Pass(key, typing);
        return typing.Id;
    }

    /// <summary>What clients may see after a line, and the number of the last line that was looked at.</summary>
    public async Task<(IReadOnlyList<Activity> Activities, long Last)> ReadAsync(ConversationKey key, long after, CancellationToken cancellationToken)
    {
        var lines = await store.TranscriptAsync(key, after, cancellationToken).ConfigureAwait(false);
        return ([.. lines.Where(IsVisible).Select(line => line.Activity)], lines is [.., var last] ? last.Sequence : after);
    }

    /// <summary>Keeps a file with its conversation.</summary>
    /// <returns>The path it is to be had at.</returns>
    public async Task<string> KeepAsync(ConversationKey key, KeptFile file, CancellationToken cancellationToken)
    {
        await store.KeepFileAsync(key, file, cancellationToken).ConfigureAwait(false);
        return AddressOf(key, file.Id);
    }

    /// <summary>A file of a conversation, or null.</summary>
    public Task<KeptFile?> FileAsync(string site, string conversation, string id, CancellationToken cancellationToken) => store.FileAsync(Key(site, conversation), id, cancellationToken);

    /// <summary>The playbooks of a site: those it names, as far as they are there, or all.</summary>
    public IReadOnlyList<string> PlaybooksOf(string site) => settings.Sites.TryGetValue(site, out var known) && known.Playbooks.Count > 0 ? known.Playbooks : playbooks();

    /// <inheritdoc/>
    public Site SiteOf(Inbound inbound)
    {
        var site = PlaybooksOf(inbound.Key.Channel[Account.Length..]);
        var named = inbound.Activity is { Type: ActivityTypes.ConversationUpdate, ChannelData: { ValueKind: JsonValueKind.Object } data } && data.TryGetProperty("playbook", out var one) ? one.GetString() : null;
        return Site.For(named is not null && site.Contains(named) ? [named] : site, inbound.Activity.Locale);
    }

    /// <inheritdoc/>
    public string AddressOf(ConversationKey key, string file) => $"/v3/directline/files/{Uri.EscapeDataString(key.Channel[Prefix.Length..])}/{Uri.EscapeDataString(key.Conversation)}/{file}";

    /// <inheritdoc/>
    public string ApologyFor(Inbound inbound) => ChannelTexts.For(inbound.Activity.Locale)["turn-failed"];

    /// <inheritdoc/>
    public void Answered(ConversationKey key, IReadOnlyList<OutboxLine> lines)
    {
        foreach (var line in lines)
            if (line.Sequence == 0) pages.Pass(key, line.Activity);
        pages.Notify(key);
    }

    /// <inheritdoc/>
    public void Pass(ConversationKey key, Activity passing) => Pass(key, passing, $"{clock.GetUtcNow().UtcTicks}");

    /// <summary>Nothing is sent: clients read what was committed. A line that an earlier version has put into the outbox is told to those that are there.</summary>
    public Task SendAsync(OutboxLine line, CancellationToken cancellationToken)
    {
        pages.Notify(line.Key);
        return Task.CompletedTask;
    }

    /// <summary>The customer is there: greeted before the first thing they say is taken, should the start not have said who it is.</summary>
    private async Task JoinAsync(ConversationKey key, Activity first, CancellationToken cancellationToken)
    {
        var accepted = await runner.AcceptAsync(Update(key, "join", [first.From!], (null, first.Locale)), cancellationToken).ConfigureAwait(false);
        if (accepted.IsNew) await Task.WhenAny(Wake(key, accepted.Arrival), Task.Delay(Greeting, clock, cancellationToken)).ConfigureAwait(false);
    }

    private Inbound Update(ConversationKey key, string delivery, ChannelAccount[] members, (string? Playbook, string? Locale) wish)
    {
        var update = new Activity
        {
            Type = ActivityTypes.ConversationUpdate,
            ChannelId = "directline",
            Conversation = new() { Id = key.Conversation },
            From = members[^1],
            Recipient = ClientActivity.Bot,
            MembersAdded = members,
            Locale = wish.Locale,
            ChannelData = wish.Playbook is null ? null : JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["playbook"] = wish.Playbook }, WishJson.Default.DictionaryStringString),
        };
        return new(key, delivery, update, TimeZoneInfo.ConvertTime(clock.GetUtcNow(), settings.Zone));
    }

    private static bool IsVisible(TranscriptLine line) => !line.Outgoing || line.Activity.Type is ActivityTypes.Message or ActivityTypes.EndOfConversation;
}

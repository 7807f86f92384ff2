using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Turns;

namespace ComplaintBot.Commands;

/// <summary>A conversation with the bot in the terminal. Every turn is committed before its answer is shown, so it can be left at any time.</summary>
internal sealed class ChatCommand(Composition parts, ChatScreen screen, TimeProvider clock)
{
    private const string Channel = "terminal";

    private IReadOnlyList<string> choices = [];
    private ConversationState? state;

    /// <summary>Talks until the input ends.</summary>
    /// <param name="site">The playbooks and the language to begin with.</param>
    /// <param name="lines">What the customer types.</param>
    /// <param name="bookmark">Remembers which conversation was last.</param>
    /// <param name="resume">Whether to go on with that one.</param>
    public async Task RunAsync(Site site, TypedLines lines, Bookmark bookmark, bool resume)
    {
        var key = new ConversationKey(Channel, resume && bookmark.Read() is { } last ? last.Conversation : parts.Ids.Delivery());
        var resumed = resume && await LoadAsync(key).ConfigureAwait(false);
        screen.Title(Business(site));
        if (resumed) await ShowEarlierAsync(key, site).ConfigureAwait(false);
        else
        {
            if (resume) screen.Note("chat-nothing-to-resume");
            bookmark.Write(key.Conversation, site.Playbooks);
            await TurnAsync(key, site, new Activity { Type = ActivityTypes.ConversationUpdate, MembersAdded = [new() { Id = "customer" }] }).ConfigureAwait(false);
        }

        while (await NextAsync(lines).ConfigureAwait(false) is { } text)
        {
            screen.Typed(text);
            if (text.Length == 0) continue;
            await TurnAsync(key, site, Activity.Message(Chosen(text))).ConfigureAwait(false);
        }

        screen.Left();
    }

    private string Business(Site site) => Speaker(site).Business.In(state?.Speech.Tongue ?? site.Tongue);

    /// <summary>Who speaks: the playbook of the conversation once it is settled, the only one of the site, or the general one.</summary>
    private Dialogs.Playbooks.Identity Speaker(Site site)
    {
        var shelf = parts.Brain.Shelf;
        var playbook = state?.Fingerprint is { } settled ? shelf.ByFingerprint(settled) : site.Playbooks is [var only] ? shelf.Current.Find(only) : null;
        return (playbook ?? shelf.Current.Find("general") ?? shelf.Current.All[0]).Identity;
    }

    /// <summary>Loads a conversation; false when it has expired, or ended before it began.</summary>
    private async Task<bool> LoadAsync(ConversationKey key)
    {
        if (await parts.Store.LoadAsync(key, clock.GetUtcNow(), CancellationToken.None).ConfigureAwait(false) is not { } stored) return false;
        state = parts.Brain.Conversation.Read(stored.State);
        await parts.Runner.FetchPlaybookAsync(state, CancellationToken.None).ConfigureAwait(false);
        return true;
    }

    /// <summary>Shows where the conversation was left, and with it what a crash may have kept from being shown.</summary>
    private async Task ShowEarlierAsync(ConversationKey key, Site site)
    {
        screen.Note("chat-resumed");
        foreach (var line in await parts.Store.TranscriptAsync(key, 0, CancellationToken.None).ConfigureAwait(false))
        {
            if (!line.Outgoing)
            {
                screen.Customer(line.Activity.Text ?? "");
                continue;
            }

            Show(line.Activity, site);
            await parts.Store.MarkSentAsync(key, line.Sequence, CancellationToken.None).ConfigureAwait(false);
        }

        Offer();
    }

    /// <summary>The next statement. While the customer is telling, what follows within the pause belongs to it.</summary>
    private Task<string?> NextAsync(TypedLines lines)
    {
        screen.Prompt();
        return lines.NextAsync(state is not null && Burst.MayGoOn(state));
    }

    private string Chosen(string text) =>
        int.TryParse(text, out var number) && number >= 1 && number <= choices.Count ? choices[number - 1] : text;

    private async Task TurnAsync(ConversationKey key, Site site, Activity activity)
    {
        activity.ChannelId = Channel;
        activity.Recipient = new() { Id = "bot" };
        activity.From = new() { Id = "customer" };
        var outcome = await parts.Runner.RunAsync(new(key, parts.Ids.Delivery(), activity, clock.GetLocalNow()), site).ConfigureAwait(false);
        state = outcome.State;
        choices = [];
        foreach (var line in outcome.Lines)
        {
            Show(line.Activity, site);
            await parts.Store.MarkSentAsync(key, line.Sequence, CancellationToken.None).ConfigureAwait(false);
        }

        Offer();
    }

    private void Offer()
    {
        screen.Choices(choices);
        if (state is { Owner: Owner.Waiting }) screen.Note("chat-waiting");
    }

    private void Show(Activity activity, Site site)
    {
        if (activity.Type != ActivityTypes.Message) return;
        screen.Bot(Speaker(site).Assistant.In(state?.Speech.Tongue ?? site.Tongue), activity.Text ?? "");
        choices = [.. activity.SuggestedActions?.Actions?.Select(action => action.Title ?? "") ?? []];
    }
}

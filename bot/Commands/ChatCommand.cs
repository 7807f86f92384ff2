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
    /// <param name="bookmark">The file that remembers which conversation was last.</param>
    /// <param name="resume">Whether to go on with that one.</param>
    public async Task RunAsync(Site site, TypedLines lines, string bookmark, bool resume)
    {
        var last = resume && File.Exists(bookmark) ? (await File.ReadAllTextAsync(bookmark).ConfigureAwait(false)).Trim() : null;
        var key = new ConversationKey(Channel, last ?? parts.Ids.Delivery());
        if (last is null) await File.WriteAllTextAsync(bookmark, key.Conversation).ConfigureAwait(false);
        screen.Title(Business(site));
        if (last is not null) await ShowEarlierAsync(key, site).ConfigureAwait(false);
        else
        {
            if (resume) screen.Note("chat-nothing-to-resume");
            await TurnAsync(key, site, new Activity { Type = ActivityTypes.ConversationUpdate, MembersAdded = [new() { Id = "customer" }] }).ConfigureAwait(false);
        }

        while (await NextAsync(lines).ConfigureAwait(false) is { } text)
        {
            if (text.Length == 0) continue;
            await TurnAsync(key, site, Activity.Message(Chosen(text))).ConfigureAwait(false);
        }

        screen.Left();
    }

    private string Business(Site site)
    {
        var shelf = parts.Brain.Shelf.Current;
        return (site.Playbooks.Count == 1 ? shelf[site.Playbooks[0]] : shelf.Find("general") ?? shelf.All[0]).Identity.Business.In(site.Tongue);
    }

    /// <summary>Shows where the conversation was left, and delivers what a crash may have left behind.</summary>
    private async Task ShowEarlierAsync(ConversationKey key, Site site)
    {
        screen.Note("chat-resumed");
        foreach (var line in await parts.Store.TranscriptAsync(key, 0, CancellationToken.None).ConfigureAwait(false))
        {
            if (line.Outgoing) Show(line.Activity, site);
            else screen.Customer(line.Activity.Text ?? "");
            if (line.Outgoing) await parts.Store.MarkSentAsync(key, line.Sequence, CancellationToken.None).ConfigureAwait(false);
        }

        if (await parts.Store.LoadAsync(key, clock.GetUtcNow(), CancellationToken.None).ConfigureAwait(false) is { } stored) state = parts.Brain.Conversation.Read(stored.State);
        screen.Choices(choices);
    }

    /// <summary>The next statement. While the customer is telling, what follows within the pause belongs to it.</summary>
    private Task<string?> NextAsync(TypedLines lines)
    {
        screen.Prompt();
        var venting = state is { Owner: Owner.Bot, Vent: { Over: false, Answered: true } } && state.Expects == Expects.Vent;
        return lines.NextAsync(venting);
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

        screen.Choices(choices);
        if (state is { Owner: Owner.Waiting }) screen.Note("chat-waiting");
    }

    private void Show(Activity activity, Site site)
    {
        if (activity.Type != ActivityTypes.Message) return;
        var shelf = parts.Brain.Shelf.Current;
        var playbook = state?.Playbook is { } settled ? shelf.Find(settled) : site.Playbooks.Count == 1 ? shelf[site.Playbooks[0]] : null;
        screen.Bot((playbook ?? shelf.Find("general") ?? shelf.All[0]).Identity.Assistant.In(state?.Speech.Tongue ?? site.Tongue), activity.Text ?? "");
        choices = [.. activity.SuggestedActions?.Actions?.Select(action => action.Title ?? "") ?? []];
    }
}

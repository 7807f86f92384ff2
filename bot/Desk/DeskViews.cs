using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Turns;

namespace ComplaintBot.Desk;

/// <summary>One chat with all a person needs to know before the first word: brief, facts, remedies, phrases.</summary>
internal sealed class DeskViews(LiveDeskParts parts)
{
    /// <summary>All of a chat; null when it has expired.</summary>
    public async Task<ChatView?> ViewAsync(ChatSummary chat, Colleague person, Tongue language, CancellationToken cancellationToken)
    {
        if (await LoadAsync(chat, cancellationToken).ConfigureAwait(false) is not { } loaded) return null;
        return new() { Chat = chat, Brief = new() { Who = "", What = "", Next = "" }, Agreed = loaded.State.Desk?.Agreed };
    }

    /// <summary>Lines that fit the moment; null when the chat has expired.</summary>
    public async Task<IReadOnlyList<MomentPhrase>?> PhrasesAsync(ChatSummary chat, Colleague person, CancellationToken cancellationToken) =>
        await LoadAsync(chat, cancellationToken).ConfigureAwait(false) is null ? null : [];

    /// <summary>The conversation of a row with the playbook it goes by; null when it has expired.</summary>
    private async Task<(ConversationState State, Playbook Playbook)?> LoadAsync(ChatSummary chat, CancellationToken cancellationToken)
    {
        var now = parts.Clock.GetUtcNow();
        if (await parts.Store.LoadAsync(new(chat.Channel, chat.Conversation), now, cancellationToken).ConfigureAwait(false) is not { } stored) return null;
        var state = parts.Brain.Conversation.Read(stored.State);
        await parts.Runner.FetchPlaybookAsync(state, cancellationToken).ConfigureAwait(false);
        var shelf = parts.Brain.Shelf;
        var playbook = (state.Fingerprint is { } fingerprint ? shelf.ByFingerprint(fingerprint) : null) ?? shelf.Current.Find(chat.Playbook) ?? shelf.Current.All[0];
        return (state, playbook);
    }
}

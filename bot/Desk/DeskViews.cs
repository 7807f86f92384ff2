using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Desk;

/// <summary>One chat with all a person needs to know before the first word: brief, facts, remedies, phrases.</summary>
internal sealed class DeskViews(LiveDeskParts parts, Colleagues colleagues)
{
    /// <summary>All of a chat; null when it has expired.</summary>
    public async Task<ChatView?> ViewAsync(ChatSummary chat, Colleague person, Tongue language, CancellationToken cancellationToken)
    {
        if (await LoadAsync(chat, person, language, cancellationToken).ConfigureAwait(false) is not { } reading) return null;
        var place = new ChatPlace(chat.Channel, chat.Conversation, chat.Site, chat.StartedAt, chat.UpdatedAt, chat.Sequence, chat.LastLine);
        var timeline = chat.CaseNumber is { } number ? await parts.Ledger.TimelineAsync(number, cancellationToken).ConfigureAwait(false) : [];
        var window = await parts.Channels.WindowOfAsync(new(chat.Channel, chat.Conversation), cancellationToken).ConfigureAwait(false);
        return ChatView.Of(reading, place, [.. timeline.Select(entry => CaseFiles.TaskOf(entry.Event)).OfType<CaseTask>()]) with { Window = window is null ? null : new(window.Left, window.Until) };
    }

    /// <summary>Lines that fit the moment; null when the chat has expired.</summary>
    public async Task<IReadOnlyList<MomentPhrase>?> PhrasesAsync(ChatSummary chat, Colleague person, CancellationToken cancellationToken) =>
        await LoadAsync(chat, person, chat.Language, cancellationToken).ConfigureAwait(false) is { } reading ? Moment.Of(reading) : null;

    /// <summary>All that is kept of a chat's case; null when the chat has expired.</summary>
    public async Task<CaseFile?> CaseAsync(ChatSummary chat, Colleague person, Tongue language, CancellationToken cancellationToken)
    {
        if (await LoadAsync(chat, person, language, cancellationToken).ConfigureAwait(false) is not { } reading) return null;
        var files = new CaseFiles(reading, await colleagues.NamesAsync(cancellationToken).ConfigureAwait(false), person, DeskReader.IsOwn(person, chat));
        if (chat.CaseNumber is not { } number) return files.Of([], null);
        var timeline = await parts.Ledger.TimelineAsync(number, cancellationToken).ConfigureAwait(false);
        return files.Of(timeline, await parts.Ledger.FirstBreakAsync(number, cancellationToken).ConfigureAwait(false));
    }

    private async Task<DeskReading?> LoadAsync(ChatSummary chat, Colleague person, Tongue language, CancellationToken cancellationToken)
    {
        var now = parts.Clock.GetUtcNow();
        if (await parts.Store.LoadAsync(new(chat.Channel, chat.Conversation), now, cancellationToken).ConfigureAwait(false) is not { } stored) return null;
        var state = parts.Brain.Conversation.Read(stored.State);
        await parts.Runner.FetchPlaybookAsync(state, cancellationToken).ConfigureAwait(false);
        var shelf = parts.Brain.Shelf;
        var playbook = (state.Fingerprint is { } fingerprint ? shelf.ByFingerprint(fingerprint) : null) ?? shelf.Current.Find(chat.Playbook) ?? shelf.Current.All[0];
        return new(state, playbook, parts.Brain.Conversation.Book, language, person.Authority ?? Role.Agent, now.ToOffset(state.LastMessage.Offset));
    }
}

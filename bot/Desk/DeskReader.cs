using System.Collections.Concurrent;
using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;

namespace ComplaintBot.Desk;

/// <summary>
/// What a person at the desk may see: never a complaint about themselves, of a customer's numbers and addresses only those of their own
/// chats, and every case they read is noted.
/// </summary>
internal sealed class DeskReader(IChatIndex chats, DeskQueue queue, TimeProvider clock)
{
    /// <summary>Chats of one page.</summary>
    public const int MostChats = 200;

    /// <summary>Lines of one page.</summary>
    public const int MostLines = 2_000;

    private const int MostNoted = 10_000;

    private readonly ConcurrentDictionary<(string Subject, string Person, long Hour), bool> noted = new();

    /// <summary>A page of a list; null when there is no such list. Filters are asked of every chat there is, not of those a page has.</summary>
    public async Task<ChatPage?> PageAsync(Colleague person, ListRequest asked, CancellationToken cancellationToken)
    {
        var waiting = await queue.ForAsync(person, cancellationToken).ConfigureAwait(false);
        var mine = await chats.OfAsync(person.Id, cancellationToken).ConfigureAwait(false);
        var list = asked.View switch
        {
            "queue" => asked.After is null ? await WaitingAsync(person, waiting, asked, cancellationToken).ConfigureAwait(false) : [],
            "mine" => asked.After is null ? Wanted(person, mine, asked.Filter) : [],
            "all" => await AllAsync(person, asked, cancellationToken).ConfigureAwait(false),
            _ => null,
        };
        if (list is null) return null;
        var counts = new ChatCounts(waiting.Count, mine.Count, await chats.CountAsync(cancellationToken).ConfigureAwait(false));
        return new(list, counts, asked.View == "all" && list.Count == asked.Most);
    }

    /// <summary>A chat that a person may see, as they may see it; null when there is none.</summary>
    public async Task<ChatSummary?> FindAsync(Colleague person, ConversationKey key, CancellationToken cancellationToken) =>
        await chats.FindAsync(key, cancellationToken).ConfigureAwait(false) is { } row && MaySee(person, row) ? Shown(person, row) : null;

    /// <summary>Chats with a remedy that waits for the word of somebody like this person.</summary>
    public async Task<IReadOnlyList<ChatSummary>> ApprovalsAsync(Colleague person, CancellationToken cancellationToken) =>
        [.. (await chats.ApprovalsAsync(cancellationToken).ConfigureAwait(false)).Where(row => MaySee(person, row) && row.Summary.Approvals.Any(one => MayAnswer(person, one))).Select(row => Shown(person, row))];

    /// <summary>The transcript after a line.</summary>
    public async Task<LinePage> LinesAsync(Colleague person, ChatSummary chat, long after, int most, CancellationToken cancellationToken)
    {
        var lines = await chats.LinesAsync(new(chat.Channel, chat.Conversation), after, most, cancellationToken).ConfigureAwait(false);
        var own = IsOwn(person, chat);
        return new([.. lines.Select(line => Shown(line, own, own || MayHear(person, line.Line.Activity)))], lines is [.., var last] ? last.Line.Sequence : after);
    }

    /// <summary>Notes that a person has read a case, once for each hour.</summary>
    public async Task NoteAsync(Colleague person, ChatSummary chat, CancellationToken cancellationToken)
    {
        var (now, subject) = (clock.GetUtcNow(), chat.CaseNumber ?? new ConversationKey(chat.Channel, chat.Conversation).ToString());
        var note = (subject, person.Id, now.UtcTicks / TimeSpan.TicksPerHour);
        if (noted.ContainsKey(note)) return;
        await chats.NoteReadAsync(subject, person.Id, now, cancellationToken).ConfigureAwait(false);
        if (noted.Count >= MostNoted) noted.Clear();
        noted[note] = true;
    }

    /// <summary>Whether a person may see a chat at all.</summary>
    public static bool MaySee(Colleague person, ChatRow row) => person.MayRead && !person.IsMeant(row.About);

    /// <summary>Whether a person has a chat.</summary>
    public static bool IsOwn(Colleague person, ChatSummary chat) => chat.Agent?.Id == person.Id;

    /// <summary>A row as a person may see it.</summary>
    public static ChatSummary Shown(Colleague person, ChatRow row) => IsOwn(person, row.Summary) ? row.Summary : Hidden(row.Summary);

    /// <summary>A row for everybody who does not have the chat.</summary>
    public static ChatSummary Hidden(ChatSummary chat) => chat with
    {
        TriggerWords = chat.TriggerWords is { } words ? ContactMask.Hide(words) : null,
        LastLine = chat.LastLine is { } line ? line with { Text = ContactMask.Hide(line.Text) } : null,
    };

    /// <summary>A view for somebody who does not have the chat.</summary>
    public static ChatView Hidden(ChatView view) => view with
    {
        Chat = Hidden(view.Chat),
        Brief = view.Brief with
        {
            Who = ContactMask.Hide(view.Brief.Who),
            What = ContactMask.Hide(view.Brief.What),
            Wanted = ContactMask.Hide(view.Brief.Wanted),
            TriggerWords = ContactMask.Hide(view.Brief.TriggerWords),
        },
        Facts = [.. view.Facts.Select(fact => ContactMask.IsContact(fact.Name)
            ? fact with { Value = fact.Value is { } value ? ContactMask.HideAll(value) : null, Text = ContactMask.HideAll(fact.Text) }
            : fact with { Text = ContactMask.Hide(fact.Text), Value = fact.Value is { } said ? ContactMask.Hide(said) : null })],
    };

    /// <summary>The first of the queue that are wanted. The rows of so many are read together as a page holds, for most queues are no longer.</summary>
    private async Task<List<ChatSummary>> WaitingAsync(Colleague person, IReadOnlyList<WaitingChat> waiting, ListRequest asked, CancellationToken cancellationToken)
    {
        var list = new List<ChatSummary>(asked.Most);
        foreach (var portion in waiting.Chunk(asked.Most))
        {
            list.AddRange(Wanted(person, await chats.FindAsync([.. portion.Select(chat => chat.Key)], cancellationToken).ConfigureAwait(false), asked.Filter).Take(asked.Most - list.Count));
            if (list.Count == asked.Most) break;
        }

        return list;
    }

    /// <summary>A page of all chats; what the person may not see or was found by what they may not see is made up for by the next ones.</summary>
    private async Task<List<ChatSummary>> AllAsync(Colleague person, ListRequest asked, CancellationToken cancellationToken)
    {
        var list = new List<ChatSummary>(asked.Most);
        for (var after = asked.After; ;)
        {
            var portion = await chats.AllAsync(asked.Filter, after, asked.Most, cancellationToken).ConfigureAwait(false);
            list.AddRange(Wanted(person, portion, asked.Filter).Take(asked.Most - list.Count));
            if (list.Count == asked.Most || portion.Count < asked.Most) return list;
            after = ChatMark.Of(portion[^1]);
        }
    }

    private static List<ChatSummary> Wanted(Colleague person, IEnumerable<ChatRow> rows, ChatFilter filter) =>
        [.. rows.Where(row => MaySee(person, row)).Select(row => Shown(person, row)).Where(filter.Fits)];

    private static bool MayAnswer(Colleague person, Approval approval) => person.Authority >= approval.Needs && approval.By.Id != person.Id;

    /// <summary>What a supervisor whispers to somebody is no colleague's affair.</summary>
    private static bool MayHear(Colleague person, Activity activity) => activity.Name != DeskEvents.Whisper || person.Leads || !person.MayAct || activity.From?.Id == person.Id;

    private static WireLine Shown(DeskLine line, bool own, bool mayHear)
    {
        var (activity, outgoing) = (line.Line.Activity, line.Line.Outgoing);
        var said = mayHear ? activity.Text : null;
        var text = said is not null && !own ? ContactMask.Hide(said) : said;
        return new(line.Line.Sequence, From(line.Line), Name(line.Line), line.Line.At, text, TurnEntity.Read(activity, "stage"), TurnEntity.Read(activity, "step"), Kind(line.Line),
            DeskWire.Files(activity), outgoing && activity.Type == ActivityTypes.Message ? line.IsDelivered : null, line.Trouble);
    }

    private static string Kind(TranscriptLine line) => line.Activity switch
    {
        { Type: ActivityTypes.Event, Name: DeskEvents.Note } when line.Outgoing => "note",
        { Type: ActivityTypes.Event, Name: DeskEvents.Whisper } when line.Outgoing => "whisper",
        { Type: ActivityTypes.Message } => "message",
        _ => "event",
    };

    private static string From(TranscriptLine line)
    {
        if (!line.Outgoing) return "customer";
        if (line.Activity.Type == ActivityTypes.Event) return line.Activity.From?.Id is null or "bot" or "system" ? "system" : "person";
        return TurnEntity.Read(line.Activity, TurnEntity.By) is not null ? "person" : "bot";
    }

    /// <summary>The bot's name is the playbook's affair.</summary>
    private static string? Name(TranscriptLine line) => From(line) is "bot" or "system" ? null : line.Activity.From?.Name;
}

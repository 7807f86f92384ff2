using System.Text.Json;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Turns.Sqlite;

/// <summary>Writes the row the desk shows of a conversation, within the transaction of the turn it follows from.</summary>
internal static class ChatWriter
{
    private static readonly Statement Save = new("save-chat",
        """
        INSERT INTO chat (conversation, owner, over, priority, queued_at, taken_at, agent, playbook, language, team, addressed_to, last_agent,
            abusive, held_until, unanswered, approvals, about, started, updated, last_text, last_from, last_at, summary, channel, anger, words)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,
            coalesce((SELECT at FROM line WHERE conversation = ?1 ORDER BY sequence LIMIT 1), ?18), ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25)
        ON CONFLICT (conversation) DO UPDATE SET owner = excluded.owner, over = excluded.over, priority = excluded.priority,
            queued_at = excluded.queued_at, taken_at = coalesce(excluded.taken_at, taken_at), agent = excluded.agent, playbook = excluded.playbook,
            language = excluded.language, team = excluded.team, addressed_to = excluded.addressed_to, last_agent = excluded.last_agent,
            abusive = excluded.abusive, held_until = excluded.held_until, unanswered = excluded.unanswered, approvals = excluded.approvals, about = excluded.about,
            updated = excluded.updated, summary = excluded.summary, anger = excluded.anger, words = excluded.words,
            last_text = CASE WHEN excluded.last_at >= coalesce(last_at, 0) THEN excluded.last_text ELSE last_text END,
            last_from = CASE WHEN excluded.last_at >= coalesce(last_at, 0) THEN excluded.last_from ELSE last_from END,
            last_at = CASE WHEN excluded.last_at >= coalesce(last_at, 0) THEN excluded.last_at ELSE last_at END
        """);

    /// <summary>Writes a row.</summary>
    /// <param name="session">The connection of the transaction.</param>
    /// <param name="conversation">The conversation's id in its table.</param>
    /// <param name="row">The row.</param>
    /// <param name="lines">The lines this turn has added.</param>
    /// <param name="commit">The commit it belongs to.</param>
    public static void Write(SqliteSession session, long conversation, ChatRow row, IEnumerable<(Activity Activity, bool Outgoing, long Stamp)> lines, TurnCommit commit)
    {
        var chat = row.Summary;
        var last = Last(lines, commit);
        session.Execute(Save, conversation, chat.Owner.Id(), chat.Over ? 1L : 0L, (long)chat.Priority, Ticks(chat.QueuedAt), Ticks(chat.TakenAt),
            chat.Agent?.Id, chat.Playbook, chat.Language.Tag(), chat.Team, chat.AddressedTo?.Id, chat.LastAgent?.Id, chat.Abusive ? 1L : 0L,
            Ticks(chat.HeldUntil), Ticks(chat.UnansweredSince), (long)chat.Approvals.Count, row.About, Stamp.Of(commit.At), last?.Text, last?.From, Ticks(last?.At),
            JsonSerializer.SerializeToUtf8Bytes(chat, ChatJson.Default.ChatSummary), chat.Channel, (long)chat.Anger, ChatFilter.WordsOf(chat));
    }

    /// <summary>The last thing said; a message that became a line when it was accepted is said by this turn all the same.</summary>
    private static ChatLine? Last(IEnumerable<(Activity Activity, bool Outgoing, long Stamp)> lines, TurnCommit commit)
    {
        var last = commit.Inbound is { IsLine: true, Sequence: not null } came ? ChatLine.Of(came.Activity, isOutgoing: false, came.At) : null;
        foreach (var (activity, outgoing, stamp) in lines)
            if (ChatLine.Of(activity, outgoing, Stamp.Time(stamp)) is { } line) last = line;
        return last;
    }

    private static long? Ticks(DateTimeOffset? time) => time is { } known ? Stamp.Of(known) : null;
}

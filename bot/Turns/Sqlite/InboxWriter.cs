using ComplaintBot.Dialogs.Runtime.Activities;
using Microsoft.Data.Sqlite;

namespace ComplaintBot.Turns.Sqlite;

/// <summary>Writes a delivery that is accepted before its turn, as one piece.</summary>
internal static class InboxWriter
{
    private static readonly Statement Find = new("find-conversation-of-delivery", "SELECT id, sequence, stamp, expires FROM conversation WHERE key = ?1");

    private static readonly Statement Forget = new("forget-expired-conversation", "DELETE FROM conversation WHERE id = ?1");

    private static readonly Statement Begin = new("begin-conversation",
        "INSERT INTO conversation (key, version, sequence, stamp, expires, state) VALUES (?1, 0, 0, 0, ?2, x'') RETURNING id");

    private static readonly Statement Move = new("move-end-of-conversation", "UPDATE conversation SET sequence = ?2, stamp = ?3, remind_at = NULL WHERE id = ?1");

    private static readonly Statement DropReminder = new("drop-reminder", "UPDATE conversation SET remind_at = NULL WHERE id = ?1 AND remind_at IS NOT NULL");

    private static readonly Statement AddLine = new("add-line-of-delivery", "INSERT INTO line (conversation, sequence, outgoing, at, activity) VALUES (?1, ?2, 0, ?3, ?4)");

    private static readonly Statement NoteLine = new("note-line-of-delivery", "UPDATE delivery SET line = ?3 WHERE conversation = ?1 AND id = ?2");

    private static readonly Statement FindLine = new("find-line-of-delivery", "SELECT line FROM delivery WHERE conversation = ?1 AND id = ?2 AND line IS NOT NULL");

    private static readonly Statement AddToInbox = new("add-to-inbox",
        "INSERT INTO inbox (conversation, delivery, at, activity, line, masked, offset_minutes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");

    /// <summary>Accepts a delivery; one that is known leaves nothing.</summary>
    public static Change<Acceptance> Accept(SqliteSession session, Inbound inbound)
    {
        var (key, delivery) = (inbound.Key.ToString(), Uri.EscapeDataString(inbound.DedupeId));
        if (!TurnWriter.Notes(session, inbound))
            return Change.Undo(new Acceptance(false, session.All(FindLine, row => row.GetInt64(0), key, delivery) is [var known] ? known : null));

        var conversation = Conversation(session, inbound, key);
        var (activity, line) = (inbound.Activity, (long?)null);
        if (inbound.IsLine)
        {
            line = conversation.Sequence + 1;
            var stamp = Stamp.After(conversation.Stamp, inbound.At);
            activity = activity.Copy();
            activity.Id ??= LineId.Of(inbound.Key, line.Value);
            activity.Timestamp = Stamp.Time(stamp);
            session.Execute(AddLine, conversation.Id, line, stamp, ActivityJson.Write(activity));
            session.Execute(Move, conversation.Id, line, stamp);
            session.Execute(NoteLine, key, delivery, line);
        }
        else
        {
            session.Execute(DropReminder, conversation.Id);
        }

        session.Execute(AddToInbox, key, delivery, Stamp.Of(inbound.At), ActivityJson.Write(activity), line, inbound.IsMasked ? 1L : 0L, (long)inbound.At.Offset.TotalMinutes);
        return Change.Keep(new Acceptance(true, line));
    }

    private static Row Conversation(SqliteSession session, Inbound inbound, string key)
    {
        var row = session.First(Find, Row.Read, key);
        if (row is not null && row.Expires > Stamp.Of(inbound.At)) return row;
        if (row is not null) session.Execute(Forget, row.Id);
        return new(session.Number(Begin, key, Stamp.Of(inbound.At + IConversationStore.KeepFor)), 0, 0, 0);
    }

    private sealed record Row(long Id, long Sequence, long Stamp, long Expires)
    {
        public static Row Read(SqliteDataReader row) => new(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3));
    }
}

using ComplaintBot.Dialogs.Runtime.Activities;
using Microsoft.Data.Sqlite;

namespace ComplaintBot.Turns.Sqlite;

/// <summary>Writes what a turn left behind, as one piece.</summary>
internal static class TurnWriter
{
    private static readonly Statement TakeFromInbox = new("take-from-inbox", "DELETE FROM inbox WHERE id = ?1 AND conversation = ?2");

    private static readonly Statement Remember = new("remember-delivery",
        """
        INSERT INTO delivery (conversation, id, until) VALUES (?1, ?2, ?3)
        ON CONFLICT (conversation, id) DO UPDATE SET until = excluded.until WHERE until <= ?4
        """);

    private static readonly Statement Find = new("find-conversation", "SELECT id, version, sequence, stamp, expires FROM conversation WHERE key = ?1");

    private static readonly Statement Forget = new("forget-conversation", "DELETE FROM conversation WHERE id = ?1");

    private static readonly Statement Save = new("save-state",
        """
        INSERT INTO conversation (key, version, sequence, stamp, expires, fingerprint, state, remind_at) VALUES (?1, 1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (key) DO UPDATE SET version = version + 1, sequence = excluded.sequence, stamp = excluded.stamp,
            expires = excluded.expires, fingerprint = excluded.fingerprint, state = excluded.state, remind_at = excluded.remind_at
        RETURNING id
        """);

    private static readonly Statement AddLine = new("add-line", "INSERT INTO line (conversation, sequence, outgoing, at, activity) VALUES (?1, ?2, ?3, ?4, ?5)");

    private static readonly Statement AddToOutbox = new("add-to-outbox", "INSERT INTO outbox (conversation, sequence, at, attempts, dead) VALUES (?1, ?2, ?3, 0, 0)");

    /// <summary>Writes a turn; whatever is refused leaves nothing.</summary>
    public static Change<CommitResult> Commit(SqliteSession session, TurnCommit commit)
    {
        var key = commit.Inbound.Key.ToString();
        if (!IsNew(session, commit.Inbound)) return Refused(CommitOutcome.Duplicate);

        var row = session.First(Find, Row.Read, key);
        if (row is not null && commit.ExpectedVersion == 0 && row.Expires <= Stamp.Of(commit.At))
        {
            // It had expired and was loaded as none; what is left of it must not show up in the new one.
            session.Execute(Forget, row.Id);
            row = null;
        }

        if ((row?.Version ?? 0) != commit.ExpectedVersion) return Refused(CommitOutcome.Stale);

        var lines = Lines.After(row?.Sequence ?? 0, row?.Stamp ?? 0, commit);
        var id = session.Number(Save, key, lines.Sequence, lines.Stamp, Stamp.Of(commit.Expires), commit.Fingerprint, commit.State, commit.RemindAt is { } remind ? Stamp.Of(remind) : null);
        foreach (var (line, outgoing, stamp) in lines.Kept)
        {
            session.Execute(AddLine, id, line.Sequence, outgoing ? 1L : 0L, stamp, ActivityJson.Write(line.Activity));
            if (outgoing && !commit.IsFetched && line.Activity.Type != ActivityTypes.Event) session.Execute(AddToOutbox, id, line.Sequence, stamp);
        }

        if (commit.OpenedCase is { } number && !CaseWriter.Open(session, number, key, commit.At))
            return Refused(CommitOutcome.CaseNumberTaken);

        CaseWriter.Append(session, commit.Events);
        if (commit.Chat is { } chat) ChatWriter.Write(session, id, chat, lines.Kept.Select(kept => (kept.Line.Activity, kept.Outgoing, kept.Stamp)), commit);
        return Change.Keep(new CommitResult(CommitOutcome.Committed, lines.Outgoing));
    }

    /// <summary>Notes a delivery as seen; false when it was, and still is remembered.</summary>
    public static bool Notes(SqliteSession session, Inbound inbound) =>
        session.Execute(Remember, inbound.Key.ToString(), Uri.EscapeDataString(inbound.DedupeId), Stamp.Of(inbound.At + IConversationStore.DedupeFor), Stamp.Of(inbound.At)) > 0;

    private static bool IsNew(SqliteSession session, Inbound inbound)
    {
        if (inbound.InboxId is not { } place) return Notes(session, inbound);
        foreach (var earlier in inbound.Before)
            if (session.Execute(TakeFromInbox, earlier, inbound.Key.ToString()) == 0) return false;
        return session.Execute(TakeFromInbox, place, inbound.Key.ToString()) > 0;
    }

    private static Change<CommitResult> Refused(CommitOutcome outcome) => Change.Undo(CommitResult.Nothing(outcome));

    private sealed record Row(long Id, long Version, long Sequence, long Stamp, long Expires)
    {
        public static Row Read(SqliteDataReader row) => new(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4));
    }

    /// <summary>The lines a turn adds: numbered, dated, and the outgoing ones named.</summary>
    private sealed class Lines
    {
        public long Sequence { get; private set; }

        public long Stamp { get; private set; }

        public List<(OutboxLine Line, bool Outgoing, long Stamp)> Kept { get; } = [];

        public List<OutboxLine> Outgoing { get; } = [];

        public static Lines After(long sequence, long stamp, TurnCommit commit)
        {
            var lines = new Lines { Sequence = sequence, Stamp = stamp };
            var (key, came) = (commit.Inbound.Key, commit.Inbound.Activity);
            if (commit.Inbound is { IsLine: true, Sequence: null })
            {
                lines.Next(commit.Inbound.At);
                lines.Kept.Add((new(key, lines.Sequence, came, 0), false, lines.Stamp));
            }

            foreach (var activity in commit.Outgoing) lines.Say(key, activity, commit.At);
            return lines;
        }

        private void Next(DateTimeOffset at) => (Sequence, Stamp) = (Sequence + 1, Sqlite.Stamp.After(Stamp, at));

        private void Say(ConversationKey key, Activity activity, DateTimeOffset at)
        {
            // A copy: the turn may have to be run and committed again, and its activities are not ours.
            var said = activity.Copy();
            if (activity.Type == ActivityTypes.Typing)
            {
                Outgoing.Add(new(key, 0, said, 0));
                return;
            }

            Next(at);
            said.Id = LineId.Of(key, Sequence);
            said.Timestamp = Sqlite.Stamp.Time(Stamp);
            var line = new OutboxLine(key, Sequence, said, 0);
            Kept.Add((line, true, Stamp));

            // Events are lines for colleagues: no channel is handed one.
            if (activity.Type != ActivityTypes.Event) Outgoing.Add(line);
        }
    }
}

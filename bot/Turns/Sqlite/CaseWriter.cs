using ComplaintBot.Cases;
using Microsoft.Data.Sqlite;

namespace ComplaintBot.Turns.Sqlite;

/// <summary>Appends events to the timelines of cases, within the transaction of the turn they belong to.</summary>
internal static class CaseWriter
{
    private static readonly Statement FindEnd = new("find-end-of-case", "SELECT sequence, hash, state, changed FROM complaint WHERE number = ?1");

    private static readonly Statement AddEntry = new("add-entry",
        "INSERT INTO entry (number, sequence, kind, actor, step, at, data, salt, digest, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");

    private static readonly Statement MoveEnd = new("move-end-of-case", "UPDATE complaint SET sequence = ?2, hash = ?3, state = ?4, changed = ?5 WHERE number = ?1");

    private static readonly Statement OpenCase = new("open-case",
        """
        INSERT INTO complaint (number, conversation, state, changed, sequence, hash) VALUES (?1, ?2, ?3, ?4, 0, ?5)
        ON CONFLICT (number) DO NOTHING
        """);

    /// <summary>Opens a case; false when its number is taken.</summary>
    public static bool Open(SqliteSession session, string number, string conversation, DateTimeOffset at) =>
        session.Execute(OpenCase, number, conversation, TimelineEnd.FirstState, LedgerTime.Text(at), CaseChain.Root(number)) > 0;

    /// <summary>Appends events, in order, each to its own case.</summary>
    /// <exception cref="InvalidOperationException">A case was never opened.</exception>
    public static void Append(SqliteSession session, IEnumerable<FiledEvent> events)
    {
        var ends = new Dictionary<string, TimelineEnd>(1);
        foreach (var filed in events)
        {
            if (!ends.TryGetValue(filed.Case, out var end))
            {
                end = session.First(FindEnd, ReadEnd, filed.Case)
                    ?? throw new InvalidOperationException($"An event was filed for case {filed.Case}, which was never opened.");
                ends.Add(filed.Case, end);
            }

            var row = end.Append(filed);
            session.Execute(AddEntry, filed.Case, row.Sequence, row.Kind, row.Actor, row.Step, row.At, row.Data, row.Salt, row.Digest, row.Hash);
        }

        foreach (var (number, end) in ends) session.Execute(MoveEnd, number, end.Sequence, end.Hash, end.State, end.Changed);
    }

    private static TimelineEnd ReadEnd(SqliteDataReader row) => new(row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetString(2), row.GetString(3));
}

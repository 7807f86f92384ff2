using System.Globalization;
using ComplaintBot.Cases;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Vocabulary;
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

    /// <summary>The state of a case before anything happened to it.</summary>
    private static readonly string FirstState = CaseState.Received.Id();

    /// <summary>A time as the ledger holds it: with its offset and to the tick, for the hash covers both.</summary>
    public static string Text(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>A time of the ledger.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static DateTimeOffset Time(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    /// <summary>Opens a case; false when its number is taken.</summary>
    public static bool Open(SqliteSession session, string number, string conversation, DateTimeOffset at) =>
        session.Execute(OpenCase, number, conversation, FirstState, Text(at), CaseChain.Root(number)) > 0;

    /// <summary>Appends events, in order, each to its own case.</summary>
    /// <exception cref="InvalidOperationException">A case was never opened.</exception>
    public static void Append(SqliteSession session, IReadOnlyList<FiledEvent> events)
    {
        var ends = new Dictionary<string, End>(1);
        foreach (var filed in events)
        {
            if (!ends.TryGetValue(filed.Case, out var end))
            {
                end = session.First(FindEnd, End.Read, filed.Case)
                    ?? throw new InvalidOperationException($"An event was filed for case {filed.Case}, which was never opened.");
                ends.Add(filed.Case, end);
            }

            Append(session, filed, end);
        }

        foreach (var (number, end) in ends) session.Execute(MoveEnd, number, end.Sequence, end.Hash, end.State, end.Changed);
    }

    private static void Append(SqliteSession session, FiledEvent filed, End end)
    {
        var entry = filed.Event;
        var digest = CaseChain.Digest(entry.Data, filed.Salt);
        end.Sequence++;
        end.Hash = CaseChain.Hash(entry, end.Sequence, digest, end.Hash);
        end.Changed = Text(entry.At);
        if (entry.Kind == CaseEventKind.StateChanged && entry.Data.TryGetValue("to", out var state)) end.State = state;
        session.Execute(AddEntry, filed.Case, end.Sequence, entry.Kind.Id(), entry.Actor, entry.Step?.Id(), end.Changed, CaseChain.Canonical(entry.Data), filed.Salt, digest, end.Hash);
    }

    /// <summary>Where a timeline ends, while it is added to.</summary>
    private sealed class End
    {
        public required long Sequence { get; set; }

        public required byte[] Hash { get; set; }

        public required string State { get; set; }

        public required string Changed { get; set; }

        public static End Read(SqliteDataReader row) =>
            new() { Sequence = row.GetInt64(0), Hash = row.GetFieldValue<byte[]>(1), State = row.GetString(2), Changed = row.GetString(3) };
    }
}

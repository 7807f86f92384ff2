using System.Data.Common;

namespace ComplaintBot.Desk.Paging;

/// <summary>A page as a row of a table; both databases have the same columns.</summary>
internal static class PageRow
{
    /// <summary>The columns as <see cref="Read"/> takes them.</summary>
    public const string Columns = "id, conversation, case_number, priority, trigger, words, brief, raised, tries, due, confirmed_by, confirmed";

    /// <summary>The page.</summary>
    public static Page Read(DbDataReader row) => new()
    {
        Id = row.GetString(0),
        Conversation = row.GetString(1),
        CaseNumber = row.GetString(2),
        Priority = (int)row.GetInt64(3),
        Trigger = row.GetString(4),
        Words = row.GetString(5),
        Brief = row.GetString(6),
        RaisedAt = row.Time(7),
        Tries = (int)row.GetInt64(8),
        DueAt = row.IsDBNull(9) ? null : row.Time(9),
        ConfirmedBy = row.IsDBNull(10) ? null : row.GetString(10),
        ConfirmedAt = row.IsDBNull(11) ? null : row.Time(11),
    };
}

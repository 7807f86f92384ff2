using System.Data.Common;

namespace ComplaintBot.Desk;

/// <summary>Times as the tables of the desk hold them: as ticks of UTC, in either database.</summary>
internal static class StoredTime
{
    /// <summary>The time in a column.</summary>
    public static DateTimeOffset Time(this DbDataReader row, int column) => new(row.GetInt64(column), TimeSpan.Zero);
}

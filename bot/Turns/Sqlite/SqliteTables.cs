namespace ComplaintBot.Turns.Sqlite;

/// <summary>The tables of a database, as numbered steps from an empty file on.</summary>
/// <param name="Application">Marks the file, so that no other program's database is taken for it.</param>
/// <param name="Steps">The SQL of each step. One that has been released is never changed: a change is a new step.</param>
internal sealed record SqliteTables(long Application, IReadOnlyList<string> Steps);

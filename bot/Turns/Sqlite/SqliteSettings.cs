namespace ComplaintBot.Turns.Sqlite;

/// <summary>Where the embedded database lies and how large it may get.</summary>
internal sealed record SqliteSettings
{
    /// <summary>The name of the database within its folder.</summary>
    public const string FileName = "complaints.db";

    /// <summary>The folder; made when it is not there. SQLite puts two more files beside the database while it is open.</summary>
    public required string Folder { get; init; }

    /// <summary>How many pages of 4 kB the file may grow to; null for as many as the disk holds.</summary>
    public long? MostPages { get; init; }

    /// <summary>The name of the file within the folder.</summary>
    public string Name { get; init; } = FileName;

    /// <summary>The tables it holds.</summary>
    public SqliteTables Tables { get; init; } = SqliteSchema.Tables;

    /// <summary>The database itself.</summary>
    public string File => Path.Combine(Folder, Name);
}

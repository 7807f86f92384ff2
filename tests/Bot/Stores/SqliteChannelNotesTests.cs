using ComplaintBot.Tests.Doubles;
using ComplaintBot.Turns;
using ComplaintBot.Turns.Sqlite;

namespace ComplaintBot.Tests.Stores;

public sealed class SqliteChannelNotesTests : ChannelNotesContract, IDisposable
{
    private readonly TempFolder folder = new();
    private readonly SqliteDatabase database;

    public SqliteChannelNotesTests() => database = new SqliteDatabase(new SqliteSettings { Folder = folder.Path });

    internal override IChannelNotes Notes => new SqliteChannelNotes(database);

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }
}

using ComplaintBot.Tests.Doubles;
using ComplaintBot.Turns;
using ComplaintBot.Turns.Sqlite;

namespace ComplaintBot.Tests.Stores;

public sealed class SqliteConversationStoreTests : ConversationStoreContract, IDisposable
{
    private readonly TempFolder folder = new();
    private readonly SqliteDatabase database;

    public SqliteConversationStoreTests()
    {
        database = new SqliteDatabase(new SqliteSettings { Folder = folder.Path });
        Store = new SqliteConversationStore(database);
    }

    internal override IConversationStore Store { get; }

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }
}

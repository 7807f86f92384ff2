using ComplaintBot.Tests.Doubles;
using ComplaintBot.Turns;
using ComplaintBot.Turns.Sqlite;

namespace ComplaintBot.Tests.Stores;

public sealed class SqliteChatIndexTests : ChatIndexContract, IDisposable
{
    private readonly TempFolder folder = new();
    private readonly SqliteDatabase database;

    public SqliteChatIndexTests()
    {
        database = new SqliteDatabase(new SqliteSettings { Folder = folder.Path });
        (Store, Chats) = (new SqliteConversationStore(database), new SqliteChatIndex(database));
    }

    internal override IConversationStore Store { get; }

    internal override IChatIndex Chats { get; }

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }
}

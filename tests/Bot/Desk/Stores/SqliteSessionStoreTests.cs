using ComplaintBot.Desk.Accounts;
using ComplaintBot.Desk.Accounts.Sqlite;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Turns.Sqlite;

namespace ComplaintBot.Tests.Desk.Stores;

public sealed class SqliteSessionStoreTests : SessionStoreContract, IAsyncLifetime, IDisposable
{
    private readonly TempFolder folder = new();
    private SqliteDatabase database = null!;

    internal override ISessionStore Store => new SqliteSessionStore(database);

    internal override IAccountStore Accounts => new SqliteAccountStore(database);

    public async Task InitializeAsync() => database = await DeskSchema.OpenAsync(folder.Path, default);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }
}

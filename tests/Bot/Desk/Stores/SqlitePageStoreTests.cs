using ComplaintBot.Desk.Accounts.Sqlite;
using ComplaintBot.Desk.Paging;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Turns.Sqlite;

namespace ComplaintBot.Tests.Desk.Stores;

public sealed class SqlitePageStoreTests : PageStoreContract, IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private SqliteDatabase database = null!;

    internal override IPageStore Store => new SqlitePageStore(database);

    public async Task InitializeAsync() => database = await DeskSchema.OpenAsync(folder.Path, default);

    public Task DisposeAsync()
    {
        database.Dispose();
        folder.Dispose();
        return Task.CompletedTask;
    }
}

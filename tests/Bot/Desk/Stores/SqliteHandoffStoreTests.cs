using ComplaintBot.Desk.Accounts.Sqlite;
using ComplaintBot.Desk.Handoff;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Turns.Sqlite;

namespace ComplaintBot.Tests.Desk.Stores;

public sealed class SqliteHandoffStoreTests : HandoffStoreContract, IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private SqliteDatabase database = null!;

    internal override IHandoffStore Store => new SqliteHandoffStore(database);

    public async Task InitializeAsync() => database = await DeskSchema.OpenAsync(folder.Path, default);

    public Task DisposeAsync()
    {
        database.Dispose();
        folder.Dispose();
        return Task.CompletedTask;
    }
}

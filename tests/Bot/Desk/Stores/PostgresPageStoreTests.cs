using ComplaintBot.Desk.Paging;
using ComplaintBot.Tests.Stores.Postgres;
using ComplaintBot.Turns.Postgres;

namespace ComplaintBot.Tests.Desk.Stores;

[Collection(PostgresTests.Name)]
public sealed class PostgresPageStoreTests(SharedPostgres servers) : PageStoreContract, IAsyncLifetime
{
    private PostgresDatabase database = null!;

    internal override IPageStore Store => new PostgresPageStore(database);

    public async Task InitializeAsync() => database = await PostgresDatabase.OpenAsync(servers.Server.Settings(), default);

    public async Task DisposeAsync() => await database.DisposeAsync();
}

using ComplaintBot.Desk.Accounts;
using ComplaintBot.Desk.Accounts.Postgres;
using ComplaintBot.Tests.Stores.Postgres;
using ComplaintBot.Turns.Postgres;

namespace ComplaintBot.Tests.Desk.Stores;

[Collection(PostgresTests.Name)]
public sealed class PostgresAccountStoreTests(SharedPostgres servers) : AccountStoreContract, IAsyncLifetime
{
    private PostgresDatabase database = null!;

    internal override IAccountStore Store => new PostgresAccountStore(database);

    public async Task InitializeAsync() => database = await PostgresDatabase.OpenAsync(servers.Server.Settings(), default);

    public async Task DisposeAsync() => await database.DisposeAsync();
}

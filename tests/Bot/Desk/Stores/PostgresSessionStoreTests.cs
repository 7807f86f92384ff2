using ComplaintBot.Desk.Accounts;
using ComplaintBot.Desk.Accounts.Postgres;
using ComplaintBot.Tests.Stores.Postgres;
using ComplaintBot.Turns.Postgres;

namespace ComplaintBot.Tests.Desk.Stores;

[Collection(PostgresTests.Name)]
public sealed class PostgresSessionStoreTests(SharedPostgres servers) : SessionStoreContract, IAsyncLifetime
{
    private PostgresDatabase database = null!;

    internal override ISessionStore Store => new PostgresSessionStore(database);

    internal override IAccountStore Accounts => new PostgresAccountStore(database);

    public async Task InitializeAsync() => database = await PostgresDatabase.OpenAsync(servers.Server.Settings(), default);

    public async Task DisposeAsync() => await database.DisposeAsync();
}

using ComplaintBot.Desk.Handoff;
using ComplaintBot.Tests.Stores.Postgres;
using ComplaintBot.Turns.Postgres;

namespace ComplaintBot.Tests.Desk.Stores;

[Collection(PostgresTests.Name)]
public sealed class PostgresHandoffStoreTests(SharedPostgres servers) : HandoffStoreContract, IAsyncLifetime
{
    private PostgresDatabase database = null!;

    internal override IHandoffStore Store => new PostgresHandoffStore(database);

    public async Task InitializeAsync() => database = await PostgresDatabase.OpenAsync(servers.Server.Settings(), default);

    public async Task DisposeAsync() => await database.DisposeAsync();
}

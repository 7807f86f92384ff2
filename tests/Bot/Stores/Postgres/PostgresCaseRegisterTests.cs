using ComplaintBot.Cases;
using ComplaintBot.Turns.Postgres;

namespace ComplaintBot.Tests.Stores.Postgres;

[Collection(PostgresTests.Name)]
public sealed class PostgresCaseRegisterTests(SharedPostgres servers) : CaseRegisterContract, IAsyncLifetime
{
    private PostgresDatabase database = null!;

    internal override ICaseRegister Register => new PostgresCaseRegister(database);

    internal override ICaseLedger Ledger => new PostgresCaseLedger(database);

    public async Task InitializeAsync() => database = await PostgresDatabase.OpenAsync(servers.Server.Settings(), default);

    public async Task DisposeAsync() => await database.DisposeAsync();
}

using ComplaintBot.Turns;
using ComplaintBot.Turns.Postgres;

namespace ComplaintBot.Tests.Stores.Postgres;

[Collection(PostgresTests.Name)]
public sealed class PostgresChannelNotesTests(SharedPostgres servers) : ChannelNotesContract, IAsyncLifetime
{
    private PostgresDatabase database = null!;

    internal override IChannelNotes Notes => new PostgresChannelNotes(database);

    public async Task InitializeAsync() => database = await PostgresDatabase.OpenAsync(servers.Server.Settings(), default);

    public async Task DisposeAsync() => await database.DisposeAsync();
}

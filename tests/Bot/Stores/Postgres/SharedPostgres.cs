using ComplaintBot.Tests.Stores.Redis;

namespace ComplaintBot.Tests.Stores.Postgres;

/// <summary>One server, for all tests of one collection.</summary>
public sealed class SharedPostgres : IDisposable
{
    internal PostgresProcess Server { get; } = new();

    public void Dispose() => Server.Dispose();
}

[CollectionDefinition(Name)]
public sealed class PostgresTests : ICollectionFixture<SharedPostgres>, ICollectionFixture<SingleRedis>
{
    public const string Name = "PostgreSQL";
}

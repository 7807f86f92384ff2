using ComplaintBot.Cases;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Turns.Sqlite;

namespace ComplaintBot.Tests.Stores;

public sealed class SqliteCaseRegisterTests : CaseRegisterContract, IDisposable
{
    private readonly TempFolder folder = new();
    private readonly SqliteDatabase database;

    public SqliteCaseRegisterTests() => database = new SqliteDatabase(new SqliteSettings { Folder = folder.Path });

    internal override ICaseRegister Register => new SqliteCaseRegister(database);

    internal override ICaseLedger Ledger => new SqliteCaseLedger(database);

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }
}

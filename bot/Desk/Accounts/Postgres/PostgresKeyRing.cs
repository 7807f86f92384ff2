using System.Xml.Linq;
using ComplaintBot.Turns.Postgres;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace ComplaintBot.Desk.Accounts.Postgres;

/// <summary>The keys that seal cookies and secrets, in PostgreSQL: a session that began on one node is known on every other.</summary>
/// <param name="database">The database; whoever opened it closes it.</param>
internal sealed class PostgresKeyRing(PostgresDatabase database) : IXmlRepository
{
    // The framework asks for keys now and then and waits for them; it knows no other way.

    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() => Task.Run(() => database.ReadAsync(
        session => session.AllAsync("SELECT xml FROM cookie_key ORDER BY id", row => XElement.Parse(row.GetString(0))), CancellationToken.None)).GetAwaiter().GetResult();

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName) => Task.Run(() => database.WriteAsync(
        session => session.ExecuteAsync("INSERT INTO cookie_key (name, xml) VALUES ($1, $2)", friendlyName, element.ToString(SaveOptions.DisableFormatting)), CancellationToken.None)).GetAwaiter().GetResult();
}

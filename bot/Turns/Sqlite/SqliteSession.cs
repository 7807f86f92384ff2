using Microsoft.Data.Sqlite;

namespace ComplaintBot.Turns.Sqlite;

/// <summary>One connection with its prepared statements. Used by one thread at a time.</summary>
internal sealed class SqliteSession(SqliteConnection connection, Action<string>? atStep = null) : IDisposable
{
    private readonly Dictionary<Statement, SqliteCommand> prepared = [];
    private readonly Dictionary<Statement, WriteStatement> writes = [];

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Execute(Statement statement, params ReadOnlySpan<object?> values)
    {
        Step(statement.Name);
        if (!writes.TryGetValue(statement, out var write)) writes.Add(statement, write = new(connection.Handle!, statement.Text));
        return write.Run(values);
    }

    /// <summary>The first row, or null when there is none.</summary>
    public T? First<T>(Statement statement, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values) where T : class
    {
        using var reader = Bind(statement, values).ExecuteReader();
        return reader.Read() ? read(reader) : null;
    }

    /// <summary>A number that a statement always answers with.</summary>
    public long Number(Statement statement, params ReadOnlySpan<object?> values) => (long)Bind(statement, values).ExecuteScalar()!;

    /// <summary>All rows, in the order of the statement.</summary>
    public List<T> All<T>(Statement statement, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Bind(statement, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    /// <summary>Tells whoever watches the steps of a write that one is about to be made.</summary>
    public void Step(string name) => atStep?.Invoke(name);

    public void Dispose()
    {
        foreach (var write in writes.Values) write.Dispose();
        foreach (var command in prepared.Values) command.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Bind(Statement statement, ReadOnlySpan<object?> values)
    {
        Step(statement.Name);
        if (!prepared.TryGetValue(statement, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = statement.Text;
            for (var i = 1; i <= values.Length; i++) command.Parameters.Add(new SqliteParameter($"?{i}", null));
            prepared.Add(statement, command);
        }

        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}

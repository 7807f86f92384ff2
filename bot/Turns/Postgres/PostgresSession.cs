using System.Text;
using Npgsql;

namespace ComplaintBot.Turns.Postgres;

/// <summary>One connection, and the transaction on it, for one piece of work.</summary>
/// <param name="connection">The connection.</param>
/// <param name="cancellationToken">Ends the piece of work.</param>
internal sealed class PostgresSession(NpgsqlConnection connection, CancellationToken cancellationToken)
{
    /// <summary>How long an answer may take, when not as long as the settings say.</summary>
    public TimeSpan? Patience { get; init; }

    /// <summary>Runs a statement; its parameters are <c>$1</c>, <c>$2</c> and so on.</summary>
    /// <returns>How many rows it changed.</returns>
    public async Task<int> ExecuteAsync(string text, params object?[] values)
    {
        await using var command = Bind(text, values);
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The first row, or null when there is none.</summary>
    public async Task<T?> FirstAsync<T>(string text, Func<NpgsqlDataReader, T> read, params object?[] values) where T : class
    {
        await using var command = Bind(text, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? read(reader) : null;
    }

    /// <summary>A number that a statement always answers with.</summary>
    public async Task<long> NumberAsync(string text, params object?[] values)
    {
        await using var command = Bind(text, values);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>All rows, in the order of the statement.</summary>
    public async Task<IReadOnlyList<T>> AllAsync<T>(string text, Func<NpgsqlDataReader, T> read, params object?[] values)
    {
        await using var command = Bind(text, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) rows.Add(read(reader));
        return rows;
    }

    /// <summary>A text as PostgreSQL takes it: it has no NUL and no half of a character. Nothing of ours has, so such a text finds nothing.</summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.Contains('\0', StringComparison.Ordinal)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) clean.Append(rune.Value == 0 ? Rune.ReplacementChar : rune);
        return clean.ToString();
    }

    private NpgsqlCommand Bind(string text, object?[] values)
    {
        var command = new NpgsqlCommand(text, connection);
        if (Patience is { } patience) command.CommandTimeout = (int)patience.TotalSeconds;
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = Bind(value) });
        return command;
    }

    private static object Bind(object? value) => value switch
    {
        null => DBNull.Value,
        string text => Clean(text),
        string?[] texts => Array.ConvertAll(texts, text => text is null ? null : Clean(text)),
        _ => value,
    };
}

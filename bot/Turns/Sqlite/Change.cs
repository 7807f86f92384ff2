namespace ComplaintBot.Turns.Sqlite;

/// <summary>What a piece of writing came to: its answer, and whether what it wrote is to stay.</summary>
internal readonly record struct Change<T>(T Value, bool Keep);

/// <summary>Makes <see cref="Change{T}"/>s.</summary>
internal static class Change
{
    /// <summary>What was written stays.</summary>
    public static Change<T> Keep<T>(T value) => new(value, true);

    /// <summary>What was written is taken back, all of it.</summary>
    public static Change<T> Undo<T>(T value) => new(value, false);
}

namespace ComplaintBot.Turns.Sqlite;

/// <summary>An SQL statement that is prepared once a connection; its parameters are <c>?1</c>, <c>?2</c> and so on.</summary>
/// <param name="name">What it does, unique among the statements that write: the steps of a commit are told by it.</param>
/// <param name="text">The SQL.</param>
internal sealed class Statement(string name, string text)
{
    public string Name => name;

    public string Text => text;
}

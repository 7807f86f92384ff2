namespace ComplaintBot.CrashingChild;

/// <summary>What the world outside remembers when the bot has died: one line an entry, in a file that is only appended to.</summary>
internal sealed class Journal(string file)
{
    private readonly Lock guard = new();

    /// <summary>All lines that were written to their end.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (guard) return File.Exists(file) ? File.ReadAllText(file).Split('\n')[..^1] : [];
        }
    }

    public void Add(string line)
    {
        lock (guard) File.AppendAllText(file, line + "\n");
    }
}

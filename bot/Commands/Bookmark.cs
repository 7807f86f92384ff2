namespace ComplaintBot.Commands;

/// <summary>Remembers in a file which conversation was the last, and the playbooks it was begun with.</summary>
/// <param name="file">The file; made when it is not there.</param>
internal sealed class Bookmark(string file)
{
    /// <summary>The last conversation and its playbooks; null when there is none.</summary>
    public (string Conversation, IReadOnlyList<string> Playbooks)? Read() =>
        File.Exists(file) && File.ReadAllLines(file) is [{ Length: > 0 } conversation, .. var rest]
            ? (conversation, rest is [var playbooks, ..] ? playbooks.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [])
            : null;

    /// <summary>Notes the conversation that begins.</summary>
    public void Write(string conversation, IReadOnlyList<string> playbooks) => File.WriteAllLines(file, [conversation, string.Join(' ', playbooks)]);
}

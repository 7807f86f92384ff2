namespace ComplaintBot.Dialogs.Playbooks;

/// <summary>The text of one playbook file; whoever has a disk reads it.</summary>
/// <param name="File">The file's name, for messages.</param>
/// <param name="Text">The YAML.</param>
public sealed record PlaybookSource(string File, string Text);

namespace ComplaintBot.Dialogs.Playbooks;

/// <summary>One mistake in a playbook file.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">1-based line.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What should stand there.</param>
public sealed record PlaybookError(string File, int Line, string Found, string Expected)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}: found {Found}, expected {Expected}";
}

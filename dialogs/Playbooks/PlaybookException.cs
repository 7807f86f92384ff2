namespace ComplaintBot.Dialogs.Playbooks;

/// <summary>The first playbooks could not be read: the bot has nothing to go by and must not start.</summary>
public sealed class PlaybookException : Exception
{
    /// <summary>Tells all mistakes, one a line.</summary>
    /// <param name="errors">The mistakes; at least one.</param>
    public PlaybookException(IReadOnlyList<PlaybookError> errors) : base(string.Join('\n', errors)) => Errors = errors;

    /// <summary>All mistakes.</summary>
    public IReadOnlyList<PlaybookError> Errors { get; }
}

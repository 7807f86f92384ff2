namespace ComplaintBot.Dialogs.Playbooks;

/// <summary>What came of reading playbooks.</summary>
/// <param name="Playbooks">The playbooks; null as soon as there is one mistake anywhere.</param>
/// <param name="Errors">All mistakes, by file and line.</param>
public sealed record PlaybookReading(PlaybookSet? Playbooks, IReadOnlyList<PlaybookError> Errors);

using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Cases;

/// <summary>When a step was first done.</summary>
/// <param name="Step">The step.</param>
/// <param name="At">The time of the turn.</param>
public readonly record struct StepDone(Step Step, DateTimeOffset At);

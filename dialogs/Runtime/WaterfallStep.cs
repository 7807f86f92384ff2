namespace ComplaintBot.Dialogs.Runtime;

/// <summary>One step of a waterfall: asks, begins another dialog, goes on or ends, and returns what the context gave for it.</summary>
/// <param name="step">The step's view of the stack.</param>
public delegate DialogTurnResult WaterfallStep(WaterfallStepContext step);

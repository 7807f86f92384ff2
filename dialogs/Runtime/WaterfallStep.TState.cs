namespace ComplaintBot.Dialogs.Runtime;

/// <summary>One step of a waterfall with typed state.</summary>
/// <typeparam name="TState">What the waterfall keeps between turns.</typeparam>
/// <param name="step">The step's view of the stack and state.</param>
public delegate DialogTurnResult WaterfallStep<TState>(WaterfallStepContext<TState> step)
    where TState : class;

namespace ComplaintBot.Dialogs.Runtime;

/// <summary>What a step of a waterfall with typed state sees and may do.</summary>
/// <typeparam name="TState">What the waterfall keeps between turns.</typeparam>
public sealed class WaterfallStepContext<TState> : WaterfallStepContext
    where TState : class
{
    internal WaterfallStepContext(WaterfallDialog waterfall, DialogContext dc, int index, DialogReason reason, object? result)
        : base(waterfall, dc, index, reason, result)
    {
    }

    /// <summary>The waterfall's state in this conversation; stored with it.</summary>
    public TState State
    {
        get => (TState)Instance.State!;
        set => Instance.State = value ?? throw new ArgumentNullException(nameof(value));
    }
}

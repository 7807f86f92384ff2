namespace ComplaintBot.Dialogs.Runtime;

/// <summary>What a step of a waterfall sees and may do.</summary>
public class WaterfallStepContext : DialogContext
{
    private readonly WaterfallDialog waterfall;
    private bool wentOn;

    internal WaterfallStepContext(WaterfallDialog waterfall, DialogContext dc, int index, DialogReason reason, object? result)
        : base(dc.Dialogs, dc.Context, dc.Stack, dc.Parent)
    {
        this.waterfall = waterfall;
        Instance = dc.ActiveDialog!;
        Index = index;
        Reason = reason;
        Result = result;
    }

    /// <summary>The step's name.</summary>
    public string StepName => waterfall.NameOf(Index);

    /// <summary>The step's place in today's waterfall, from 0. Never stored.</summary>
    public int Index { get; }

    /// <summary>Why the step runs.</summary>
    public DialogReason Reason { get; }

    /// <summary>What the step before handed on: the result of its prompt or dialog, or the text of the customer's message.</summary>
    public object? Result { get; }

    /// <summary>The result as the type the step needs.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <exception cref="InvalidOperationException">The result is of another type or missing.</exception>
    public T ResultAs<T>() => Result is T result
        ? result
        : throw new InvalidOperationException(
            $"Step '{StepName}' of '{waterfall.Id}' needs a {typeof(T).Name} but was handed {Result?.GetType().Name ?? "nothing"}.");

    /// <summary>The waterfall's own data in this conversation.</summary>
    private protected DialogInstance Instance { get; }

    /// <summary>Goes on with the next step at once, or ends the waterfall after its last.</summary>
    /// <param name="result">What to hand on.</param>
    /// <exception cref="InvalidOperationException">The step went on, ended or began a dialog before.</exception>
    public DialogTurnResult Next(object? result = null)
    {
        GoOnOnce();
        return waterfall.RunStep(this, Index + 1, DialogReason.NextCalled, result);
    }

    /// <summary>Goes on with another step at once.</summary>
    /// <param name="stepName">The step's name; it may lie behind or ahead.</param>
    /// <param name="result">What to hand on.</param>
    /// <exception cref="UnknownDialogException">There is no such step.</exception>
    /// <exception cref="InvalidOperationException">The step went on, ended or began a dialog before.</exception>
    public DialogTurnResult GoTo(string stepName, object? result = null)
    {
        GoOnOnce();
        return waterfall.RunStep(this, waterfall.IndexOf(stepName), DialogReason.NextCalled, result);
    }

    private void GoOnOnce()
    {
        if (wentOn || !ReferenceEquals(ActiveDialog, Instance))
        {
            throw new InvalidOperationException(
                $"Step '{StepName}' of '{waterfall.Id}' went on after it had begun a dialog, ended or gone on. Return what the first of these gave.");
        }

        wentOn = true;
    }
}

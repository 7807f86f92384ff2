namespace ComplaintBot.Dialogs.Runtime;

/// <summary>
/// A dialog made of dialogs, with a stack of its own inside. Derive from it to listen in before the inner dialogs get the message
/// (<see cref="OnContinueDialog"/>), which is the place for interruptions.
/// </summary>
/// <param name="id">The name in its set.</param>
public class ComponentDialog(string id) : Dialog(id)
{
    private string? initialDialogId;

    /// <summary>The dialogs inside.</summary>
    public DialogSet Dialogs { get; } = new();

    /// <summary>The inner dialog that is begun first; unless set, the one added first.</summary>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public string InitialDialogId
    {
        get => initialDialogId ?? throw new InvalidOperationException($"Component '{Id}' has no dialogs. Call AddDialog.");
        init => initialDialogId = value;
    }

    internal override DialogSet InnerDialogs => Dialogs;

    /// <summary>Adds an inner dialog.</summary>
    /// <param name="dialog">The dialog.</param>
    /// <returns>This component.</returns>
    /// <exception cref="ArgumentException">The name is taken, or the dialog is in a set already.</exception>
    public ComponentDialog AddDialog(Dialog dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        Dialogs.Add(dialog);
        initialDialogId ??= dialog.Id;
        return this;
    }

    /// <inheritdoc/>
    public sealed override DialogTurnResult BeginDialog(DialogContext dc, object? state)
    {
        ArgumentNullException.ThrowIfNull(dc);
        var instance = dc.ActiveDialog!;
        return Finish(dc, instance, OnBeginDialog(Open(dc, instance), state));
    }

    /// <inheritdoc/>
    public sealed override DialogTurnResult ContinueDialog(DialogContext dc)
    {
        ArgumentNullException.ThrowIfNull(dc);
        var instance = dc.ActiveDialog!;
        return Finish(dc, instance, OnContinueDialog(Open(dc, instance)));
    }

    /// <summary>Asks again: whatever was begun above the component was none of the inner dialogs' doing, so none of them can take its result.</summary>
    /// <param name="dc">The stack, with this dialog active again.</param>
    /// <param name="reason">Why it is called.</param>
    /// <param name="result">What the other ended with.</param>
    public override DialogTurnResult ResumeDialog(DialogContext dc, DialogReason reason, object? result)
    {
        ArgumentNullException.ThrowIfNull(dc);
        RepromptDialog(dc.Context, dc.ActiveDialog!);
        return EndOfTurn;
    }

    /// <inheritdoc/>
    public sealed override void RepromptDialog(TurnContext context, DialogInstance instance)
    {
        Open(context, instance).RepromptDialog();
        OnRepromptDialog(context, instance);
    }

    /// <inheritdoc/>
    public sealed override void EndDialog(TurnContext context, DialogInstance instance, DialogReason reason)
    {
        Open(context, instance).CancelAllDialogs();
        OnEndDialog(context, instance, reason);
    }

    /// <summary>Begins the first inner dialog.</summary>
    /// <param name="innerDc">The inner stack, empty.</param>
    /// <param name="state">What the component was begun with.</param>
    protected virtual DialogTurnResult OnBeginDialog(DialogContext innerDc, object? state) => innerDc.BeginDialog(InitialDialogId, state);

    /// <summary>
    /// Gives the message to the inner dialog in charge. Override it to look at the message first: return <see cref="Dialog.EndOfTurn"/>
    /// to keep it from the inner dialog, <see cref="DialogContext.InterruptWith"/> to put another in between, or call the base.
    /// </summary>
    /// <param name="innerDc">The inner stack.</param>
    protected virtual DialogTurnResult OnContinueDialog(DialogContext innerDc) => innerDc.ContinueDialog();

    /// <summary>Ends the component when its inner stack is done.</summary>
    /// <param name="outerDc">The stack the component is on.</param>
    /// <param name="result">What the inner dialogs came to; null when they were cancelled.</param>
    protected virtual DialogTurnResult EndComponent(DialogContext outerDc, object? result) => outerDc.EndDialog(result);

    /// <summary>Called after the inner dialog in charge was asked to ask again.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="instance">The conversation's own data.</param>
    protected virtual void OnRepromptDialog(TurnContext context, DialogInstance instance)
    {
    }

    /// <summary>Called when the component leaves the stack, its inner dialogs being gone.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="instance">The conversation's own data.</param>
    /// <param name="reason">Why it leaves.</param>
    protected virtual void OnEndDialog(TurnContext context, DialogInstance instance, DialogReason reason)
    {
    }

    private DialogContext Open(DialogContext outerDc, DialogInstance instance) =>
        new(Dialogs, outerDc.Context, instance.Inner ??= new DialogStack(), outerDc);

    private DialogContext Open(TurnContext context, DialogInstance instance) =>
        new(Dialogs, context, instance.Inner ??= new DialogStack(), null);

    private DialogTurnResult Finish(DialogContext outerDc, DialogInstance instance, DialogTurnResult inner)
    {
        // The inner dialogs may have cancelled the stacks around them, and this component with those.
        bool isGone = !ReferenceEquals(outerDc.ActiveDialog, instance);
        return inner.Status == DialogTurnStatus.Waiting || isGone ? inner : EndComponent(outerDc, inner.Result);
    }
}

namespace ComplaintBot.Dialogs.Runtime;

/// <summary>
/// What a call into the dialog stack came to. Only the machine makes one, so a dialog can say nothing but what really happened:
/// it returns what <see cref="DialogContext"/> gave it, or <see cref="Dialog.EndOfTurn"/>.
/// </summary>
public readonly record struct DialogTurnResult
{
    private DialogTurnResult(DialogTurnStatus status, object? result = null)
    {
        Status = status;
        Result = result;
    }

    /// <summary>How the stack was left.</summary>
    public DialogTurnStatus Status { get; }

    /// <summary>What the last dialog ended with; null unless the status is <see cref="DialogTurnStatus.Complete"/>.</summary>
    public object? Result { get; }

    internal static DialogTurnResult Empty => default;

    internal static DialogTurnResult Waiting => new(DialogTurnStatus.Waiting);

    internal static DialogTurnResult Cancelled => new(DialogTurnStatus.Cancelled);

    internal static DialogTurnResult Complete(object? result) => new(DialogTurnStatus.Complete, result);
}

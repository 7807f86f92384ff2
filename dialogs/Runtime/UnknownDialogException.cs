namespace ComplaintBot.Dialogs.Runtime;

/// <summary>
/// A dialog or step is named that does not exist: a slip in the code, or stored state from before a deployment that took it away.
/// The conversation can't go on from that state; a retry does not help.
/// </summary>
public sealed class UnknownDialogException : Exception
{
    private UnknownDialogException(string message, string dialogId, string? step)
        : base(message)
    {
        DialogId = dialogId;
        Step = step;
    }

    /// <summary>The dialog that is missing, or whose step is.</summary>
    public string DialogId { get; }

    /// <summary>The step that is missing; null when the dialog is.</summary>
    public string? Step { get; }

    internal static UnknownDialogException Dialog(string dialogId, string known) =>
        new($"There is no dialog '{dialogId}'. Known: {(known.Length == 0 ? "none" : known)}.", dialogId, null);

    internal static UnknownDialogException StepOf(string dialogId, string step, string known) =>
        new($"Dialog '{dialogId}' has no step '{step}'. Known: {known}.", dialogId, step);
}

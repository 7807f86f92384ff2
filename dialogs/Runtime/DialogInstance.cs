namespace ComplaintBot.Dialogs.Runtime;

/// <summary>One dialog at work in one conversation: all that is stored of it between turns.</summary>
public sealed class DialogInstance
{
    internal DialogInstance(string id) => Id = id;

    /// <summary>The dialog's id in its set.</summary>
    public string Id { get; }

    /// <summary>
    /// Where the dialog goes on. For a waterfall the name of the step that takes the answer it waits for; null when that was its last
    /// step, and for dialogs without steps.
    /// </summary>
    public string? Step { get; set; }

    /// <summary>The dialog's own data, of the type its <see cref="Dialog.StateType"/> names.</summary>
    public object? State { get; set; }

    /// <summary>The stack inside a component.</summary>
    public DialogStack? Inner { get; internal set; }

    /// <summary>Whether the dialog was pushed over one that waits for the customer; see <see cref="DialogContext.InterruptWith"/>.</summary>
    public bool Interrupts { get; internal set; }
}

using ComplaintBot.Dialogs.Runtime.Prompts;

namespace ComplaintBot.Dialogs.Runtime;

/// <summary>A conversation's dialog stack, open for one turn. Every method returns what the dialog in charge must return.</summary>
public class DialogContext
{
    internal DialogContext(DialogSet dialogs, TurnContext context, DialogStack stack, DialogContext? parent)
    {
        Dialogs = dialogs;
        Context = context;
        Stack = stack;
        Parent = parent;
    }

    /// <summary>The turn.</summary>
    public TurnContext Context { get; }

    /// <summary>The dialogs that can be begun from here.</summary>
    public DialogSet Dialogs { get; }

    /// <summary>The dialogs at work.</summary>
    public DialogStack Stack { get; }

    /// <summary>The dialog in charge; null when there is none.</summary>
    public DialogInstance? ActiveDialog => Stack.Active;

    /// <summary>The stack around the component this stack is in; null for the outermost.</summary>
    public DialogContext? Parent { get; }

    /// <summary>Pushes a dialog and begins it. When it ends, the one below is resumed with its result.</summary>
    /// <param name="id">The dialog's name.</param>
    /// <param name="state">What to begin with; its type is the dialog's affair.</param>
    /// <exception cref="UnknownDialogException">There is no such dialog.</exception>
    public DialogTurnResult BeginDialog(string id, object? state = null) => Begin(id, state, interrupts: false);

    /// <summary>
    /// Pushes a dialog over one that waits for the customer. When it ends, the one below is not resumed, for its own question is still
    /// open: it asks again and goes on waiting.
    /// </summary>
    /// <param name="id">The dialog's name.</param>
    /// <param name="state">What to begin with.</param>
    /// <exception cref="UnknownDialogException">There is no such dialog.</exception>
    public DialogTurnResult InterruptWith(string id, object? state = null) => Begin(id, state, interrupts: Stack.Count > 0);

    /// <summary>Begins a prompt.</summary>
    /// <param name="promptId">The prompt's name.</param>
    /// <param name="options">What to ask; null for a prompt that knows it itself.</param>
    /// <exception cref="UnknownDialogException">There is no such dialog.</exception>
    public DialogTurnResult Prompt(string promptId, PromptOptions? options = null) => BeginDialog(promptId, options);

    /// <summary>Gives what the customer said to the dialog in charge. Empty when there is none.</summary>
    /// <exception cref="UnknownDialogException">The stored dialog or its step no longer exists.</exception>
    public DialogTurnResult ContinueDialog() =>
        Stack.Active is { } instance ? Dialogs.Get(instance.Id).ContinueDialog(this) : DialogTurnResult.Empty;

    /// <summary>Ends the dialog in charge and resumes the one below with its result.</summary>
    /// <param name="result">What it came to.</param>
    /// <returns>What the resumed dialog did; Complete with the result when there was none below.</returns>
    public DialogTurnResult EndDialog(object? result = null)
    {
        var ended = EndActive(DialogReason.EndCalled);
        if (Stack.Active is not { } below)
        {
            return DialogTurnResult.Complete(result);
        }

        var dialog = Dialogs.Get(below.Id);
        if (ended is { Interrupts: true })
        {
            dialog.RepromptDialog(Context, below);
            return DialogTurnResult.Waiting;
        }

        return dialog.ResumeDialog(this, DialogReason.EndCalled, result);
    }

    /// <summary>Ends the dialog in charge and begins another in its place; the one below gets the other's result.</summary>
    /// <param name="id">The other's name; the same name starts over.</param>
    /// <param name="state">What to begin with.</param>
    /// <exception cref="UnknownDialogException">There is no such dialog.</exception>
    public DialogTurnResult ReplaceDialog(string id, object? state = null)
    {
        var replaced = EndActive(DialogReason.ReplaceCalled);
        return Begin(id, state, replaced is { Interrupts: true });
    }

    /// <summary>Takes all dialogs off the stack, from the active one down, without resuming any.</summary>
    /// <param name="cancelParents">Whether the stacks around this one are emptied too.</param>
    /// <returns>Cancelled, or Empty when there were none.</returns>
    public DialogTurnResult CancelAllDialogs(bool cancelParents = false)
    {
        bool any = false;
        for (var dc = this; dc is not null; dc = cancelParents ? dc.Parent : null)
        {
            while (dc.EndActive(DialogReason.CancelCalled) is not null)
            {
                any = true;
            }
        }

        return any ? DialogTurnResult.Cancelled : DialogTurnResult.Empty;
    }

    /// <summary>Has the dialog in charge ask again what it waits for.</summary>
    /// <exception cref="UnknownDialogException">The stored dialog no longer exists.</exception>
    public void RepromptDialog()
    {
        if (Stack.Active is { } instance)
        {
            Dialogs.Get(instance.Id).RepromptDialog(Context, instance);
        }
    }

    private DialogTurnResult Begin(string id, object? state, bool interrupts)
    {
        var dialog = Dialogs.Get(id);
        Context.CountTransition(id, null);
        Stack.Push(new DialogInstance(id) { Interrupts = interrupts });
        return dialog.BeginDialog(this, state);
    }

    private DialogInstance? EndActive(DialogReason reason)
    {
        if (Stack.Active is not { } instance)
        {
            return null;
        }

        Dialogs.Get(instance.Id).EndDialog(Context, instance, reason);
        Stack.Pop();
        return instance;
    }
}

using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Dialogs.Runtime;

/// <summary>Runs one turn of a conversation that has a single outermost dialog.</summary>
public static class DialogRunner
{
    /// <summary>The name of the event that has the dialog in charge ask again.</summary>
    public const string RepromptEvent = "repromptDialog";

    /// <summary>
    /// Continues the dialog in charge, or begins the outermost when there is none. An endOfConversation cancels all; a
    /// <see cref="RepromptEvent"/> asks again.
    /// </summary>
    /// <param name="root">The outermost dialog. Add it to a <see cref="DialogSet"/> once at start, or a set is made every turn.</param>
    /// <param name="context">The turn; it collects the answers.</param>
    /// <param name="stack">The stack as loaded; it is changed in place.</param>
    /// <param name="state">What the outermost dialog begins with, should it be begun.</param>
    /// <exception cref="UnknownDialogException">The stored dialog or its step no longer exists.</exception>
    public static DialogTurnResult Run(Dialog root, TurnContext context, DialogStack stack, object? state = null)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(context);
        var dc = (root.Owner ?? DialogSet.Around(root)).CreateContext(context, stack);
        if (context.Activity.Type == ActivityTypes.EndOfConversation)
        {
            return dc.CancelAllDialogs();
        }

        if (context.Activity is { Type: ActivityTypes.Event, Name: RepromptEvent })
        {
            dc.RepromptDialog();
            return stack.Count > 0 ? DialogTurnResult.Waiting : DialogTurnResult.Empty;
        }

        return stack.Count > 0 ? dc.ContinueDialog() : dc.BeginDialog(root.Id, state);
    }
}

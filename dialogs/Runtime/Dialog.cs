using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ComplaintBot.Dialogs.Runtime;

/// <summary>
/// A piece of conversation with a beginning and an end. One object serves all conversations at once: what belongs to a single
/// conversation is in its <see cref="DialogInstance"/>, never in a field.
/// </summary>
public abstract class Dialog
{
    /// <summary>Names the dialog.</summary>
    /// <param name="id">The name, unique in its set and stored with every conversation: a renamed dialog loses those at work.</param>
    protected Dialog(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        Id = id;
    }

    /// <summary>What a dialog returns when it has asked or listens and the turn is over for it.</summary>
    public static DialogTurnResult EndOfTurn => DialogTurnResult.Waiting;

    /// <summary>The name in its set.</summary>
    public string Id { get; }

    /// <summary>How to write and read <see cref="DialogInstance.State"/>; null for a dialog that keeps none.</summary>
    public virtual JsonTypeInfo? StateType => null;

    /// <summary>The set the dialog belongs to; null until it is added to one.</summary>
    internal DialogSet? Owner { get; set; }

    /// <summary>The dialogs inside this one; null for all but components.</summary>
    internal virtual DialogSet? InnerDialogs => null;

    /// <summary>Begins the dialog, which is already the active one.</summary>
    /// <param name="dc">The stack it was pushed on.</param>
    /// <param name="state">What the caller gave it to begin with.</param>
    public abstract DialogTurnResult BeginDialog(DialogContext dc, object? state);

    /// <summary>Gives the dialog what the customer said while it waited. Unless overridden it ends.</summary>
    /// <param name="dc">The stack, with this dialog active.</param>
    public virtual DialogTurnResult ContinueDialog(DialogContext dc) => dc.EndDialog();

    /// <summary>Gives the dialog the result of the one it had begun. Unless overridden it ends with the same result.</summary>
    /// <param name="dc">The stack, with this dialog active again.</param>
    /// <param name="reason">Why it is called.</param>
    /// <param name="result">What the other ended with.</param>
    public virtual DialogTurnResult ResumeDialog(DialogContext dc, DialogReason reason, object? result) => dc.EndDialog(result);

    /// <summary>Asks again what the dialog waits for. Unless overridden it does nothing.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="instance">The conversation's own data.</param>
    public virtual void RepromptDialog(TurnContext context, DialogInstance instance)
    {
    }

    /// <summary>Tells the dialog that it is about to leave the stack. Unless overridden it does nothing.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="instance">The conversation's own data.</param>
    /// <param name="reason">Why it leaves.</param>
    public virtual void EndDialog(TurnContext context, DialogInstance instance, DialogReason reason)
    {
    }

    /// <summary>Reads the name of a stored step. Unless overridden every step passes.</summary>
    /// <param name="reader">Stands at the name.</param>
    /// <exception cref="UnknownDialogException">There is no such step.</exception>
    internal virtual string ReadStep(ref Utf8JsonReader reader) => reader.GetString() ?? throw new JsonException("A step is a name.");
}

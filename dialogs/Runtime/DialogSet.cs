using System.Text.Json;

namespace ComplaintBot.Dialogs.Runtime;

/// <summary>
/// Dialogs that can begin each other by name. Filled once at start and only read afterwards. The set of a component also sees the
/// dialogs of the set its component is in.
/// </summary>
public sealed class DialogSet
{
    private readonly Dictionary<string, Dialog> dialogs = new(StringComparer.Ordinal);
    private DialogSet? outer;

    /// <summary>Adds a dialog.</summary>
    /// <param name="dialog">The dialog; it may belong to one set only.</param>
    /// <returns>This set.</returns>
    /// <exception cref="ArgumentException">The name is taken, or the dialog is in a set already.</exception>
    public DialogSet Add(Dialog dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        if (dialogs.ContainsKey(dialog.Id))
        {
            throw new ArgumentException($"There are two dialogs '{dialog.Id}' in one set; the stored conversations could not tell them apart.", nameof(dialog));
        }

        if (dialog.Owner is not null)
        {
            throw new ArgumentException(
                $"Dialog '{dialog.Id}' is in another set already. Make a second one, or add it to the outer set that both can see.", nameof(dialog));
        }

        dialogs.Add(dialog.Id, dialog);
        dialog.Owner = this;
        if (dialog.InnerDialogs is { } inner)
        {
            inner.outer = this;
        }

        return this;
    }

    /// <summary>The dialog of that name here or, failing that, in the sets around; null when there is none.</summary>
    /// <param name="id">The name.</param>
    public Dialog? Find(string id)
    {
        for (var set = this; set is not null; set = set.outer)
        {
            if (set.dialogs.TryGetValue(id, out var dialog))
            {
                return dialog;
            }
        }

        return null;
    }

    /// <summary>The dialog of that name here or in the sets around.</summary>
    /// <param name="id">The name.</param>
    /// <exception cref="UnknownDialogException">There is none; the message lists those there are.</exception>
    public Dialog Get(string id) => Find(id) ?? throw UnknownDialogException.Dialog(id, Known());

    /// <summary>The dialog whose name a reader stands at, without making a string of it.</summary>
    /// <exception cref="UnknownDialogException">There is none.</exception>
    internal Dialog Get(ref Utf8JsonReader reader)
    {
        for (var set = this; set is not null; set = set.outer)
        {
            foreach (var (id, dialog) in set.dialogs)
            {
                if (reader.ValueTextEquals(id))
                {
                    return dialog;
                }
            }
        }

        return Get(reader.GetString()!);
    }

    /// <summary>Opens a conversation's stack for one turn.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="stack">The stack as loaded; it is changed in place.</param>
    public DialogContext CreateContext(TurnContext context, DialogStack stack)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(stack);
        return new DialogContext(this, context, stack, null);
    }

    /// <summary>A set for a dialog that belongs to none; it does not become the dialog's owner, so that it can be made anew each turn.</summary>
    internal static DialogSet Around(Dialog dialog)
    {
        var set = new DialogSet();
        set.dialogs.Add(dialog.Id, dialog);
        return set;
    }

    private string Known()
    {
        var names = new List<string>();
        for (var set = this; set is not null; set = set.outer)
        {
            names.AddRange(set.dialogs.Keys);
        }

        return string.Join(", ", names);
    }
}

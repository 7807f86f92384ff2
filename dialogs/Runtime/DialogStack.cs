using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Runtime;

/// <summary>The dialogs at work in a conversation. The one begun first is at index 0, the active one last. Belongs to one turn at a time.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "It is a stack, and Bot Builder calls it so.")]
[JsonConverter(typeof(MissingDialogStackConverter))]
public sealed class DialogStack
{
    private readonly List<DialogInstance> instances = [];

    /// <summary>How many dialogs are at work.</summary>
    public int Count => instances.Count;

    /// <summary>The dialog that gets what the customer says next; null when there is none.</summary>
    public DialogInstance? Active => instances.Count == 0 ? null : instances[^1];

    /// <summary>The dialog at a height of the stack, counted from the one begun first.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    public DialogInstance this[int index] => instances[index];

    internal void Push(DialogInstance instance) => instances.Add(instance);

    internal void Pop() => instances.RemoveAt(instances.Count - 1);
}

using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>What is needed to read a conversation for the desk.</summary>
/// <param name="State">The conversation as committed.</param>
/// <param name="Playbook">The playbook it goes by.</param>
/// <param name="Book">The words of the product.</param>
/// <param name="Tongue">The language of who reads.</param>
/// <param name="Role">The role of who reads: it decides what is within authority.</param>
/// <param name="Now">The time, with the offset in which times are said.</param>
/// <param name="Fairness">What comparable cases got, or null.</param>
public sealed record DeskReading(ConversationState State, Playbook Playbook, SpeechBook Book, Tongue Tongue, Role Role, DateTimeOffset Now, FairnessRange? Fairness = null)
{
    /// <summary>The category of the complaint being worked on; null while none is known.</summary>
    internal Category? Category => State.Case.Head is { } head && Playbook.Categories.TryGetValue(head.Category, out var category) ? category : null;

    /// <summary>A text of the playbook in the language of who reads.</summary>
    internal string In(LocalizedText text) => Book.Names.In(text, Tongue);
}

using ComplaintBot.Dialogs.Playbooks;

namespace ComplaintBot.Dialogs.Language.Categories;

/// <summary>One answer of the classifier.</summary>
/// <param name="Playbook">The playbook.</param>
/// <param name="Category">A category of it.</param>
internal sealed record Label(Playbook Playbook, Category Category);

using ComplaintBot.Dialogs.Playbooks;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>A word of a playbook that stands in a text.</summary>
/// <param name="Fact">Whose word it is.</param>
/// <param name="Choice">The choice it names, for facts that are one of a list.</param>
/// <param name="Span">Where it stands first.</param>
/// <param name="Order">Its place among the words of the playbook.</param>
internal readonly record struct WordHit(FactDefinition Fact, FactChoice? Choice, Span Span, int Order);

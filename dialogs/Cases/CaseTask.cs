using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Cases;

/// <summary>Something a duty has to do for a case, with its clock. Step 13 and step 14 are tasks, and so is every promise.</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="Owner">The duty that does it, for example <c>department-lead</c>.</param>
/// <param name="Due">Until when.</param>
/// <param name="Content">What exactly, in the language of the business.</param>
/// <param name="Step">The step it stands for, or null.</param>
public sealed record CaseTask(TaskKind Kind, string Owner, DateTimeOffset Due, string Content, Step? Step = null);

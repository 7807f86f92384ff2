using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Desk;

/// <summary>All that is kept of a case, as the desk shows it: what called people in, what is promised, and everything that happened.</summary>
/// <param name="Number">The number; null while there is no case yet.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Stars">How the customer felt treated, 1 to 5; null when they did not say.</param>
/// <param name="Triggers">What there was evidence for, with the words.</param>
/// <param name="Tasks">What is to be done, by whom and until when.</param>
/// <param name="Lines">What happened, in order.</param>
/// <param name="BrokenAt">The first entry of the timeline that is missing, changed or not in its place; null when all is well.</param>
internal sealed record CaseFile(string? Number, CaseState State, int? Stars, IReadOnlyList<CaseTrigger> Triggers, IReadOnlyList<CaseDuty> Tasks, IReadOnlyList<CaseLine> Lines, long? BrokenAt);

/// <summary>Evidence for a trigger.</summary>
/// <param name="Trigger">The trigger.</param>
/// <param name="Words">The customer's words.</param>
/// <param name="Done">Done or happening, as against only announced.</param>
/// <param name="Fired">Whether it was acted on.</param>
internal sealed record CaseTrigger(Trigger Trigger, string Words, bool Done, bool Fired);

/// <summary>A task of a case.</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="Owner">Who does it, as people call them.</param>
/// <param name="Due">Until when.</param>
/// <param name="Content">What exactly; empty where the kind says it.</param>
internal sealed record CaseDuty(TaskKind Kind, string Owner, DateTimeOffset Due, string Content);

/// <summary>An entry of the timeline.</summary>
/// <param name="Sequence">Its number within the case.</param>
/// <param name="Kind">What happened.</param>
/// <param name="From"><c>customer</c>, <c>bot</c>, <c>person</c> or <c>system</c>.</param>
/// <param name="Name">The name of the person.</param>
/// <param name="At">When.</param>
/// <param name="Step">The step that was done, where it is about one.</param>
/// <param name="Data">What belongs to it; names of duties, facts, categories, states and people are in the language of the reader.</param>
internal sealed record CaseLine(long Sequence, CaseEventKind Kind, string From, string? Name, DateTimeOffset At, Step? Step, IReadOnlyDictionary<string, string> Data);

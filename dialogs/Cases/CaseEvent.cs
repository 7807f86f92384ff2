using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Cases;

/// <summary>
/// One entry of a case's timeline, as a turn produces it. The ledger adds its sequence number and chains its hash when it is
/// committed; entries are only ever appended.
/// </summary>
/// <param name="Kind">What happened.</param>
/// <param name="Actor"><c>customer</c>, <c>bot</c>, <c>system</c>, or the id of a person.</param>
/// <param name="At">When.</param>
/// <param name="Data">What belongs to it, by name; may hold personal data and can be deleted without breaking the chain.</param>
/// <param name="Step">The step, for <see cref="CaseEventKind.Step"/>.</param>
public sealed record CaseEvent(CaseEventKind Kind, string Actor, DateTimeOffset At, IReadOnlyDictionary<string, string> Data, Step? Step = null)
{
    /// <summary>An entry without data.</summary>
    public static IReadOnlyDictionary<string, string> NoData { get; } = new Dictionary<string, string>();
}

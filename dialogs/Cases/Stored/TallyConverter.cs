using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Dialogs.Vocabulary.Stored;

namespace ComplaintBot.Dialogs.Cases.Stored;

/// <summary>Reads and writes the counts of a case; zeros are left out.</summary>
internal sealed class TallyConverter() : FormConverter<Tally>(Form)
{
    /// <summary>The counts.</summary>
    public static readonly StoredForm<Tally> Form = new StoredForm<Tally>(static () => new())
        .Id<Tactic>("lastTactic", tally => tally.LastTactic, (tally, tactic) => tally.LastTactic = tactic)
        .Count("furious", tally => tally.Furious, (tally, count) => tally.Furious = count)
        .Count("angryInARow", tally => tally.AngryInARow, (tally, count) => tally.AngryInARow = count)
        .Count("tacticsUsed", tally => tally.TacticsUsed, (tally, count) => tally.TacticsUsed = count)
        .Count("gaveUp", tally => tally.GaveUp, (tally, count) => tally.GaveUp = count)
        .Count("notUnderstoodInARow", tally => tally.NotUnderstoodInARow, (tally, count) => tally.NotUnderstoodInARow = count)
        .Count("notUnderstood", tally => tally.NotUnderstood, (tally, count) => tally.NotUnderstood = count)
        .Count("refusals", tally => tally.Refusals, (tally, count) => tally.Refusals = count)
        .Count("unreasonable", tally => tally.Unreasonable, (tally, count) => tally.Unreasonable = count)
        .Count("abusive", tally => tally.Abusive, (tally, count) => tally.Abusive = count)
        .Count("superiorRequests", tally => tally.SuperiorRequests, (tally, count) => tally.SuperiorRequests = count)
        .Count("accusations", tally => tally.Accusations, (tally, count) => tally.Accusations = count)
        .Count("questions", tally => tally.Questions, (tally, count) => tally.Questions = count)
        .Count("questionsInARow", tally => tally.QuestionsInARow, (tally, count) => tally.QuestionsInARow = count);
}

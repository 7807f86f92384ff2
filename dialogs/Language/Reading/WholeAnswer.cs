using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Language.Reading;

/// <summary>
/// A free question takes the whole message as its answer. Somebody who uses the message for something else, to bring up another matter or to
/// ask for a person, has not answered it.
/// </summary>
internal static class WholeAnswer
{
    private static readonly Intent[] SomethingElse =
    [
        Intent.SecondComplaint, Intent.AskPerson, Intent.AskManager, Intent.AskStatus, Intent.Withdraw, Intent.GiveUp, Intent.WhoAreYou, Intent.Privacy, Intent.DeleteData, Intent.ChangeLanguage, Intent.WrongCompany,
    ];

    /// <summary>The facts without an answer that is none.</summary>
    /// <param name="facts">The facts as they were read.</param>
    /// <param name="asked">The fact that was asked for, or null.</param>
    /// <param name="intents">What the customer does with the message.</param>
    /// <param name="anger">How angry it is: an outburst names no place.</param>
    /// <param name="text">The message.</param>
    public static IReadOnlyList<FactMention> Drop(IReadOnlyList<FactMention> facts, string? asked, IReadOnlyList<Intent> intents, int anger, string text)
    {
        var outburst = asked == FactNames.Place && anger >= 2 && intents.Contains(Intent.Complain);
        if (asked is null || facts.Count == 0 || (!outburst && !intents.Any(SomethingElse.Contains))) return facts;
        return [.. facts.Where(fact => fact.Name != asked || fact.Text.Length * 2 < text.Length)];
    }
}

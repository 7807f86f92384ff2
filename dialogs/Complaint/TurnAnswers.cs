using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Policy;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>Everything a turn needs to know from outside, asked before it runs, so that the turn itself is a pure function.</summary>
public sealed record TurnAnswers
{
    /// <summary>What was understood of the message; null for activities that are none.</summary>
    public MessageAnalysis? Analysis { get; init; }

    /// <summary>What was understood of everything the customer has said while venting, this message included; null when there is nothing before it.</summary>
    public MessageAnalysis? Statement { get; init; }

    /// <summary>Whether a card number or a code was masked in the message before it got here.</summary>
    public bool Masked { get; init; }

    /// <summary>A case number to use should the turn open a case; the commit refuses one that is taken and the turn is run again.</summary>
    public required string FreshCaseNumber { get; init; }

    /// <summary>What the bot has granted this customer in earlier conversations. Needed only while <see cref="ConversationState.Granted"/> is not known.</summary>
    public IReadOnlyList<Grant> Granted { get; init; } = [];

    /// <summary>What comparable cases got, or null when there is no range.</summary>
    public FairnessRange? Fairness { get; init; }

    /// <summary>The case whose number stands in the message, as this customer may see it; null when none was found.</summary>
    public KnownCase? AskedCase { get; init; }

    /// <summary>What the kinds of business are called that the complaint may be about, the likeliest first, while that is not sure; else empty.</summary>
    public IReadOnlyList<LocalizedText> Businesses { get; init; } = [];

    /// <summary>Who is at the desk right now.</summary>
    public DeskStatus Desk { get; init; } = DeskStatus.Nobody;
}

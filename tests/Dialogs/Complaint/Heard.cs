using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Complaint;

/// <summary>What came of one line of the customer.</summary>
/// <param name="Line">The line, as it was stored.</param>
/// <param name="Messages">What the bot said.</param>
/// <param name="Situations">The situations the bot spoke in, counted by what the conversation itself keeps about its wordings.</param>
/// <param name="Before">The conversation as it was loaded.</param>
/// <param name="State">The conversation as it was stored.</param>
/// <param name="Events">The entries that went onto the timelines of cases.</param>
/// <param name="Size">Bytes of the stored conversation.</param>
internal sealed record Heard(
    string Line, IReadOnlyList<Activity> Messages, IReadOnlyDictionary<Situation, int> Situations, ConversationState Before, ConversationState State,
    IReadOnlyList<CaseEvent> Events, int Size)
{
    /// <summary>Whether the desk or the clock brought the turn about, and not the customer.</summary>
    public bool ByDesk { get; init; }

    /// <summary>The role of the person who acted; the bot's in the customer's turns.</summary>
    public Role Granted { get; init; }

    /// <summary>The lines that colleagues alone read.</summary>
    public IReadOnlyList<Activity> Notes { get; init; } = [];

    /// <summary>What the bot itself said: neither a person nor the business in a person's absence.</summary>
    public IEnumerable<Activity> FromBot => Messages.Where(message => TurnEntity.Read(message, TurnEntity.By) is null);

    public IEnumerable<string> Texts => Messages.Select(message => message.Text ?? "");

    /// <summary>What the messages wait for, those that wait for nothing left out.</summary>
    public IReadOnlyList<string> Asked => [.. Messages.Select(message => TurnEntity.Read(message, "expects")).OfType<string>().Where(expects => expects != Expects.None)];

    public bool Said(Situation situation) => Situations.ContainsKey(situation);

    /// <summary>Whether another case was begun in this turn.</summary>
    public bool BeganNewCase => !ByDesk && State.Case.Anger.Count < Before.Case.Anger.Count + 1;

    public override string ToString() => $"> {Shown(Line)}\n{string.Concat(Messages.Select(message => $"    [{TurnEntity.Read(message, "stage")}/{TurnEntity.Read(message, "expects")}] {message.Text}\n"))}";

    private static string Shown(string line) => line.Length <= 200 ? line : $"{line[..200]}… ({line.Length} characters)";
}

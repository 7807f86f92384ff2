using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Complaint;

/// <summary>What holds in every conversation, whatever the customer says. Checked after each turn; a breach fails with the whole conversation.</summary>
internal sealed class Invariants(Playbook playbook)
{
    private const int LongestMessage = 600;

    /// <summary>Bytes that are stored at most, whatever was written.</summary>
    private const int LargestState = 24_000;

    /// <summary>What the customer gets besides being asked: an act, a number, news, an offer, or their matter said back for correction.</summary>
    private static readonly Situation[] Giving =
    [
        Situation.RegretAndAct, Situation.CaseOpened, Situation.StaysWithMatter, Situation.PassedOnWithTask, Situation.OnSiteTold, Situation.Offer, Situation.BestAndAlternative,
        Situation.OfferAfterRefusal, Situation.OutsideHelp, Situation.ExplanationOffered, Situation.Accepted, Situation.ProgressNew, Situation.ProgressNothingNew, Situation.FaultAdmitted,
        Situation.NeutralReceived, Situation.DutyTold, Situation.DutyMarked, Situation.BringInPerson, Situation.ReadBack, Situation.ReadBackCorrected, Situation.DeleteData,
    ];

    private readonly HashSet<uint> said = [];
    private int questions;
    private int inARow;
    private int ventQuestions;

    public void Check(Talk talk, Heard heard)
    {
        if (heard.BeganNewCase) (questions, inARow, ventQuestions) = (0, 0, 0);
        if (WhoSpeaks(heard) is { } speech) Fail(talk, speech);
        foreach (var message in heard.Messages)
            if (MistakeOf(message, heard) is { } mistake) Fail(talk, $"{mistake}: {message.Text}");
        if (Questions(heard) is { } pressed) Fail(talk, pressed);
        if (Offers(heard) is { } generous) Fail(talk, generous);
        if (Ownership(heard) is { } split) Fail(talk, split);
        if (Introduction(heard) is { } nameless) Fail(talk, nameless);
        if (heard.Size > LargestState) Fail(talk, $"A stored state of {heard.Size} bytes");
    }

    public void Fail(Talk talk, string breach) => Assert.Fail($"{breach}\n\n{talk}");

    private static string? WhoSpeaks(Heard heard)
    {
        if (heard.State.Owner == Owner.Person && heard.FromBot.Any()) return "The bot spoke although a person has the chat.";
        if (heard.Before.Owner == Owner.Person && !heard.ByDesk) return heard.Messages.Count > 0 ? "The bot spoke while a person had the chat." : null;
        if (heard.ByDesk) return heard.Before.Owner == Owner.Person && heard.State.Owner == Owner.Bot && heard.Messages.Count == 0 ? "The chat changed hands without a word." : null;
        if (heard.State.Owner == Owner.Bot && heard.Line.Length > 0 && heard.Messages.Count == 0) return "A line was left without an answer.";
        return heard.Before.Owner == Owner.Bot && heard.Messages.Count == 0 ? "A line was left without an answer." : null;
    }

    /// <summary>A chat has exactly one owner, and a person who has it is known; what is internal never is a message.</summary>
    private static string? Ownership(Heard heard)
    {
        var (state, desk) = (heard.State, heard.State.Desk);
        if ((state.Owner == Owner.Person) != (desk?.Agent is not null)) return $"Owner {state.Owner.Id()} with agent '{desk?.Agent?.Id}'";
        if (state.Owner == Owner.Waiting && (state.Handover is null || desk?.QueuedAt is null)) return "A chat waits without a reason or a time.";
        if (state.Owner == Owner.Bot && (state.Handover is not null || desk is { HeldUntil: not null } or { AddressedTo: not null } or { Approvals: not null })) return "The bot has a chat that still looks like a person's.";
        if (state.Owner == Owner.Bot && !state.Over && state.Dialogs.Count == 0 && heard.Before.Owner == Owner.Person) return "The bot has a chat back and does not know where to go on.";
        return heard.Notes.Any(note => note.Name is not (DeskEvents.Note or DeskEvents.Whisper)) ? "An event that is neither a note nor a whisper" : null;
    }

    /// <summary>
    /// Whoever takes a chat is named to the customer, each time: so the line that names them is the only one of ours that may be said twice.
    /// What people write themselves may be anything. People of a platform speak without us, and say themselves who they are.
    /// </summary>
    private static string? Introduction(Heard heard)
    {
        if (heard.State.Desk?.Agent is not { } agent || agent.Id == DeskPerson.PlatformId || heard.Before.Desk?.Agent?.Id == agent.Id) return null;
        return heard.Messages.Any(message => message.From?.Id == agent.Id && message.Text?.Contains(agent.Name, StringComparison.Ordinal) == true) ? null : $"{agent.Name} took the chat, and the customer was not told.";
    }

    private string? MistakeOf(Activity message, Heard heard)
    {
        var text = message.Text ?? "";
        if (TurnEntity.Read(message, TurnEntity.By) == TurnEntity.Person) return MistakeOfEntity(message, heard.State);
        if (text.Trim().Length == 0) return "An empty message";
        if (!said.Add(LineHash.Of(text))) return "A line was said twice";
        if (text.AsSpan().ContainsAny('{', '}')) return "A placeholder was left open";
        if (text.Length > LongestMessage) return $"A message of {text.Length} characters";
        if (Wording.TurnsAfterApology(text)) return "An apology was taken back by a turning word";
        if (message.Locale != heard.State.Speech.Tongue.Tag()) return $"A message in {message.Locale} to a customer who speaks {heard.State.Speech.Tongue.Tag()}";
        var quotesFacts = TurnEntity.Read(message, "expects") == Expects.Readback;
        if (!quotesFacts && Wording.IsInWrongScript(text, heard.State.Speech.Tongue, playbook)) return "A message in the wrong language";
        return MistakeOfEntity(message, heard.State);
    }

    private string? MistakeOfEntity(Activity message, ConversationState state)
    {
        if (message.Entities is not [{ Type: TurnEntity.Type }]) return "A message without its complaint/turn entity";
        if (!Identifiers.TryParse<Stage>(TurnEntity.Read(message, "stage"), out _) || !Identifiers.TryParse<Step>(TurnEntity.Read(message, "step"), out _)) return "An entity with a stage or step that is none";
        if (TurnEntity.Read(message, "owner") != state.Owner.Id()) return "An entity that names another owner";
        var expects = TurnEntity.Read(message, "expects");
        if (expects is null || !IsKnown(expects)) return $"An entity that expects '{expects}'";
        if (state.Owner == Owner.Bot || expects == Expects.None || (expects == Expects.Offer && TurnEntity.Read(message, TurnEntity.By) == TurnEntity.Person)) return null;
        return MayBeAskedWhileWaiting(expects, state) ? null : $"Something was asked ({expects}) after the handover";
    }

    private bool IsKnown(string expects) =>
        expects is Expects.None or Expects.Vent or Expects.Readback or Expects.Offer or Expects.Satisfaction or Expects.AnythingElse or Expects.Confirm
        || (Expects.FactOf(expects) is { } fact && (fact == FactNames.CaseNumber || playbook.Facts.ContainsKey(fact)));

    private bool MayBeAskedWhileWaiting(string expects, ConversationState state) =>
        (state.Desk?.Told.HasFlag(DeskNotices.CallBack) == true && (expects == Expects.Fact(FactNames.ContactPhone) || expects == Expects.Confirm))
        || Expects.FactOf(expects) is { } fact && state.Handover?.Trigger is { } trigger && playbook.Safety.TryGetValue(trigger, out var advice) && advice.Ask.Contains(fact);

    /// <summary>Questions for facts stay within the budget, and don't follow each other without end.</summary>
    private string? Questions(Heard heard)
    {
        if (heard.State.Case.Heads.Count > 0) ventQuestions += heard.Situations.GetValueOrDefault(Situation.GoOn) + (heard.Asked.Contains(Expects.Vent) ? heard.Situations.GetValueOrDefault(Situation.TellMore) : 0);
        if (ventQuestions > 1) return "A second question in the vent";
        if (heard.ByDesk && heard.State.Owner != Owner.Bot) return null;
        var fresh = heard.Asked.Count(expects => Expects.FactOf(expects) is { } fact && IsFresh(heard, fact));
        if (heard.Situations.Keys.Any(Giving.Contains)) inARow = 0;
        if (fresh == 0) return null;
        (questions, inARow) = (questions + fresh, inARow + fresh);
        if (heard.State.Owner != Owner.Bot)
        {
            if (heard.Before.Owner == Owner.Bot) questions = fresh;
            return questions > 2 ? "More than two questions while a person is awaited" : null;
        }

        if (questions > QuestionPolicy.Budget(heard.State.Case)) return $"Question {questions} of {QuestionPolicy.Budget(heard.State.Case)} that may be asked";
        var most = heard.State.Case.CurrentAnger >= TacticPolicy.Hot ? 1 : 2;
        return inARow > most ? $"{inARow} questions in a row, with {most} allowed" : null;
    }

    /// <summary>A question that is repeated because something came in between is none of its own.</summary>
    private static bool IsFresh(Heard heard, string fact) =>
        (heard.Before.Expects != Expects.Fact(fact) && heard.Before.Interrupted != Expects.Fact(fact)) || Times(heard.State, fact) > Times(heard.Before, fact);

    private static int Times(ConversationState state, string fact) => state.Case.Facts.Find(known => known.Name == fact)?.Asked ?? 0;

    private string? Offers(Heard heard)
    {
        var before = heard.BeganNewCase ? 0 : heard.Before.Case.Offers.Count;
        var made = heard.State.Case.Offers.Skip(before).ToList();
        if (made.Exists(offer => offer.OfferedBy is null) && heard.State.Owner != Owner.Bot) return "An offer was made after the handover.";
        foreach (var offer in made.Where(offer => offer is { OfferedBy: not null, Amount: not null }))
            if (offer.Amount > Limit(offer.Currency!, heard.Granted)) return $"{heard.Granted.Id()} granted {offer.Amount} {offer.Currency}.";
        foreach (var offer in made.Where(offer => offer is { Rung: >= 0, OfferedBy: null }))
        {
            var rung = playbook.CategoryOf(heard.State.Case.Heads[offer.Head].Category).Ladder[offer.Rung];
            if (heard.State.Case.Barred?.Contains(rung.Kind) == true) return $"The bot raised again what a person ruled out: {offer.Text}";
            if (rung.Grant > Role.Bot) return $"The bot offered what only a {rung.Grant.Id()} may: {offer.Text}";
            if (offer.Amount is { } amount && (amount <= 0 || amount > Limit(offer.Currency!, Role.Bot))) return $"The bot offered {amount} {offer.Currency}.";
        }

        return null;
    }

    private decimal Limit(string currency, Role role) =>
        playbook.Authority.Limits.GetValueOrDefault(currency) is { } own ? own[role] : playbook.Authority.Limits.GetValueOrDefault("*")?[role] ?? 0;
}

using System.Globalization;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>Takes in a message: whatever it says becomes part of the case before anybody thinks about an answer, whoever owns the chat.</summary>
internal static class Intake
{
    /// <summary>Characters of a customer's words that are kept in one place of the case.</summary>
    private const int LongestKept = 300;

    /// <summary>Takes in the message of the turn.</summary>
    public static void Take(ComplaintTurn turn)
    {
        var (state, analysis) = (turn.State, turn.Analysis);
        state.Speech.Tongue = analysis.Language;
        state.LastMessage = turn.Now;
        if (!state.Vent.Over && state.ExpectedFact is null && !IsOnlyGreeting(analysis) && !Answers(state, analysis)) state.Vent.Add(analysis.Text);
        TakeAnger(turn);
        TakeHeads(turn);
        TakeFacts(turn);
        TakeWishes(turn);
        TakeAttachments(turn);
        Count(turn);
        TakeTriggers(turn);
        Assess(turn);
    }

    /// <summary>Judges severity anew; it is recorded when it rises.</summary>
    public static void Assess(ComplaintTurn turn)
    {
        var severity = SeverityPolicy.Assess(turn.Playbook, turn.Case);
        if (severity == turn.Case.Severity) return;
        turn.Case.Severity = severity;
        turn.Record(CaseEventKind.SeveritySet, "bot", ("severity", severity.Id()), ("provisional", "yes"));
    }

    /// <summary>Adds a complaint to the case unless it is there already.</summary>
    public static bool AddHead(ComplaintTurn turn, string category, string words)
    {
        if (turn.Case.Holds(category)) return false;
        words = Kept(words);
        turn.Case.Heads.Add(new Head { Category = category, Words = words });
        turn.Record(CaseEventKind.HeadAdded, "customer", ("category", category), ("words", words));
        return true;
    }

    /// <summary>A yes or no to what kind of business it is about is no part of the grievance.</summary>
    private static bool Answers(ConversationState state, MessageAnalysis analysis) =>
        state.Question == OpenQuestion.Business && (analysis.Heads.Count == 0 || analysis.Has(Intent.Affirm) || analysis.Has(Intent.Deny));

    /// <summary>Words as they are kept with the case: the transcript has all of them, the case their beginning.</summary>
    public static string Kept(string words)
    {
        if (words.Length <= LongestKept) return words;
        return string.Concat(words.AsSpan(0, char.IsHighSurrogate(words[LongestKept - 1]) ? LongestKept - 1 : LongestKept), "…");
    }

    private static bool IsOnlyGreeting(MessageAnalysis analysis) =>
        analysis.Text.Length == 0 || (analysis.Heads.Count == 0 && analysis.Intents.Count > 0 && analysis.Intents.All(intent => intent == Intent.Smalltalk));

    private static void TakeAnger(ComplaintTurn turn)
    {
        var (complaint, anger) = (turn.Case, turn.Analysis.Anger);
        complaint.Anger.Add(anger);
        complaint.Tally.AngryInARow = anger >= TacticPolicy.Hot ? complaint.Tally.AngryInARow + 1 : 0;
        if (anger == 4) complaint.Tally.Furious++;
        if (anger < TacticPolicy.Hot) complaint.Tally.TacticsUsed = 0;
    }

    /// <summary>While the customer is telling, what was said so far is judged as a whole; afterwards a further matter must say that it is one.</summary>
    private static void TakeHeads(ComplaintTurn turn)
    {
        var (complaint, analysis) = (turn.Case, turn.Analysis);
        if (turn.State.Vent.Over || (turn.State.ExpectedFact is not null && complaint.Heads.Count > 0))
        {
            if (!analysis.Has(Intent.SecondComplaint)) return;
            foreach (var head in analysis.Heads) AddHead(turn, head.Category, head.Words);
            return;
        }

        complaint.Heads.RemoveAll(head => !turn.Playbook.Categories.ContainsKey(head.Category));
        // "That is all" says nothing of the matter: it is not placed anew for it.
        if (complaint.Heads.Count > 0 && analysis is { Heads.Count: 0, Facts.Count: 0 } && analysis.Has(Intent.DoneVenting)) return;
        var heads = turn.Answers.Statement is { Heads.Count: > 0 } whole ? whole.Heads : analysis.Heads;
        if (heads.Count == 0 || Same(complaint.Heads, heads)) return;
        // What the matter was first taken for does not weigh on what it turns out to be.
        if (complaint.Heads.RemoveAll(head => !heads.Any(found => found.Category == head.Category)) > 0) complaint.Severity = Severity.Minor;
        foreach (var head in heads) AddHead(turn, head.Category, head.Words);
    }

    private static bool Same(List<Head> known, IReadOnlyList<CategoryEvidence> found) =>
        known.Count == found.Count && found.All(head => known.Exists(other => other.Category == head.Category));

    private static void TakeFacts(ComplaintTurn turn)
    {
        var expected = turn.State.ExpectedFact;
        foreach (var mention in turn.Answers.Statement?.Facts ?? [])
            if (!turn.Case.Knows(mention.Name) && turn.Analysis.Find(mention.Name) is null) Take(turn, mention, expected);
        foreach (var mention in turn.Analysis.Facts) Take(turn, mention, expected);
    }

    private static void Take(ComplaintTurn turn, FactMention mention, string? expected)
    {
        var fact = turn.Case.Entry(mention.Name);
        if (fact?.Value == Kept(mention.Value)) return;
        if (fact?.Value is not null && !Overrides(turn, mention, expected)) return;
        if (fact is null) turn.Case.Facts.Add(fact = new CaseFact { Name = mention.Name });
        var how = fact.Value is null ? "given" : "corrected";
        turn.FactCorrected |= fact.Value is not null;
        (fact.Text, fact.Value, fact.Unit, fact.Declined) = (Kept(mention.Text), Kept(mention.Value), mention.Unit ?? fact.Unit ?? SaidCurrency(turn, mention.Name), false);
        turn.Record(CaseEventKind.FactRecorded, "customer", ("name", mention.Name), ("text", fact.Text), ("value", fact.Value), ("how", how));
    }

    /// <summary>Somebody who said "$20" goes on in dollars without saying so.</summary>
    private static string? SaidCurrency(ComplaintTurn turn, string name) =>
        turn.Playbook.Facts.TryGetValue(name, out var definition) && definition.Type == FactType.Money
            ? turn.Case.Facts.Find(other => other.Unit is not null && turn.Playbook.Facts.TryGetValue(other.Name, out var known) && known.Type == FactType.Money)?.Unit
            : null;

    /// <summary>What is known gives way to a correction, to the answer to a question, to whatever is said to a read-back, and to the same thing said more exactly.</summary>
    private static bool Overrides(ComplaintTurn turn, FactMention mention, string? expected) =>
        mention.Name == expected
        || turn.Analysis.Has(Intent.Correct)
        || turn.State.Expects == Expects.Readback
        || (turn.Case.Find(mention.Name)?.Value is { } known && mention.Value.Length > known.Length && mention.Value.StartsWith(known, StringComparison.Ordinal));

    /// <summary>What is waved away is not offered; who asks for it later may have it again.</summary>
    private static void TakeWishes(ComplaintTurn turn)
    {
        var mayRefuse = WordSearch.MayRefuse(turn.Analysis.Text);
        if (turn.Case.Head is not { } head || !mayRefuse && turn.Case.Unwanted.Count == 0) return;
        var said = NormalizedText.From(turn.Analysis.Text);
        foreach (var rung in turn.Playbook.CategoryOf(head.Category).Ladder)
        {
            if (mayRefuse && WordSearch.WavesAway(said, rung.Answers))
            {
                if (!turn.Case.Unwanted.Contains(rung.Kind)) turn.Case.Unwanted.Add(rung.Kind);
            }
            else if (turn.Case.Unwanted.Count > 0 && WordSearch.Wishes(said, rung.Answers))
            {
                turn.Case.Unwanted.Remove(rung.Kind);
            }
        }
    }

    private static void TakeAttachments(ComplaintTurn turn)
    {
        if (turn.Activity.Attachments is not { Count: > 0 } attachments) return;
        foreach (var attachment in attachments)
            turn.Record(CaseEventKind.AttachmentAdded, "customer", ("name", attachment.Name ?? ""), ("type", attachment.ContentType ?? ""), ("url", attachment.ContentUrl ?? ""));
        if (!turn.Case.Knows(FactNames.Evidence)) turn.Case.Facts.Add(new CaseFact { Name = FactNames.Evidence, Text = attachments[0].Name ?? "", Value = "yes" });
    }

    private static void Count(ComplaintTurn turn)
    {
        var (tally, analysis) = (turn.Case.Tally, turn.Analysis);
        if (analysis.Has(Intent.AskManager)) tally.SuperiorRequests++;
        if (SweepingWords.AreIn(analysis.Text)) tally.Accusations++;
        if (turn.State.Expects == Expects.Offer && IsRefusal(analysis)) tally.Refusals++;
        if (analysis.Find(Trigger.UnreasonableObjection) is not null) tally.Unreasonable++;
        if (analysis.Has(MessageFlag.Insult)) tally.Abusive++;
        if (analysis.Has(Intent.GiveUp)) tally.GaveUp++;
        tally.NotUnderstoodInARow = Understood(turn) ? 0 : tally.NotUnderstoodInARow + 1;
        if (tally.NotUnderstoodInARow > 0) tally.NotUnderstood++;
    }

    /// <summary>Whether an answer to an offer turns it down.</summary>
    public static bool IsRefusal(MessageAnalysis analysis) =>
        !analysis.Has(Intent.AcceptOffer) && !analysis.Has(Intent.Withdraw) && !analysis.Has(Intent.GiveUp)
        && (analysis.Has(Intent.DeclineOffer) || analysis.Find(Trigger.RemedyRefused) is not null
            || (analysis.Has(Intent.Deny) && !analysis.Has(Intent.ThinkItOver) && !analysis.Has(Intent.DoneVenting)));

    /// <summary>A message is understood when it says anything we can place; while the customer is telling, and to an open question, everything is.</summary>
    private static bool Understood(ComplaintTurn turn)
    {
        var (state, analysis) = (turn.State, turn.Analysis);
        if (analysis.Find(Trigger.NotUnderstood) is not null) return false;
        if (state.Expects is Expects.Vent or Expects.None or Expects.Satisfaction or Expects.AnythingElse || state.ExpectedFact is not null || state.Question == OpenQuestion.Business) return true;
        return analysis.Facts.Count > 0 || analysis.Heads.Count > 0 || analysis.Triggers.Count > 0 || analysis.Score is not null
            || analysis.Flags.Count > 0 || analysis.Intents.Any(intent => intent != Intent.Other)
            || turn.Activity.Attachments is { Count: > 0 };
    }

    private static void TakeTriggers(ComplaintTurn turn)
    {
        foreach (var evidence in turn.Analysis.Triggers) See(turn, evidence.Id, evidence.Words, evidence.Done);
        if (turn.State.Expects == Expects.Offer && IsRefusal(turn.Analysis) && turn.Analysis.Find(Trigger.RemedyRefused) is null)
            See(turn, Trigger.RemedyRefused, turn.Analysis.Text, done: true);
        if ((turn.Analysis.Has(Intent.AskPerson) || turn.Analysis.Has(Intent.AskManager)) && turn.Analysis.Find(Trigger.AsksForPerson) is null)
            See(turn, Trigger.AsksForPerson, turn.Analysis.Text, done: true);
        if (StaysHot(turn))
            See(turn, Trigger.Furious, turn.Analysis.Text, done: true, count: false);
        if (turn.Case.Tally.NotUnderstoodInARow > 0) See(turn, Trigger.NotUnderstood, turn.Analysis.Text, done: true, count: false);
        if (LargestDemand(turn) is { } demand) See(turn, Trigger.OverAuthority, demand, done: true);
        if (turn.State.ExpectedFact == FactNames.Injured && turn.Case.Find(FactNames.Injured) is { Value: not "no" } hurt && !turn.Case.HasSeen(Trigger.Injury))
            See(turn, Trigger.Injury, hurt.Text ?? turn.Analysis.Text, done: true);
        SeeCategoryTrigger(turn);
    }

    /// <summary>A loss that is claimed, or a sum that is demanded, beyond what an agent may grant; its words, or null.</summary>
    private static string? LargestDemand(ComplaintTurn turn)
    {
        var wish = turn.Analysis.Find(FactNames.Wants)?.Text;
        foreach (var mention in turn.Analysis.Facts)
        {
            var claimed = mention.Name == FactNames.Loss
                || (mention.Name == FactNames.Amount && (turn.State.Expects == Expects.Offer || wish?.Contains(mention.Text, StringComparison.Ordinal) == true));
            if (claimed && decimal.TryParse(mention.Value, CultureInfo.InvariantCulture, out var sum)
                && RemedyAuthority.Exceeds(turn.Playbook, Role.Agent, sum, mention.Unit ?? turn.Playbook.Identity.Currency)) return mention.Text;
        }

        return null;
    }

    /// <summary>Anger over turns is evidence of fury even where no single message was furious.</summary>
    private static bool StaysHot(ComplaintTurn turn)
    {
        var (tally, limits) = (turn.Case.Tally, turn.Playbook.Thresholds);
        return tally.AngryInARow >= limits.AngryInARow || (tally.AngryInARow > 0 && tally.TacticsUsed >= limits.TacticsToCool);
    }

    /// <summary>A category may be a trigger by itself. Harm is believed on its own evidence only: where there is none, the safety question finds out.</summary>
    private static void SeeCategoryTrigger(ComplaintTurn turn)
    {
        foreach (var head in turn.Case.Heads)
            if (turn.Playbook.Categories.TryGetValue(head.Category, out var category) && category.Trigger is { } trigger && !turn.Case.HasSeen(trigger) && !Harm.Is(trigger))
                See(turn, trigger, head.Words, done: true);
    }

    private static void See(ComplaintTurn turn, Trigger trigger, string words, bool done, bool count = true)
    {
        words = Kept(words);
        var seen = turn.Case.Find(trigger);
        if (seen is null)
        {
            turn.Case.Triggers.Add(seen = new SeenTrigger { Id = trigger, Words = words, Done = done, Count = 1 });
            turn.Case.Confirmed = null;
        }
        else
        {
            if (count) seen.Count++;
            seen.Words = words;
            if (done && !seen.Done) (seen.Done, seen.Fired, turn.Case.Confirmed) = (true, false, null);
            if (!count) return;
        }

        turn.Record(CaseEventKind.TriggerSeen, "customer", ("trigger", trigger.Id()), ("words", words), ("done", done ? "yes" : "no"));
    }
}

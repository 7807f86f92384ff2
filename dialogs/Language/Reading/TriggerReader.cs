using ComplaintBot.Dialogs.Language.Cues;
using ComplaintBot.Dialogs.Language.Models;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Language.Reading;

/// <summary>
/// Evidence for escalation in one message. A word alone is none: who does it, whether it is denied, imagined, told of others or a
/// joke is looked at first. Safety is read generously: there only a plain denial or "almost" speaks against it.
/// </summary>
internal static class TriggerReader
{
    private static readonly (Cue Cue, Trigger Trigger)[] Outside =
        [(Cue.Press, Trigger.Press), (Cue.Lawyer, Trigger.Lawyer), (Cue.Police, Trigger.Police), (Cue.ConsumerAssociation, Trigger.ConsumerAssociation), (Cue.Regulator, Trigger.Regulator)];

    private static readonly (Cue Cue, Trigger Trigger)[] Plain =
    [
        (Cue.GroupAction, Trigger.GroupAction), (Cue.OverAuthority, Trigger.OverAuthority), (Cue.Unreasonable, Trigger.UnreasonableObjection), (Cue.Repeat, Trigger.RepeatComplaint),
        (Cue.PastClock, Trigger.PastClock), (Cue.NotUnderstood, Trigger.NotUnderstood), (Cue.Vulnerable, Trigger.Vulnerable), (Cue.DataLeak, Trigger.DataLeak),
    ];

    private const double SurePraise = 0.85;

    /// <summary>The evidence in a message.</summary>
    public static IReadOnlyList<TriggerEvidence> Read(Message message, IReadOnlyList<Intent> intents, Playbook? playbook)
    {
        var found = new List<TriggerEvidence>(2);
        foreach (var trigger in Judged)
        {
            var rules = ByRules(message, trigger, intents);
            if (rules is null && !MayBeLearned(message, trigger, intents)) continue;
            if (Judgement.Holds(message.Judged, trigger, rules is not null, IsDenied(message, trigger))) found.Add(Evidence(message, trigger, rules ?? message.Learned(Outputs.Triggers + (int)trigger)));
        }
        AddConduct(message, intents, found);
        if (playbook is not null && StatutoryWords.Of(playbook).Find(message.Text) is { } words) found.Add(new TriggerEvidence(Trigger.StatutoryClaim, words));
        return found;
    }

    /// <summary>The triggers that the words of a message are evidence for; the others follow from its intents, its anger and its flags.</summary>
    public static IReadOnlyList<Trigger> Judged { get; } = [.. Danger.All.Concat(Outside).Concat(Plain).Select(pair => pair.Trigger)];

    /// <summary>The hit by which the rules find a trigger; null when they don't.</summary>
    public static Hit? ByRules(Message message, Trigger trigger, IReadOnlyList<Intent> intents)
    {
        foreach (var (cue, one) in Danger.All)
            if (one == trigger) return IsPraise(message.Tone) ? null : Danger.Find(message.Cues, cue);
        foreach (var (cue, one) in Outside)
            if (one == trigger) return OutsideHit(message, cue);
        foreach (var (cue, one) in Plain)
            if (one == trigger) return PlainHit(message, cue, intents);
        return null;
    }

    // Without a grievance there is nothing to escalate, and who asks what becomes of their data tells of no leak.
    private static bool MayBeLearned(Message message, Trigger trigger, IReadOnlyList<Intent> intents) =>
        Matters(message, intents) && !(trigger == Trigger.DataLeak && (intents.Contains(Intent.Privacy) || intents.Contains(Intent.DeleteData)));

    private static bool IsDenied(Message message, Trigger trigger)
    {
        // Many who are affected are not yet many who act.
        if (trigger == Trigger.GroupAction) return true;
        foreach (var (cue, one) in Danger.All)
            if (one == trigger) return message.Cues.Has(cue);
        foreach (var (cue, one) in Outside)
            if (one == trigger) return message.Cues.Has(cue);
        return false;
    }

    // "好吃到哭晕" is no emergency; a tone that is only guessed must hide none.
    private static bool IsPraise(Tone tone) => tone.Sentiment == Sentiment.Positive && tone.Scores.Positive > SurePraise;

    private static TriggerEvidence Evidence(Message message, Trigger trigger, Hit hit) =>
        new(trigger, message.Words(hit), !Array.Exists(Outside, pair => pair.Trigger == trigger) || OutsideDone.Is(message, hit));

    private static Hit? OutsideHit(Message message, Cue cue)
    {
        if (!message.Cues.Has(cue) || message.Tone.Sentiment == Sentiment.Positive || message.Cues.Has(Cue.Joke) || MerelyAsks(message)) return null;
        foreach (var hit in message.Cues.All)
            if (hit.Cue == cue && !Danger.IsToldOfOthers(message.Cues, hit)) return hit;
        return null;
    }

    // "Do I need a police report?" goes to no police.
    private static bool MerelyAsks(Message message) => message.Cues.Has(Cue.Question) && !message.Cues.Has(Cue.Completed) && !message.Cues.Has(Cue.Fault) && !message.Cues.Has(Cue.Bad) && !message.Cues.Has(Cue.Heat) && !message.Cues.Has(Cue.Ultimatum);

    private static Hit? PlainHit(Message message, Cue cue, IReadOnlyList<Intent> intents)
    {
        if (!message.Cues.Has(cue)) return null;
        if (cue is Cue.Vulnerable && message.Tone.Sentiment == Sentiment.Positive || cue is Cue.Repeat && !Matters(message, intents)) return null;
        if (cue is Cue.NotUnderstood && message.Asked == Asked.Nothing && intents.Contains(Intent.Thanks)) return null;
        return message.Cues.First(cue) is { } hit && !(cue is Cue.DataLeak && (message.Cues.IsImagined(hit) || Scope.IsNegated(message.Cues.Text, hit))) ? hit : null;
    }

    // "又来买了" repeats no complaint.
    private static bool Matters(Message message, IReadOnlyList<Intent> intents) => message.Tone.Sentiment is Sentiment.Negative or Sentiment.Mixed || intents.Contains(Intent.Complain);

    private static void AddConduct(Message message, IReadOnlyList<Intent> intents, List<TriggerEvidence> found)
    {
        if (intents.Contains(Intent.AskPerson) || intents.Contains(Intent.AskManager))
            found.Add(new TriggerEvidence(Trigger.AsksForPerson, message.Words(message.Cues.First(Cue.AskManager) ?? message.Cues.First(Cue.AskPerson) ?? message.Learned(Outputs.Intents + (int)Intent.AskPerson))));
        if (intents.Contains(Intent.DeclineOffer)) found.Add(new TriggerEvidence(Trigger.RemedyRefused, DeclineWords(message)));
        if (message.Heat.Anger == 4) found.Add(new TriggerEvidence(Trigger.Furious, FirstWords(message)));
        if (message.Heat.Flags.Contains(MessageFlag.Insult)) found.Add(new TriggerEvidence(Trigger.Abuse, message.Words(message.Cues.FirstMeant(Cue.Insult) ?? message.Learned(Outputs.Flags + (int)MessageFlag.Insult))));
        if (!found.Exists(evidence => evidence.Id == Trigger.NotUnderstood) && Noise.Is(message.Text.Source) && message.Facts.Count == 0 && message.Asked != Asked.Fact)
            found.Add(new TriggerEvidence(Trigger.NotUnderstood, message.Text.Source));
    }

    private static string DeclineWords(Message message) =>
        message.Words(message.Cues.First(Cue.Decline) ?? message.Cues.First(Cue.No) ?? message.Cues.First(Cue.NothingElse) ?? message.Learned(Outputs.Intents + (int)Intent.DeclineOffer));

    private static string FirstWords(Message message) =>
        message.Cues.First(Cue.Insult) is { } insult ? message.Words(insult) : message.Cues.First(Cue.Heat) is { } heat ? message.Words(heat) : message.Text.Source;
}

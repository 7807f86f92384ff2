using ComplaintBot.Dialogs.Language.Cues;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Language.Reading;

/// <summary>What the customer does with a message, read together with the question just asked.</summary>
internal static class IntentReader
{
    /// <summary>Cues that are an intent by themselves.</summary>
    private static readonly (Cue Cue, Intent Intent)[] Plain =
    [
        (Cue.AskPerson, Intent.AskPerson), (Cue.AskManager, Intent.AskManager), (Cue.WhoAreYou, Intent.WhoAreYou), (Cue.Privacy, Intent.Privacy), (Cue.DeleteData, Intent.DeleteData),
        (Cue.ChangeLanguage, Intent.ChangeLanguage), (Cue.WrongCompany, Intent.WrongCompany), (Cue.Withdraw, Intent.Withdraw), (Cue.AddToCase, Intent.AddToCase), (Cue.PastClock, Intent.PromiseNotKept),
    ];

    private const int LongestInquiry = 40;

    /// <summary>The intents of a message; never empty.</summary>
    public static IReadOnlyList<Intent> Read(Message message)
    {
        var rules = ByRules(message);
        if (message.Judged is null) return rules.ToArray();
        var intents = new IntentSet();
        for (var intent = Intent.Complain; intent <= Intent.Other; intent++)
            if (Judgement.Holds(message, intent, rules)) intents.Add(intent);
        // "好的，没有了" ends; without a question before it, its "好" agrees to nothing. "Yes, that's all" says yes to whatever was asked.
        if (message.Asked == Asked.Nothing && !(message.Language == Tongue.En && ReplyReader.OpensWithYes(message)) && (intents.Contains(Intent.DoneVenting) || rules.Contains(Intent.Deny) && intents.Contains(Intent.Deny)) && !intents.Contains(Intent.AcceptOffer)) intents.Remove(Intent.Affirm);
        if (intents.Count == 0) intents.Add(Intent.Other);
        return intents.ToArray();
    }

    /// <summary>The intents that the rules find.</summary>
    public static IntentSet ByRules(Message message)
    {
        var intents = new IntentSet();
        var cues = message.Cues;
        foreach (var (cue, intent) in Plain)
            if (cues.Has(cue) && cues.First(cue) is { } hit && !(cue is Cue.AskPerson or Cue.AskManager or Cue.Withdraw && Scope.IsNegated(cues.Text, hit))) intents.Add(intent);
        ReplyReader.Read(message, intents);
        if (message.Facts.Count > 0) intents.Add(Intent.GiveFact);
        AddMood(message, intents);
        if (Complains(message, intents)) intents.Add(Intent.Complain);
        if (cues.Has(Cue.SecondHead) && intents.Contains(Intent.Complain) && OpensWithSecond(message)) intents.Add(Intent.SecondComplaint);
        AddRest(message, intents);
        return intents;
    }

    private static void AddMood(Message message, IntentSet intents)
    {
        var cues = message.Cues;
        if (cues.Has(Cue.GiveUp) && !intents.Contains(Intent.Withdraw) && !intents.Contains(Intent.DeclineOffer) && message.Tone.Sentiment != Sentiment.Positive) intents.Add(Intent.GiveUp);
        if (cues.Has(Cue.AskStatus) && !intents.Contains(Intent.Withdraw) && message.Heat.Anger <= 2 && (!message.Tone.IsGrievance || message.Units <= LongestInquiry)) intents.Add(Intent.AskStatus);
        if ((cues.Has(Cue.Thanks) || message.Tone.Sentiment is Sentiment.Positive or Sentiment.Mixed && cues.Has(Cue.Praise)) && !message.Tone.IsSarcastic && !ThanksInPassing(message, intents)) intents.Add(Intent.Thanks);
    }

    // "请尽快处理，谢谢" under a grievance closes the letter.
    private static bool ThanksInPassing(Message message, IntentSet intents) =>
        message.Tone.Sentiment == Sentiment.Negative && !intents.Contains(Intent.AskPerson);

    private static bool Complains(Message message, IntentSet intents)
    {
        var cues = message.Cues;
        if (HasOutcry(message)) return true;
        if (!message.Tone.IsGrievance) return false;
        var heavy = cues.Has(Cue.Bad) || message.Heat.Anger >= 2;
        if (intents.Contains(Intent.Withdraw) || intents.Contains(Intent.WrongCompany) || intents.Contains(Intent.DoneVenting) || intents.Contains(Intent.GiveUp) && !cues.Has(Cue.Fault)) return false;
        if (intents.Contains(Intent.AskStatus)) return heavy && cues.Has(Cue.Fault);
        if (message.Asked is Asked.Fact or Asked.Satisfaction or Asked.Readback) return AddsGrievance(message);
        if (intents.Contains(Intent.AcceptOffer) || intents.Contains(Intent.ThinkItOver)) return false;
        return !intents.Contains(Intent.DeclineOffer) || cues.Has(Cue.Fault) && !message.IsShort;
    }

    private static bool HasOutcry(Message message)
    {
        var cues = message.Cues;
        return message.Heat.Flags.Contains(MessageFlag.Insult) || message.Heat.Flags.Contains(MessageFlag.Threat)
            || message.Asked != Asked.Fact && HasDanger(message) || cues.Has(Cue.DataLeak) && cues.FirstMeant(Cue.DataLeak) is not null;
    }

    private static bool HasDanger(Message message)
    {
        if (message.Tone.Sentiment == Sentiment.Positive) return false;
        foreach (var (cue, _) in Danger.All)
            if (Danger.Find(message.Cues, cue) is not null) return true;
        return false;
    }

    // The answer to a question for a fact says again what is wrong; only heat or a longer statement makes it a grievance of its own.
    private static bool AddsGrievance(Message message) =>
        message.Heat.Anger >= 3 || (message.Cues.Has(Cue.Bad) || message.Cues.Has(Cue.Heat) || message.Cues.Has(Cue.SecondHead)) && !message.Cues.Has(Cue.Skip) && (message.Cues.Has(Cue.Fault) || !message.IsShort);

    private static bool OpensWithSecond(Message message) =>
        message.Cues.First(Cue.SecondHead) is { } hit && (message.Asked is Asked.AnythingElse or Asked.Readback or Asked.Vent || Breaks.IsStart(message.Text.Text, hit.Start, ofMessage: true));

    private static void AddRest(Message message, IntentSet intents)
    {
        var cues = message.Cues;
        if (intents.Count > 0 && !(intents.Count == 1 && intents.Contains(Intent.GiveFact) && cues.Has(Cue.Question))) return;
        var social = cues.Has(Cue.Greeting) || cues.Has(Cue.Smalltalk);
        intents.Add(social && !intents.Contains(Intent.GiveFact) && !cues.Has(Cue.Request) && message.IsShort ? Intent.Smalltalk : Intent.Other);
    }
}

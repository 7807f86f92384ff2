using ComplaintBot.Dialogs.Language.Cues;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Language.Reading;

/// <summary>
/// Reads a message as the answer to the question just asked: the same "好" accepts an offer, confirms a read-back or ends nothing;
/// the same "没有" denies a fact or says that this was all.
/// </summary>
internal static class ReplyReader
{
    // Longer texts that hold words of refusal tell what somebody else refused.
    private const int LongestRefusal = 40;

    /// <summary>Adds the intents that the message has as an answer.</summary>
    public static void Read(Message message, IntentSet intents)
    {
        var cues = message.Cues;
        if (cues.Has(Cue.ThinkOver) && !message.Tone.IsGrievance) intents.Add(Intent.ThinkItOver);
        if (cues.Has(Cue.Correction) && !cues.Has(Cue.Withdraw) && !IsAccusation(message)) intents.Add(Intent.Correct);
        switch (message.Asked)
        {
            case Asked.Offer: ReadOffer(message, intents); break;
            case Asked.AnythingElse or Asked.Vent: ReadEnding(message, intents); break;
            case Asked.Nothing: ReadUnasked(message, intents); break;
            case Asked.Satisfaction: break;
            default: ReadYesNo(message, intents); break;
        }
    }

    private static void ReadOffer(Message message, IntentSet intents)
    {
        var cues = message.Cues;
        if (cues.Has(Cue.OtherRemedy)) intents.Add(Intent.AskOtherRemedy);
        if (Declines(message)) { intents.Add(Intent.DeclineOffer); return; }
        if (intents.Contains(Intent.ThinkItOver) || intents.Contains(Intent.AskOtherRemedy)) return;
        if (!cues.Has(Cue.Accept) && !cues.Has(Cue.Yes) && !(cues.Has(Cue.Thanks) && !cues.Has(Cue.Question) && !message.Tone.IsGrievance)) return;
        intents.Add(Intent.AcceptOffer);
        intents.Add(Intent.Affirm);
    }

    private static bool Declines(Message message) =>
        message.Cues.Has(Cue.Decline) || message.Cues.Has(Cue.No) && !message.Cues.Has(Cue.Accept)
        || message.Cues.Has(Cue.NothingElse) && !message.Cues.Has(Cue.Accept) && !message.Cues.Has(Cue.Yes) && message.IsShort && SaysNoNeed(message.Text.Text);

    // "不用了" after an offer refuses it; "就这样" or "没问题了" takes it.
    private static bool SaysNoNeed(string text) => text.Contains("不用", StringComparison.Ordinal) || text.Contains("no thank", StringComparison.Ordinal);

    private static void ReadEnding(Message message, IntentSet intents)
    {
        var cues = message.Cues;
        if (message.Tone.IsGrievance && !message.IsShort) return;
        if (cues.Has(Cue.NothingElse) || message.IsShort && cues.Has(Cue.No) && !cues.Has(Cue.Correction) && message.Asked == Asked.AnythingElse) intents.Add(Intent.DoneVenting);
        else if (message.IsShort && cues.Has(Cue.Yes)) intents.Add(Intent.Affirm);
        else if (message.IsShort && cues.Has(Cue.No)) intents.Add(Intent.Deny);
    }

    private static void ReadUnasked(Message message, IntentSet intents)
    {
        if (Refuses(message)) intents.Add(Intent.Deny);
        var cues = message.Cues;
        var grievance = message.Tone.IsGrievance;
        if (cues.Has(Cue.OtherRemedy) && (cues.Has(Cue.Decline) || !cues.Has(Cue.Fault))) intents.Add(Intent.AskOtherRemedy);
        if (cues.Has(Cue.Decline) && message.Units <= LongestRefusal) { intents.Add(Intent.DeclineOffer); return; }
        if (cues.Has(Cue.Accept) && !grievance && !intents.Contains(Intent.AskOtherRemedy))
        {
            intents.Add(Intent.AcceptOffer);
            if (StartsWithAnswer(message)) intents.Add(Intent.Affirm);
            return;
        }
        if (!StartsWithAnswer(message) ? !message.IsShort || grievance && message.Facts.Count == 0 : message.Units > LongestRefusal) return;
        if (cues.Has(Cue.NothingElse) && !IsBareNo(message)) intents.Add(Intent.DoneVenting);
        else if (cues.Has(Cue.No)) intents.Add(Intent.Deny);
        else if (cues.Has(Cue.Yes)) intents.Add(Intent.Affirm);
    }

    // Whatever it answers: "不用了", "那算了" and "no, that's all" say no to it.
    private static bool Refuses(Message message)
    {
        var (cues, text) = (message.Cues, message.Text.Text);
        if (!message.IsShort || cues.Has(Cue.Fault) || cues.Has(Cue.Bad) || cues.Has(Cue.Question)) return false;
        return cues.Has(Cue.GiveUp) || cues.Has(Cue.Decline) || cues.Has(Cue.NothingElse) && (SaysNoNeed(text) || OpensWithNo(text));
    }

    private static bool OpensWithNo(string text) => text.StartsWith("no", StringComparison.Ordinal);

    private static void ReadYesNo(Message message, IntentSet intents)
    {
        var cues = message.Cues;
        if (cues.Has(Cue.NothingElse) && !IsBareNo(message) && !cues.Has(Cue.No) && !cues.Has(Cue.Yes)) { intents.Add(Intent.DoneVenting); return; }
        if (!message.IsShort && !StartsWithAnswer(message)) return;
        if (cues.Has(Cue.No)) intents.Add(Intent.Deny);
        else if (cues.Has(Cue.Yes) || message.Asked == Asked.Readback && cues.Has(Cue.Accept)) intents.Add(Intent.Affirm);
        if (message.Asked == Asked.Readback && intents.Contains(Intent.Correct) && !intents.Contains(Intent.Affirm)) intents.Add(Intent.Deny);
    }

    /// <summary>Whether the message begins with a yes.</summary>
    public static bool OpensWithYes(Message message) => OpensWith(message, Cue.Yes);

    private static bool StartsWithAnswer(Message message) => OpensWith(message, Cue.Yes) || OpensWith(message, Cue.No);

    private static bool OpensWith(Message message, Cue cue)
    {
        foreach (var hit in message.Cues.All)
            if (hit.Cue == cue && Breaks.IsStart(message.Text.Text, hit.Start, ofMessage: true)) return true;
        return false;
    }

    // Without a question to it, "没有" is a no; "没有了" says that this was all.
    private static bool IsBareNo(Message message) =>
        message.Cues.First(Cue.NothingElse) is { } hit && hit.Length <= 2 && message.Cues.Has(Cue.No) && !message.Cues.Has(Cue.Thanks) && message.Text.Text.AsSpan(hit.Start, hit.Length) is "没有" or "没" or "不用" or "无";

    // "说是新车，一查是展车" blames the shop; it corrects nothing the customer said.
    private static bool IsAccusation(Message message) =>
        message.Asked == Asked.Nothing && message.Tone.IsGrievance && message.Cues.Has(Cue.Fault) && !message.Cues.Has(Cue.NotUnderstood);
}

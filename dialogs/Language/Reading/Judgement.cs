using ComplaintBot.Dialogs.Language.Models;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Language.Reading;

/// <summary>
/// Where rules and the trained model are brought together, and nowhere else. The model sees what the rules found, so for tone and anger it
/// has the last word.
/// </summary>
internal static class Judgement
{
    /// <summary>How far the model may speak against the rules, in units of its outputs: where it never saw such words, it means little.</summary>
    public const float Veto = 4;

    /// <summary>The share of the likelihood from which on a message is furious, though it may be less angry: the rarest level is the dearest to miss.</summary>
    private const float Furious = 0.35f;

    /// <summary>Danger that only the model sees must be plain: a false alarm about a bill frightens, and pages people at night.</summary>
    private const float PlainDanger = 2;

    /// <summary>Flags are believed to the model a little before it is sure: they are rare, and it has seen few of each.</summary>
    private const float Rare = -0.5f;

    private const float Sure = 3;
    private const float RuleTone = 0.25f;
    private const int Outcry = 3;
    private const float RuleAnger = 0.3f;
    private const float RulesOfFewWords = 0.7f;
    private const int ShortText = 60;
    private const int FewWords = 8;
    private const int ShortPraise = 10;
    private const int ABareWord = 4;

    private static readonly Intent[] Requests =
    [
        Intent.AskPerson, Intent.AskManager, Intent.WhoAreYou, Intent.Privacy, Intent.DeleteData, Intent.ChangeLanguage, Intent.WrongCompany, Intent.Withdraw, Intent.AddToCase,
        Intent.ThinkItOver, Intent.AskOtherRemedy, Intent.SecondComplaint, Intent.AskStatus, Intent.GiveUp,
    ];

    private static readonly Intent[] Answers = [Intent.Affirm, Intent.Deny, Intent.Correct, Intent.DoneVenting, Intent.AcceptOffer, Intent.DeclineOffer];

    /// <summary>The tone: the model's shares, in short messages leaning on the rules', and whether something is complained about.</summary>
    /// <param name="rules">What the rules make of it.</param>
    /// <param name="units">How long the message is; see <see cref="Length.Units"/>.</param>
    /// <param name="judged">What the model makes of it.</param>
    public static Tone ToneOf(Tone rules, int units, Judged judged)
    {
        var weight = units <= FewWords ? RulesOfFewWords : units <= ShortText ? RuleTone : 0;
        Span<float> shares = stackalloc float[4];
        judged.Shares(Outputs.Sentiment, shares);
        Mix(shares, (int)Sentiment.Positive, rules.Scores.Positive, weight);
        Mix(shares, (int)Sentiment.Neutral, rules.Scores.Neutral, weight);
        Mix(shares, (int)Sentiment.Negative, rules.Scores.Negative, weight);
        Mix(shares, (int)Sentiment.Mixed, rules.Scores.Mixed, weight);
        var best = 0;
        for (var at = 1; at < shares.Length; at++)
            if (shares[at] > shares[best]) best = at;
        var scores = new SentimentScores(shares[(int)Sentiment.Positive], shares[(int)Sentiment.Neutral], shares[(int)Sentiment.Negative], shares[(int)Sentiment.Mixed]);
        return new Tone((Sentiment)best, scores, judged.Outputs[Outputs.Intents + (int)Intent.Complain] > 0, judged.Outputs[Outputs.Flags + (int)MessageFlag.Sarcasm] > 0);
    }

    /// <summary>Anger: the level that half of the likelihood lies above and half below. Where the rules see an outcry, in the words or in how they are written, it is one.</summary>
    public static int AngerOf(int rules, int units, Judged judged)
    {
        var weight = units <= FewWords ? RulesOfFewWords : RuleAnger;
        Span<float> shares = stackalloc float[Outputs.Levels];
        judged.Shares(Outputs.Anger, shares);
        for (var level = 0; level < shares.Length; level++) Mix(shares, level, level == rules ? 1 : 0, weight);
        if (shares[^1] >= Furious) return shares.Length - 1;
        var below = 0f;
        for (var level = 0; level < shares.Length; level++)
            if ((below += shares[level]) >= 0.5f) return rules >= Outcry ? Math.Max(level, Outcry) : level;
        return Outputs.Levels - 1;
    }

    /// <summary>The flags that hold. Words of abuse, threat and despair are believed; irony is weighed, and a few words of praise are meant.</summary>
    public static IReadOnlyList<MessageFlag> FlagsOf(IReadOnlyList<MessageFlag> rules, Tone tone, int units, Judged judged)
    {
        var praises = units <= ShortPraise && tone.Sentiment == Sentiment.Positive;
        var flags = new List<MessageFlag>(2);
        for (var flag = MessageFlag.Insult; flag <= (praises ? MessageFlag.Despair : MessageFlag.Sarcasm); flag++)
            if (rules.Contains(flag) && flag != MessageFlag.Sarcasm || judged.Outputs[Outputs.Flags + (int)flag] > Rare || Holds(judged, Outputs.Flags + (int)flag, rules.Contains(flag))) flags.Add(flag);
        return flags;
    }

    /// <summary>Whether a trigger holds. Danger is believed to the rules as well as to the model; of the others the model and the rules are weighed.</summary>
    /// <param name="judged">What the model makes of the message; null without one.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="rules">Whether the rules find it.</param>
    /// <param name="denied">Whether the rules found words of it that are not meant: then the model must be very sure.</param>
    public static bool Holds(Judged? judged, Trigger trigger, bool rules, bool denied)
    {
        if (judged is null || rules && trigger <= Trigger.ThreatOrExtortion) return rules;
        if (trigger <= Trigger.ThreatOrExtortion && !denied) return judged.Outputs[Outputs.Triggers + (int)trigger] > PlainDanger;
        return denied && !rules ? judged.Outputs[Outputs.Triggers + (int)trigger] > Sure : Holds(judged, Outputs.Triggers + (int)trigger, rules);
    }

    /// <summary>
    /// Whether an intent holds. A fact is given where one was found, and nowhere else. The answer to a question is what the rules say: nobody
    /// accepts an offer by a guess; a yes or no to nothing that was asked is weighed. Who asks for something does what the rules say, if they
    /// find any request. A complaint to a business that the model does not know is believed to the rules.
    /// </summary>
    public static bool Holds(Message message, Intent intent, IntentSet rules)
    {
        var (judged, asked, isKnown, units) = (message.Judged, message.Asked, message.Place.IsTrained, message.Units);
        var found = rules.Contains(intent);
        if (judged is null || intent == Intent.GiveFact) return found;
        // "好吧，那算了" agrees to nothing.
        if (intent == Intent.Affirm && asked == Asked.Nothing && rules.Contains(Intent.GiveUp)) return false;
        if (Array.IndexOf(Requests, intent) >= 0 && rules.ContainsAny(Requests)) return found;
        if (Array.IndexOf(Answers, intent) >= 0)
        {
            var isBareAnswer = units <= ABareWord && rules.ContainsAny(Answers);
            if (asked != Asked.Nothing || isBareAnswer && !(intent == Intent.Deny || found && intent == Intent.Affirm)) return found;
        }
        return intent == Intent.Complain && found && !isKnown || Holds(judged, Outputs.Intents + (int)intent, found);
    }

    private static void Mix(Span<float> shares, int at, double rules, float weight) => shares[at] += weight * ((float)rules - shares[at]);

    private static bool Holds(Judged judged, int output, bool rules) =>
        rules ? Math.Max(judged.Outputs[output], -Veto) + judged.Model.RuleWeight(output) > 0 : judged.Outputs[output] > 0;
}

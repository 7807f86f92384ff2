using ComplaintBot.Dialogs.Language.Cues;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Language.Reading;

/// <summary>Weighs praise against blame. What follows a "but" counts more than what stands before it; praise with a sting counts as blame.</summary>
internal static class ToneReader
{
    private const float FaultWeight = 0.8f;
    private const float HeatWeight = 0.6f;
    private const float BeforeContrast = 0.7f;
    private const float AfterContrast = 1.4f;
    private const float StatementWeight = 0.6f;
    private const float Rest = 0.6f;
    private const int ShortText = 60;

    /// <summary>The tone of a message.</summary>
    /// <param name="cues">What the word lists found.</param>
    /// <param name="marks">How it is written.</param>
    /// <param name="isStatement">Whether it states a grievance without a word of blame; see <see cref="Statement"/>.</param>
    public static Tone Read(FoundCues cues, Marks marks, bool isStatement)
    {
        var (good, bad) = Weigh(cues);
        if (marks.Questions >= 3) bad += 0.5f;
        if (isStatement) bad += StatementWeight;
        var sarcastic = IsSarcastic(cues, bad);
        if (sarcastic) { bad += good + 1; good = 0; }
        var sentiment = Judge(cues, good, bad);
        return new Tone(sentiment, Share(good, bad, sentiment), IsGrievance(cues, good, bad, sentiment), sarcastic);
    }

    private static (float Good, float Bad) Weigh(FoundCues cues)
    {
        float good = 0, bad = 0;
        var turn = TurningPoint(cues);
        foreach (var hit in cues.All)
        {
            var place = turn < 0 ? 1f : hit.Start > turn ? AfterContrast : BeforeContrast;
            switch (hit.Cue)
            {
                case Cue.Praise or Cue.Thanks or Cue.Relief when Scope.IsNegated(cues.Text, hit):
                    if (hit.Cue == Cue.Praise) bad += place;
                    break;
                case Cue.Praise: good += hit.Weight * place; break;
                case Cue.Thanks: good += 0.7f * hit.Weight * place; break;
                case Cue.Relief: good += 0.4f * place; break;
                case Cue.Bad when Scope.IsNegated(cues.Text, hit): good += 0.3f; break;
                case Cue.Bad: bad += hit.Weight * place; break;
                case Cue.Fault: bad += FaultWeight * hit.Weight * place; break;
                case Cue.Heat or Cue.Insult or Cue.Swear or Cue.Threat or Cue.Despair or Cue.Decline or Cue.GiveUp: bad += HeatWeight * hit.Weight; break;
                case Cue.Repeat or Cue.PastClock or Cue.Injury or Cue.FoodPoisoning or Cue.FireOrGas or Cue.DangerToLife or Cue.DataLeak or Cue.Extortion or Cue.NotUnderstood: bad += 0.8f; break;
                case Cue.Press or Cue.Lawyer or Cue.Police or Cue.ConsumerAssociation or Cue.Regulator or Cue.GroupAction or Cue.OverAuthority or Cue.Unreasonable or Cue.AskManager or Cue.Ultimatum when !Mild(cues): bad += 0.6f; break;
            }
        }
        return (good, bad);
    }

    private static bool Mild(FoundCues cues) => cues.Has(Cue.Hearsay) || cues.Has(Cue.Joke);

    private static int TurningPoint(FoundCues cues)
    {
        var turn = -1;
        foreach (var hit in cues.All)
            if (hit.Cue == Cue.Contrast) turn = hit.Start;
        return turn;
    }

    private static bool IsSarcastic(FoundCues cues, float bad) =>
        cues.Has(Cue.Sarcasm) && !cues.Has(Cue.Joke) && Length.Units(cues.Text) <= ShortText && (cues.Peak(Cue.Sarcasm) >= 2 || bad >= 0.7f && !cues.Has(Cue.Contrast));

    private static Sentiment Judge(FoundCues cues, float good, float bad)
    {
        if (bad == 0 && good == 0) return Sentiment.Neutral;
        if (bad == 0) return good < 0.5f || IsMerePoliteness(cues, good) ? Sentiment.Neutral : Sentiment.Positive;
        if (good < 0.7f) return bad < 0.55f ? Sentiment.Neutral : Sentiment.Negative;
        var share = good / (good + bad);
        if (share > 0.72f) return Sentiment.Positive;
        if (IsMerePoliteness(cues, good) || share < (IsWeighedUp(cues) ? 0.15f : 0.35f)) return Sentiment.Negative;
        return cues.Has(Cue.Contrast) ? Sentiment.Mixed : share >= 0.55f ? Sentiment.Positive : Sentiment.Negative;
    }

    // One sentence of praise and one of blame: with a "but" between them even little praise is meant. Long texts are full of "but".
    private static bool IsWeighedUp(FoundCues cues) => cues.Has(Cue.Contrast) && Length.Units(cues.Text) <= ShortText;

    // "麻烦帮我查一下，谢谢" praises nobody.
    private static bool IsMerePoliteness(FoundCues cues, float good) =>
        good <= 1.5f && !HasBesides(cues, Cue.Praise) && (cues.Has(Cue.Request) || cues.Has(Cue.Question) || cues.Has(Cue.AskPerson) || cues.Has(Cue.Fault) || cues.Has(Cue.NothingElse) || cues.Has(Cue.Yes));

    // Words of thanks are on both lists.
    private static bool HasBesides(FoundCues cues, Cue cue)
    {
        foreach (var hit in cues.All)
            if (hit.Cue == cue && !cues.HasInClause(Cue.Thanks, hit)) return true;
        return false;
    }

    private static SentimentScores Share(float good, float bad, Sentiment sentiment)
    {
        double total = good + bad + Rest;
        double positive = good / total, negative = bad / total, neutral = Rest / total;
        return sentiment == Sentiment.Mixed
            ? new SentimentScores(positive / 2, neutral / 2, negative / 2, 0.5)
            : new SentimentScores(positive, neutral, negative, 0);
    }

    private static bool IsGrievance(FoundCues cues, float good, float bad, Sentiment sentiment) =>
        sentiment is Sentiment.Negative or Sentiment.Mixed && bad >= 0.55f && (bad > 0.45f * good) && !IsOnlyReply(cues);

    // "不要券" or "算了" is an answer, not a new grievance.
    private static bool IsOnlyReply(FoundCues cues) =>
        (cues.Has(Cue.Decline) || cues.Has(Cue.GiveUp) || cues.Has(Cue.NotUnderstood) || cues.Has(Cue.AskPerson) || cues.Has(Cue.AskManager) || cues.Has(Cue.Withdraw))
        && !cues.Has(Cue.Fault) && !cues.Has(Cue.Insult) && !cues.Has(Cue.Threat) && !cues.Has(Cue.Bad) && !cues.Has(Cue.Unreasonable) && !cues.Has(Cue.OverAuthority);
}

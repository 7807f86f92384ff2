using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Language;

/// <summary>
/// The local analyzer, with a second reading of one message added by the rules of <c>Language/README.md</c>. Pure: the reading was made
/// before. Other texts, such as all that was said so far as one statement, are read locally alone.
/// </summary>
/// <param name="local">Reads everything first.</param>
/// <param name="text">The message that was read a second time.</param>
/// <param name="reading">What was found in it.</param>
internal sealed class SecondOpinion(ITextAnalyzer local, string text, SecondReading reading) : ITextAnalyzer
{
    /// <summary>From this share on a tone is believed where locally none was seen.</summary>
    private const double Sure = 0.8;

    /// <summary>Below this confidence the category is looked for again with the topics named twice.</summary>
    private const double Unplaced = 0.6;

    private const string Telling = "vent";

    /// <inheritdoc/>
    public MessageAnalysis Analyze(AnalysisRequest request)
    {
        var own = local.Analyze(request);
        return request.Text == text ? Placed(Toned(own, request), request) : own;
    }

    // Heat, flags and triggers are read by words that are meant; the tone around them adds nothing, and praise with a sting is
    // praise to others.
    private MessageAnalysis Toned(MessageAnalysis own, AnalysisRequest request)
    {
        if (reading.Scores is not { } theirs || own.Anger >= 2 || own.Flags.Count > 0 || own.Triggers.Count > 0) return own;
        var scores = Mean(own.Scores, theirs);
        var sentiment = Judge(own, theirs, scores);
        if (sentiment == own.Sentiment) return own with { Scores = scores };

        var grieves = sentiment == Sentiment.Negative && request.Question is null or Telling && own.Intents is [Intent.Other];
        IReadOnlyList<Intent> intents = grieves ? [Intent.Complain] : own.Intents;
        var anger = sentiment is Sentiment.Negative or Sentiment.Mixed && intents.Contains(Intent.Complain) ? Math.Max(1, own.Anger) : sentiment == Sentiment.Positive ? 0 : own.Anger;
        return own with { Scores = scores, Sentiment = sentiment, Intents = intents, Anger = anger };
    }

    private static Sentiment Judge(MessageAnalysis own, SentimentScores theirs, SentimentScores scores)
    {
        var (label, share) = Largest(theirs);
        if (own.Sentiment == Sentiment.Neutral) return share >= Sure ? label : Sentiment.Neutral;
        var (joint, most) = Largest(scores);
        return most > ShareOf(scores, own.Sentiment) ? joint : own.Sentiment;
    }

    private MessageAnalysis Placed(MessageAnalysis own, AnalysisRequest request)
    {
        if (reading.Topics.Count == 0 || own.Confidence >= Unplaced || !own.Has(Intent.Complain)) return own;
        var again = local.Analyze(request with { Text = $"{text}\n{string.Join('\n', reading.Topics)}" });
        if (again.Heads.Count == 0 || again.Confidence <= own.Confidence) return own;
        return own with
        {
            Playbook = again.Playbook,
            Category = again.Category,
            Confidence = again.Confidence,
            // The topics stand behind the message; nobody said them there.
            Heads = [.. again.Heads.Select(head => text.Contains(head.Words, StringComparison.Ordinal) ? head : head with { Words = text })],
        };
    }

    private static SentimentScores Mean(SentimentScores one, SentimentScores other) =>
        new((one.Positive + other.Positive) / 2, (one.Neutral + other.Neutral) / 2, (one.Negative + other.Negative) / 2, (one.Mixed + other.Mixed) / 2);

    private static double ShareOf(SentimentScores scores, Sentiment sentiment) => sentiment switch
    {
        Sentiment.Positive => scores.Positive,
        Sentiment.Negative => scores.Negative,
        Sentiment.Mixed => scores.Mixed,
        _ => scores.Neutral,
    };

    private static (Sentiment Label, double Share) Largest(SentimentScores scores)
    {
        var best = (Label: Sentiment.Neutral, Share: scores.Neutral);
        foreach (var sentiment in (ReadOnlySpan<Sentiment>)[Sentiment.Positive, Sentiment.Negative, Sentiment.Mixed])
            if (ShareOf(scores, sentiment) is var share && share > best.Share) best = (sentiment, share);
        return best;
    }
}

namespace ComplaintBot.Dialogs.Language;

/// <summary>Shares of the four tones, each 0 to 1, together 1.</summary>
public readonly record struct SentimentScores(double Positive, double Neutral, double Negative, double Mixed)
{
    /// <summary>The scores of an empty message.</summary>
    public static SentimentScores AllNeutral { get; } = new(0, 1, 0, 0);
}

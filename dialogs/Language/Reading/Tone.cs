using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Language.Reading;

/// <summary>How a message sounds.</summary>
/// <param name="Sentiment">The tone of the whole.</param>
/// <param name="Scores">The shares behind it.</param>
/// <param name="IsGrievance">Whether something is complained about.</param>
/// <param name="IsSarcastic">Whether praise in it means the contrary.</param>
internal readonly record struct Tone(Sentiment Sentiment, SentimentScores Scores, bool IsGrievance, bool IsSarcastic);

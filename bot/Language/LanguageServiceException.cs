namespace ComplaintBot.Language;

/// <summary>The service did not answer as it should. The message goes to health and log: it holds nothing of the request or the answer.</summary>
internal sealed class LanguageServiceException(string message) : Exception(message)
{
    /// <summary>How long the service asks to be left alone; null when it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

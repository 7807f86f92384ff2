namespace ComplaintBot.Language;

/// <summary>What Azure AI Language is asked for; one request each.</summary>
internal enum LanguageTask
{
    /// <summary><c>sentiment</c>: the tone, and what it is about.</summary>
    Sentiment,

    /// <summary><c>personal-data</c>: numbers that must not be kept.</summary>
    PersonalData,

    /// <summary><c>key-phrases</c>: what the message speaks of.</summary>
    KeyPhrases,
}

namespace ComplaintBot.Language;

/// <summary>How a second reader fares.</summary>
internal enum SecondReaderState
{
    /// <summary>It answers, or has not been asked yet.</summary>
    Working,

    /// <summary>Its last answer failed; it is asked again with the next message.</summary>
    Failing,

    /// <summary>It is left alone for a while.</summary>
    Resting,
}

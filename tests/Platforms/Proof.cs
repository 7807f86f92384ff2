namespace ComplaintBot.Platforms;

/// <summary>How a call proves that it is the platform's.</summary>
internal enum Proof
{
    /// <summary>As it should.</summary>
    Right,

    /// <summary>Not at all.</summary>
    Missing,

    /// <summary>One byte is another.</summary>
    Changed,

    /// <summary>The end is missing.</summary>
    TooShort,

    /// <summary>It was right an hour ago and more.</summary>
    Stale,

    /// <summary>It will be right in an hour and more.</summary>
    Future,
}

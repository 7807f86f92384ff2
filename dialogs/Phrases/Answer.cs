namespace ComplaintBot.Dialogs.Phrases;

/// <summary>Answers that are put on buttons.</summary>
public enum Answer
{
    /// <summary>That is right.</summary>
    Yes,

    /// <summary>That is not right.</summary>
    No,

    /// <summary>Yes, do that.</summary>
    Please,

    /// <summary>No, don't.</summary>
    NoThanks,

    /// <summary>The offer suits me.</summary>
    Accept,

    /// <summary>The offer does not suit me.</summary>
    Decline,

    /// <summary>The first of two.</summary>
    First,

    /// <summary>The second of two.</summary>
    Second,

    /// <summary>None of the two.</summary>
    Neither,

    /// <summary>That was all.</summary>
    NothingElse,
}

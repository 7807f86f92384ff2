namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>What can be looked for in a text.</summary>
public enum EntityKind
{
    /// <summary>Numbers in digits and words, fractions and powers; no ordinals.</summary>
    Number,

    /// <summary>Sums of money and names of currencies.</summary>
    Currency,

    /// <summary>Telephone numbers of all countries.</summary>
    PhoneNumber,

    /// <summary>E-mail addresses.</summary>
    Email,

    /// <summary>Whether a text says yes or no: at most one.</summary>
    Boolean,

    /// <summary>Dates, times, ranges of both, and durations.</summary>
    DateTime,
}

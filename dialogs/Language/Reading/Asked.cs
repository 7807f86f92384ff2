namespace ComplaintBot.Dialogs.Language.Reading;

/// <summary>What kind of question a message may be the answer to.</summary>
internal enum Asked
{
    /// <summary>Nothing was asked.</summary>
    Nothing,

    /// <summary>Listening: "go on, what else?"</summary>
    Vent,

    /// <summary>Whether the problem was understood.</summary>
    Readback,

    /// <summary>Whether an offered remedy is taken.</summary>
    Offer,

    /// <summary>A score of one to five.</summary>
    Satisfaction,

    /// <summary>Whether there is anything else.</summary>
    AnythingElse,

    /// <summary>A yes-or-no question of another kind.</summary>
    Confirm,

    /// <summary>A fact.</summary>
    Fact,
}

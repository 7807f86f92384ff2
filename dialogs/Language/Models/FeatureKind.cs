namespace ComplaintBot.Dialogs.Language.Models;

/// <summary>What kind of thing a feature is. Part of its key: changing a value makes every trained model useless.</summary>
internal enum FeatureKind
{
    /// <summary>One to four Chinese characters, numbers or closing marks in a row.</summary>
    Run = 1,

    /// <summary>Two Chinese characters behind a "not" of the same clause.</summary>
    NegatedRun = 2,

    /// <summary>A Latin word.</summary>
    Word = 3,

    /// <summary>Two Latin words in a row.</summary>
    Pair = 4,

    /// <summary>Three to five letters of a Latin word.</summary>
    Piece = 5,

    /// <summary>A Latin word behind a "not" of the same clause.</summary>
    NegatedWord = 6,

    /// <summary>How the message begins.</summary>
    Opening = 7,

    /// <summary>How the message ends.</summary>
    Closing = 8,

    /// <summary>The whole message, when it is short.</summary>
    Whole = 9,

    /// <summary>A cue of the word lists.</summary>
    Cue = 10,

    /// <summary>A cue that is negated or only imagined.</summary>
    UnmeantCue = 11,

    /// <summary>How much the words of the polarity lists weigh.</summary>
    Polarity = 12,

    /// <summary>How the message is written: length, marks, capitals.</summary>
    Shape = 13,

    /// <summary>What the rules make of it.</summary>
    Rule = 14,

    /// <summary>The question that was asked.</summary>
    Asked = 15,
}

namespace ComplaintBot.Dialogs.Phrases;

/// <summary>The lines of the desk's brief; their words stand in <c>Names/names.*.yaml</c>.</summary>
public enum BriefWords
{
    /// <summary>The customer gave no name.</summary>
    NoName,

    /// <summary>Speaks for somebody else.</summary>
    OnBehalf,

    /// <summary>Needs extra care.</summary>
    Vulnerable,

    /// <summary>Nothing of the matter is known yet.</summary>
    NoWords,

    /// <summary>The matter itself asks for a person.</summary>
    CalledByMatter,

    /// <summary>The trigger was only announced.</summary>
    Announced,

    /// <summary>How far the reader may go.</summary>
    Limit,

    /// <summary>The reader has no limit in this currency.</summary>
    NoLimit,

    /// <summary>What comparable cases got.</summary>
    Fair,

    /// <summary>First the people.</summary>
    NextSafety,

    /// <summary>Nobody negotiates here.</summary>
    NextThreat,

    /// <summary>No statement to the press.</summary>
    NextPress,

    /// <summary>A claim with an article.</summary>
    NextLaw,

    /// <summary>A boundary, calmly.</summary>
    NextAbuse,

    /// <summary>A request is open.</summary>
    NextApproval,

    /// <summary>An offer waits for its answer.</summary>
    NextAnswer,

    /// <summary>First the anger.</summary>
    NextCalm,

    /// <summary>They came before.</summary>
    NextReturn,

    /// <summary>What is missing.</summary>
    NextAsk,

    /// <summary>What can be offered.</summary>
    NextOffer,

    /// <summary>Above the reader.</summary>
    NextAbove,

    /// <summary>Nothing is open.</summary>
    NextSettle,

    /// <summary>Who has a chat that was passed on to people of its platform.</summary>
    PlatformPeople,
}

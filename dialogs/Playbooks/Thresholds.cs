namespace ComplaintBot.Dialogs.Playbooks;

/// <summary>When what is counted becomes an escalation.</summary>
public sealed record Thresholds
{
    /// <summary>Messages of anger 4 after which a person takes over; at the first one a person is offered.</summary>
    public int FuriousMessages { get; init; } = 2;

    /// <summary>Messages of anger 3 or more in a row after which a person takes over.</summary>
    public int AngryInARow { get; init; } = 3;

    /// <summary>Tactics after which the anger must have fallen.</summary>
    public int TacticsToCool { get; init; } = 2;

    /// <summary>Messages in a row that were not understood.</summary>
    public int NotUnderstoodInARow { get; init; } = 2;

    /// <summary>Messages in all that were not understood.</summary>
    public int NotUnderstoodInAll { get; init; } = 3;

    /// <summary>Refused remedies after which a person takes over.</summary>
    public int Refusals { get; init; } = 2;

    /// <summary>Unreasonable objections after which a person takes over.</summary>
    public int UnreasonableObjections { get; init; } = 2;

    /// <summary>Abusive messages after which a person takes over; at the one before it the boundary is set.</summary>
    public int AbusiveMessages { get; init; } = 2;
}

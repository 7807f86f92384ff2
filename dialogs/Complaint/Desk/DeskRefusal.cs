namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>Why a command was not carried out. Nothing of its turn may be committed.</summary>
/// <param name="Code">One of the codes below.</param>
/// <param name="Detail">What it is about: the name of who has the chat, the fact, the limit; not a sentence.</param>
public sealed record DeskRefusal(string Code, string Detail = "")
{
    /// <summary>The command can't be read.</summary>
    public const string Malformed = "malformed";

    /// <summary>Another person has the chat.</summary>
    public const string NotYours = "not-yours";

    /// <summary>Somebody else was faster.</summary>
    public const string Taken = "taken";

    /// <summary>People of the platform have the chat.</summary>
    public const string WithPlatform = "with-platform";

    /// <summary>The conversation is over.</summary>
    public const string Over = "over";

    /// <summary>Nobody has the chat who could give it back.</summary>
    public const string NotWaiting = "not-waiting";

    /// <summary>The role does not allow it.</summary>
    public const string NotAllowed = "not-allowed";

    /// <summary>Words or a value are missing.</summary>
    public const string Empty = "empty";

    /// <summary>A text is too long.</summary>
    public const string TooLong = "too-long";

    /// <summary>The playbook has no such fact, or the value is none.</summary>
    public const string UnknownFact = "unknown-fact";

    /// <summary>There is no such remedy, or its sum is none.</summary>
    public const string UnknownRemedy = "unknown-remedy";

    /// <summary>No such request is open.</summary>
    public const string UnknownApproval = "unknown-approval";

    /// <summary>Nothing was offered that could be answered.</summary>
    public const string NoOffer = "no-offer";

    /// <summary>It is too early: a boundary and one more insult come before the end of a chat, and a time must lie ahead.</summary>
    public const string NotYet = "not-yet";
}

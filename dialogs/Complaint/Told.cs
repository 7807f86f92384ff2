namespace ComplaintBot.Dialogs.Complaint;

/// <summary>What a customer has been told and need not hear twice. Stored as a number: never renumber.</summary>
[Flags]
public enum Told
{
    /// <summary>Nothing yet.</summary>
    Nothing = 0,

    /// <summary>Who is speaking, and that it is an automated assistant.</summary>
    WhoSpeaks = 1,

    /// <summary>The case number.</summary>
    Number = 2,

    /// <summary>That a person can be had right now.</summary>
    PersonAtHand = 4,

    /// <summary>Why a question is asked.</summary>
    Why = 8,

    /// <summary>That photos are welcome.</summary>
    EvidenceWelcome = 16,

    /// <summary>That the departments have been told.</summary>
    Informed = 32,

    /// <summary>The boundary for abuse.</summary>
    Boundary = 64,

    /// <summary>The broken promise or the repeat was named and apologised for.</summary>
    Return = 128,

    /// <summary>That the on-site manager is on the way.</summary>
    OnSite = 256,

    /// <summary>That extra care is taken.</summary>
    Care = 512,

    /// <summary>That no name is needed.</summary>
    Anonymous = 1024,

    /// <summary>Whether anybody is hurt was asked.</summary>
    SafetyAsked = 2048,

    /// <summary>What kind of business it is about was asked.</summary>
    BusinessAsked = 8192,

    /// <summary>That complaining for somebody else is taken, and what needs that person's consent.</summary>
    OnBehalf = 16384,

    /// <summary>That the matter is looked at again after the chat: the review has its task. The customer hears nothing of it.</summary>
    Review = 32768,

    /// <summary>The caring question to somebody who gave up.</summary>
    Dejected = 4096,
}

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>What has been told of waiting, so that nothing is told twice. Stored as a number: never renumber.</summary>
[Flags]
public enum DeskNotices
{
    /// <summary>Nothing yet.</summary>
    None = 0,

    /// <summary>The customer: how long it takes, after a minute of waiting.</summary>
    Wait = 1,

    /// <summary>The customer: that they can be called, after five minutes.</summary>
    CallBack = 2,

    /// <summary>The customer: that the silence of the person was noticed.</summary>
    Silence = 4,

    /// <summary>The customer: that the chat went back to the queue.</summary>
    Released = 8,

    /// <summary>The customer: that a call is promised.</summary>
    CallPromised = 16,
}

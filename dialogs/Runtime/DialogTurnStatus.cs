namespace ComplaintBot.Dialogs.Runtime;

/// <summary>How a call into the dialog stack left it.</summary>
public enum DialogTurnStatus
{
    /// <summary>There was nothing on the stack.</summary>
    Empty,

    /// <summary>A dialog waits for the customer.</summary>
    Waiting,

    /// <summary>The last dialog ended; its result is with it.</summary>
    Complete,

    /// <summary>All dialogs were cancelled.</summary>
    Cancelled,
}

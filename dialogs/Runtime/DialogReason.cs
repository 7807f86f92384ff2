namespace ComplaintBot.Dialogs.Runtime;

/// <summary>Why a dialog or a step of it is called.</summary>
public enum DialogReason
{
    /// <summary>It was begun.</summary>
    BeginCalled,

    /// <summary>The customer said something while it waited.</summary>
    ContinueCalled,

    /// <summary>The dialog above it ended, or it ended itself.</summary>
    EndCalled,

    /// <summary>Another dialog takes its place.</summary>
    ReplaceCalled,

    /// <summary>The whole stack was cancelled.</summary>
    CancelCalled,

    /// <summary>The step before it went on without waiting.</summary>
    NextCalled,
}

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>What the desk can honestly promise a customer who is handed over.</summary>
/// <param name="Available">Whether anybody is there to take a chat.</param>
/// <param name="Place">The customer's place in the queue, 1 for the next; 0 when nobody is there.</param>
/// <param name="Minutes">The minutes it takes at present; 0 when not known.</param>
public sealed record DeskStatus(bool Available, int Place, int Minutes)
{
    /// <summary>Whether people are called, by day and night, to what can't wait, until one of them confirms.</summary>
    public bool Calls { get; init; }

    /// <summary>Nobody is at the desk: hours, a promised time and a way to leave a number are told instead.</summary>
    public static DeskStatus Nobody { get; } = new(false, 0, 0);
}

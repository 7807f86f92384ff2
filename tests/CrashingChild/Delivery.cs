namespace ComplaintBot.CrashingChild;

/// <summary>Something the channel delivers.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ByInbox">Whether it is accepted first and worked off later.</param>
/// <param name="AtOnce">Whether it is worked off right after it was accepted; otherwise with the next one.</param>
/// <param name="Repeated">Whether the channel sends it once more although it was acknowledged.</param>
internal sealed record Delivery(string Id, bool ByInbox, bool AtOnce, bool Repeated);

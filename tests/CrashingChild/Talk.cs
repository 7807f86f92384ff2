using ComplaintBot.Turns;

namespace ComplaintBot.CrashingChild;

/// <summary>One conversation of a script.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Case">The number of the case that its first turn opens.</param>
/// <param name="Deliveries">What comes in, in order.</param>
internal sealed record Talk(ConversationKey Key, string Case, IReadOnlyList<Delivery> Deliveries);

/// <summary>Something the channel delivers.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ByInbox">Whether it is accepted first and worked off later.</param>
/// <param name="AtOnce">Whether it is worked off right after it was accepted; otherwise with the next one.</param>
/// <param name="Repeated">Whether the channel sends it once more although it was acknowledged.</param>
internal sealed record Delivery(string Id, bool ByInbox, bool AtOnce, bool Repeated);

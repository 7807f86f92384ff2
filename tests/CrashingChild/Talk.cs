using ComplaintBot.Turns;

namespace ComplaintBot.CrashingChild;

/// <summary>One conversation of a script.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Case">The number of the case that its first turn opens.</param>
/// <param name="Deliveries">What comes in, in order.</param>
internal sealed record Talk(ConversationKey Key, string Case, IReadOnlyList<Delivery> Deliveries);

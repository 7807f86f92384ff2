using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Turns;

/// <summary>Something that came in for a conversation.</summary>
/// <param name="Key">The conversation.</param>
/// <param name="DedupeId">The channel's own id of the delivery: the same one within 8 days is the same message.</param>
/// <param name="Activity">What came, sensitive numbers masked.</param>
/// <param name="At">When it was received.</param>
/// <param name="InboxId">Its place in the inbox when it was accepted before it was worked off; null when it goes straight into a turn.</param>
internal sealed record Inbound(ConversationKey Key, string DedupeId, Activity Activity, DateTimeOffset At, long? InboxId = null);

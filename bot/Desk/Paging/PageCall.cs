using ComplaintBot.Turns;

namespace ComplaintBot.Desk.Paging;

/// <summary>What somebody is paged for.</summary>
/// <param name="Key">The conversation.</param>
/// <param name="CaseNumber">The number of the case.</param>
/// <param name="Priority">0 or 1; higher numbers can wait, and page nobody.</param>
/// <param name="Trigger">The trigger's identifier.</param>
/// <param name="Words">The customer's words behind it.</param>
/// <param name="Brief">What it is about, in a sentence or two.</param>
internal sealed record PageCall(ConversationKey Key, string CaseNumber, int Priority, string Trigger, string Words, string Brief);

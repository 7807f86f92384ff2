using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Turns;

/// <summary>One line of a conversation, customer's or ours.</summary>
/// <param name="Sequence">Its number within the conversation, from 1, without gaps.</param>
/// <param name="Outgoing">Whether we said it.</param>
/// <param name="Activity">What was said.</param>
/// <param name="At">When.</param>
internal sealed record TranscriptLine(long Sequence, bool Outgoing, Activity Activity, DateTimeOffset At);

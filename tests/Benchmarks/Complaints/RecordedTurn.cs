using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Benchmarks.Complaints;

/// <summary>A message and what was understood and looked up before its turn.</summary>
internal sealed record RecordedTurn(Activity Came, DateTimeOffset Now, TurnAnswers Answers);

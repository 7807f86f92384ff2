namespace ComplaintBot.Desk.Paging;

/// <summary>One try to reach somebody.</summary>
/// <param name="Page">The page.</param>
/// <param name="Number">Its number, from 0.</param>
/// <param name="At">When.</param>
/// <param name="Person">Who was tried.</param>
/// <param name="Outcome"><c>sent</c>, or why not.</param>
internal sealed record PageTry(string Page, int Number, DateTimeOffset At, string Person, string Outcome);

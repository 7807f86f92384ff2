namespace ComplaintBot.Dialogs.Playbooks;

/// <summary>A way in which a complaint of this category often turns out to rest on a misunderstanding.</summary>
/// <param name="Fact">The fact whose answer shows it.</param>
/// <param name="Signs">Words in that answer that show it.</param>
/// <param name="Question">A question that lets the customer see it themselves, without contradicting them.</param>
/// <param name="Explanation">What helps: a step to try, put as help and never as a fault of the customer.</param>
public sealed record Misunderstanding(string Fact, LocalizedList Signs, LocalizedText Question, LocalizedText Explanation);

using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Policy;

/// <summary>Judges the cause of a complaint from its facts, provisionally; a person confirms it.</summary>
public static class CausePolicy
{
    /// <summary>The cause and the words that speak for it.</summary>
    public static (Cause Cause, string Evidence) Judge(Playbook playbook, ComplaintCase complaint, Head head)
    {
        var category = playbook.CategoryOf(head.Category);
        if (category.Misunderstanding is { } possible && SignIn(possible, complaint) is { } sign) return (Cause.Misunderstanding, sign);
        return (category.PresumedCause, head.Words);
    }

    private static string? SignIn(Misunderstanding possible, ComplaintCase complaint) =>
        complaint.Find(possible.Fact)?.Text is { } text && WordSearch.States(text, possible.Signs) ? text : null;
}

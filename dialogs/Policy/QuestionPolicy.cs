using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Policy;

/// <summary>Which fact is asked next, if any. People leave at the fourth question.</summary>
public static class QuestionPolicy
{
    /// <summary>A needed fact is asked at most this often.</summary>
    public const int TimesNeeded = 2;

    /// <summary>A useful fact is asked at most this often.</summary>
    public const int TimesUseful = 1;

    /// <summary>The next fact to ask for the head being worked on, or null when there is none left or the budget is used up.</summary>
    public static FactDefinition? Next(Playbook playbook, ComplaintCase complaint)
    {
        if (complaint.Head is not { } head || complaint.Tally.Questions >= Budget(complaint)) return null;
        var category = playbook.CategoryOf(head.Category);
        foreach (var name in category.Needed)
            if (MayAsk(playbook, complaint, name, TimesNeeded) is { } needed) return needed;
        if (complaint.Lane is Lane.Fast or Lane.Return) return null;
        if (AsksForWish(complaint) && MayAsk(playbook, complaint, FactNames.Wants, TimesUseful) is { } wish) return wish;
        if (complaint.CurrentAnger > 1 || complaint.Tally.QuestionsInARow >= InARow(complaint.CurrentAnger)) return null;
        foreach (var name in category.Useful)
            if (MayAsk(playbook, complaint, name, TimesUseful) is { } useful) return useful;
        return null;
    }

    /// <summary>What the customer wants is asked openly before anything is offered, once; not where somebody came to harm or a person decides.</summary>
    private static bool AsksForWish(ComplaintCase complaint) =>
        complaint.Lane == Lane.Long && complaint.Severity < Severity.Major && !Harm.IsIn(complaint);

    /// <summary>How many needed facts of a category are neither known nor declined.</summary>
    public static int Missing(Playbook playbook, ComplaintCase complaint, Category category)
    {
        var missing = 0;
        foreach (var name in category.Needed)
            if (MayAsk(playbook, complaint, name, TimesNeeded) is not null) missing++;
        return missing;
    }

    /// <summary>Questions allowed over the whole case: minor 3, important 6, major 3, and 3 more for each further complaint.</summary>
    public static int Budget(ComplaintCase complaint)
    {
        var perHead = complaint.Severity == Severity.Important ? 6 : 3;
        return perHead + 3 * Math.Max(0, complaint.Heads.Count - 1);
    }

    /// <summary>How many questions may follow each other without giving something back.</summary>
    public static int InARow(int anger) => anger >= 3 ? 1 : 2;

    /// <summary>Whether a fact counts as known: given, answered by another fact, or told with the grievance itself.</summary>
    public static bool IsKnown(Playbook playbook, ComplaintCase complaint, string name)
    {
        if (complaint.Knows(name)) return true;
        if (!playbook.Facts.TryGetValue(name, out var definition)) return false;
        if (definition.FromGrievance && complaint.Heads.Count > 0) return true;
        foreach (var other in definition.KnownBy)
            if (complaint.Knows(other)) return true;
        return false;
    }

    /// <summary>A fact that a remedy depends on, when the budget and what was asked before still allow the question; else null.</summary>
    public static FactDefinition? MayAsk(Playbook playbook, ComplaintCase complaint, string name) =>
        complaint.Tally.Questions < Budget(complaint) ? MayAsk(playbook, complaint, name, TimesNeeded) : null;

    private static FactDefinition? MayAsk(Playbook playbook, ComplaintCase complaint, string name, int times)
    {
        if (!playbook.Facts.TryGetValue(name, out var definition) || IsKnown(playbook, complaint, name)) return null;
        foreach (var fact in complaint.Facts)
            if (fact.Name == name && (fact.Declined || fact.Asked >= times)) return null;
        return definition;
    }
}

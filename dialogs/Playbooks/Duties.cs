namespace ComplaintBot.Dialogs.Playbooks;

/// <summary>
/// The duties that a playbook may name: a person or an address stands behind each, by playbook and shift. Playbooks route by duty and never
/// by name, so that a change of staff changes no playbook.
/// </summary>
public static class Duties
{
    /// <summary>Whoever answers for the whole house at this hour.</summary>
    public const string DutyManager = "duty-manager";

    /// <summary>The manager in the place where the customer is.</summary>
    public const string OnSiteManager = "on-site-manager";

    /// <summary>Every duty, in the order in which they are listed to people.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        DutyManager, OnSiteManager, "department-lead", "operations-centre", "quality", "risk-control", "finance", "insurance", "legal", "hr",
        "pr", "it-security", "client-contact", "oversight-office", "archive",
    ];

    /// <summary>Who can be told of a trigger: the duties, and the roles that lead a case.</summary>
    public static IReadOnlyList<string> Told { get; } = [.. All, "agent", "supervisor", "manager"];
}

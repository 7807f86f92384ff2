namespace ComplaintBot.Dialogs.Playbooks;

/// <summary>The clocks that every playbook has, by itself or from its parent. A playbook may add others in kebab-case.</summary>
public static class ClockNames
{
#pragma warning disable CS1591 // The names say it all.
    public const string Progress = "progress";
    public const string ProgressImportant = "progress-important";
    public const string ProgressMajor = "progress-major";
    public const string FirstAnswerByPerson = "first-answer-by-person";
    public const string DepartmentTransfer = "department-transfer";
    public const string Determined = "determined";
    public const string DeterminedUnreachable = "determined-unreachable";
    public const string OrdinaryAnswer = "ordinary-answer";
    public const string ComplexAnswer = "complex-answer";
    public const string SecondReview = "second-review";
    public const string ClosedAfterDecision = "closed-after-decision";
    public const string FollowUp = "follow-up";
    public const string Review = "review";
    public const string ApprovalInChat = "approval-in-chat";
    public const string OnSite = "on-site";
#pragma warning restore CS1591

    /// <summary>All of the above.</summary>
    public static IReadOnlyList<string> Required { get; } =
    [
        Progress, ProgressImportant, ProgressMajor, FirstAnswerByPerson, DepartmentTransfer, Determined, DeterminedUnreachable,
        OrdinaryAnswer, ComplexAnswer, SecondReview, ClosedAfterDecision, FollowUp, Review, ApprovalInChat, OnSite,
    ];
}

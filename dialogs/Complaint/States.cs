using System.Collections.Frozen;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>What the states of a case are called when a customer asks how things stand.</summary>
internal static class States
{
    private static readonly FrozenDictionary<CaseState, LocalizedText> Names = new Dictionary<CaseState, LocalizedText>
    {
        [CaseState.Received] = new("已收到", "received"),
        [CaseState.Acknowledged] = new("已受理", "acknowledged"),
        [CaseState.Assessed] = new("已了解情况", "assessed"),
        [CaseState.Investigating] = new("正在调查", "being looked into"),
        [CaseState.Proposed] = new("已提出方案，等您答复", "a proposal is waiting for your answer"),
        [CaseState.Decided] = new("方案已定，正在落实", "decided and being carried out"),
        [CaseState.Settled] = new("已落实", "settled"),
        [CaseState.FollowedUp] = new("已回访", "followed up"),
        [CaseState.Closed] = new("已结案", "closed"),
        [CaseState.Withdrawn] = new("已按您的意思撤回", "withdrawn at your request"),
        [CaseState.NotAccepted] = new("未受理", "not accepted"),
        [CaseState.Merged] = new("已并入同一件事", "merged with the same matter"),
        [CaseState.Reopened] = new("已重新打开", "reopened"),
    }.ToFrozenDictionary();

    /// <summary>A state's name.</summary>
    public static string Name(CaseState state, Tongue tongue) => Names[state].In(tongue);
}

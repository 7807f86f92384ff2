using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Policy;

/// <summary>Chooses the pace at which a complaint is taken.</summary>
public static class LanePolicy
{
    /// <summary>The lane of a case with a known grievance.</summary>
    /// <param name="playbook">The playbook.</param>
    /// <param name="complaint">The case; its first head is known.</param>
    /// <param name="missing">How many needed facts are not known yet.</param>
    /// <param name="remedyAtHand">Whether there is a remedy that the bot may grant.</param>
    public static Lane Choose(Playbook playbook, ComplaintCase complaint, int missing, bool remedyAtHand)
    {
        if (complaint.Priority == 0) return Lane.Safety;
        if (complaint.HasSeen(Trigger.RepeatComplaint) || complaint.HasSeen(Trigger.PastClock)) return Lane.Return;
        if (IsNow(playbook, complaint)) return Lane.Now;
        var calm = complaint.CurrentAnger <= 1 && complaint.Severity == Severity.Minor && complaint.Heads.Count == 1;
        return calm && remedyAtHand && missing <= 1 && playbook.Manner == Manner.Warm ? Lane.Fast : Lane.Long;
    }

    private static bool IsNow(Playbook playbook, ComplaintCase complaint) =>
        complaint.Head is { } head && playbook.CategoryOf(head.Category).OnPremises && complaint.Find(FactNames.NowOnSite)?.Value == "yes";
}

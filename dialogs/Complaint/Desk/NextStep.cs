using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>The best next step for who takes a chat: people before anger, anger before facts, facts before money.</summary>
internal static class NextStep
{
    /// <summary>The step, in the language of who reads.</summary>
    public static string Of(DeskReading reading)
    {
        var (line, value) = Choose(reading);
        return reading.Book.Names.Brief(line, reading.Tongue, value);
    }

    private static (BriefWords Line, string Value) Choose(DeskReading reading)
    {
        var (state, complaint) = (reading.State, reading.State.Case);
        if (complaint.HasSeen(Trigger.ThreatOrExtortion)) return (BriefWords.NextThreat, "");
        if (complaint.Priority == 0) return (BriefWords.NextSafety, "");
        if (complaint.HasSeen(Trigger.Press)) return (BriefWords.NextPress, "");
        if (state.Handover?.Trigger is Trigger.Abuse) return (BriefWords.NextAbuse, "");
        if (state.Desk?.Approvals is { Count: > 0 }) return (BriefWords.NextApproval, "");
        if (complaint.LastOffer is { State: RemedyState.Offered, OfferedBy: not null }) return (BriefWords.NextAnswer, "");
        if (complaint.CurrentAnger >= TacticPolicy.Hot) return (BriefWords.NextCalm, "");
        if (complaint.HasSeen(Trigger.StatutoryClaim) || complaint.HasSeen(Trigger.Lawyer)) return (BriefWords.NextLaw, "");
        if (complaint.HasSeen(Trigger.RepeatComplaint) || complaint.HasSeen(Trigger.PastClock)) return (BriefWords.NextReturn, "");
        return Work(reading, complaint);
    }

    private static (BriefWords Line, string Value) Work(DeskReading reading, ComplaintCase complaint)
    {
        if (complaint.LastOffer is { State: RemedyState.Accepted or RemedyState.Ordered or RemedyState.Done }) return (BriefWords.NextSettle, "");
        if (ChatView.MissingOf(reading) is [var missing, ..]) return (BriefWords.NextAsk, missing.Label);
        var ladder = Ladder.Of(reading);
        bool Untried(ChatRung rung) => !complaint.Offers.Exists(offer => offer.Rung == rung.Rung && offer.State is RemedyState.Declined or RemedyState.Failed);
        if (ladder.LastOrDefault(rung => rung.Allowed == Ladder.Yes && Untried(rung)) is { } fits) return (BriefWords.NextOffer, fits.Label);
        return ladder.FirstOrDefault(rung => rung.Allowed == Ladder.Approval && Untried(rung)) is { } above ? (BriefWords.NextAbove, above.Label) : (BriefWords.NextSettle, "");
    }
}

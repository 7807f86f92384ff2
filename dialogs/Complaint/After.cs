using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>Steps 13 and 14 and the return contact: what goes on after the chat, opened as tasks with an owner and a time.</summary>
internal static class After
{
    /// <summary>Step 13: the departments on the category's route get the case, the one in charge first.</summary>
    public static void TellDepartments(ComplaintTurn turn, Category category, DateTimeOffset due)
    {
        if (turn.State.Told.HasFlag(Told.Informed)) return;
        turn.State.Told |= Told.Informed;
        foreach (var duty in category.Routes.DefaultIfEmpty("department-lead"))
            turn.Open(new(TaskKind.Inform, duty, due, category.Name.Zh, Step.Inform));
    }

    /// <summary>Where it is happening now, with the customer on the premises: the manager on site is told within a minute and goes to the customer within five.</summary>
    public static void TellOnSite(ComplaintTurn turn, Category category)
    {
        if (turn.State.Told.HasFlag(Told.OnSite) || !category.OnPremises || turn.Case.Find(FactNames.NowOnSite)?.Value != "yes") return;
        turn.State.Told |= Told.OnSite;
        turn.Case.Lane = Lane.Now;
        turn.EnsureCase();
        var due = ClockPolicy.Due(turn.Playbook, "on-site", turn.Now);
        var where = turn.Case.Find(FactNames.TableOrCounter)?.Text ?? turn.Case.Find(FactNames.Place)?.Text ?? "";
        turn.Promise(TaskKind.Alarm, "on-site-manager", due, $"{category.Name.Zh} {where}".TrimEnd());
        turn.Say(Situation.OnSiteTold, new PhraseArgument("who", turn.NameOf("on-site-manager")),
            new PhraseArgument("minutes", ((int)(due - turn.Now).TotalMinutes).ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>Step 14 and the return contact: the review of what we did badly, and the question whether the remedy held.</summary>
    public static void OpenReview(ComplaintTurn turn)
    {
        if (turn.State.Told.HasFlag(Told.Review) || turn.Case.Head is null) return;
        turn.State.Told |= Told.Review;
        var category = turn.Playbook.CategoryOf(turn.Case.Heads[0].Category);
        TellDepartments(turn, category, turn.NextWord);
        var owner = turn.Case.Severity == Severity.Minor ? category.InCharge : "quality";
        turn.Open(new(TaskKind.Review, owner, ClockPolicy.Due(turn.Playbook, "review", turn.Now), category.Name.Zh, Step.Review));
        if (turn.Case.LastOffer is { State: RemedyState.Accepted, IsRemedy: true } offer)
            turn.Open(new(TaskKind.FollowUp, "department-lead", offer.Due + turn.Playbook.Clocks["follow-up"].Span, offer.Text));
    }
}

using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Runtime;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>Gives a chat from a person to the bot: with what was agreed, where to go on, and what must not be raised again.</summary>
internal static class HandBack
{
    private const int MostBarred = 40;

    /// <summary>Makes the bot the owner; the dialogs go on at the stage after it.</summary>
    public static DeskRefusal? Run(ComplaintTurn turn, DeskPerson person, HandBackCommand back)
    {
        if ((Ownership.Needed(turn.State, person) ?? Words.Needed(back.Agreed, Words.Short, "agreed")) is { } wrong) return wrong;
        if (back.Stage == Stage.Vent) return new(DeskRefusal.NotAllowed, back.Stage.Id());
        if (Wrong(turn, back.NotAgain ?? []) is { } unknown) return unknown;
        var agreed = Words.Kept(back.Agreed).ReplaceLineEndings(" ").TrimEnd('。', '.', '；', ';');
        Place(turn, agreed);
        Bar(turn, back.NotAgain ?? []);
        Rearm(turn);
        var head = turn.Case.Head!;
        head.Answered = back.Stage == Stage.Satisfaction;
        if (back.Stage == Stage.Satisfaction) turn.Case.Reconciled = true;
        Give(turn, agreed);
        turn.Record(CaseEventKind.HandedBack, person.Id, ("stage", back.Stage.Id()), ("agreed", agreed), ("not-again", string.Join(",", back.NotAgain ?? [])));
        turn.At(back.Stage, First(back.Stage));
        turn.Say(Situation.HandedBack, new PhraseArgument("agreed", agreed));
        turn.Resumes = back.Stage;
        return null;
    }

    /// <summary>People of the platform are done. What they agreed is theirs alone, so the bot quotes nothing, takes nobody for reconciled, and asks how it was.</summary>
    public static void Complete(ComplaintTurn turn)
    {
        Place(turn, turn.State.Handover?.Words ?? "");
        Rearm(turn);
        turn.Case.Head!.Answered = true;
        Give(turn, null);
        turn.Record(CaseEventKind.HandedBack, turn.Actor, ("stage", Stage.Satisfaction.Id()));
        turn.At(Stage.Satisfaction, First(Stage.Satisfaction));
        turn.Say(Situation.BackFromElsewhere);
        turn.Resumes = Stage.Satisfaction;
    }

    private static void Give(ComplaintTurn turn, string? agreed)
    {
        Ownership.LetGo(turn);
        var (state, desk) = (turn.State, Ownership.Of(turn));
        (desk.QueuedAt, desk.UnansweredSince, desk.AddressedTo, desk.Team, desk.Told, desk.Agreed) = (null, null, null, null, DeskNotices.None, agreed);
        (state.Owner, state.Handover, state.Expects, state.Question, state.Dialogs) = (Owner.Bot, null, Expects.None, OpenQuestion.None, new DialogStack());
        state.Vent.Over = true;
    }

    /// <summary>What fired stays fired. Only who asks for a person again is heard again, and what was counted against the bot before a person came is forgotten.</summary>
    private static void Rearm(ComplaintTurn turn)
    {
        var tally = turn.Case.Tally;
        (tally.NotUnderstoodInARow, tally.SuperiorRequests, tally.AngryInARow, tally.TacticsUsed) = (0, 0, 0, 0);
        foreach (var seen in turn.Case.Triggers)
            if (seen.Id == Trigger.AsksForPerson) seen.Fired = false;
        foreach (var head in turn.Case.Heads) head.Called = true;
    }

    private static void Bar(ComplaintTurn turn, IReadOnlyList<string> notAgain)
    {
        if (notAgain.Count == 0) return;
        var desk = Ownership.Of(turn);
        desk.NotAgain = [.. (desk.NotAgain ?? []).Union(notAgain)];
        foreach (var name in notAgain)
        {
            if (Identifiers.TryParse<RemedyKind>(name, out var kind)) turn.Case.Barred = [.. (turn.Case.Barred ?? []).Union([kind])];
            else if (turn.Case.Facts.Find(fact => fact.Name == name) is { } fact) fact.Declined |= fact.Value is null;
            else turn.Case.Facts.Add(new CaseFact { Name = name, Declined = true });
        }
    }

    /// <summary>The stages need a complaint to go by: what was never placed stands under the widest category.</summary>
    private static void Place(ComplaintTurn turn, string agreed)
    {
        if (turn.Case.Heads.Count > 0) return;
        var category = turn.Playbook.Categories.ContainsKey("other") ? "other" : turn.Playbook.Categories.Keys.Last();
        Intake.AddHead(turn, category, turn.State.Vent.Words is { Length: > 0 } words ? words : agreed);
    }

    private static DeskRefusal? Wrong(ComplaintTurn turn, IReadOnlyList<string> notAgain)
    {
        if (notAgain.Count > MostBarred) return new(DeskRefusal.TooLong, "not_again");
        foreach (var name in notAgain)
            if (name is null || (!Identifiers.TryParse<RemedyKind>(name, out _) && !turn.Playbook.Facts.ContainsKey(name))) return new(DeskRefusal.UnknownFact, name is { Length: <= Words.Name } ? name : "");
        return null;
    }

    private static Step First(Stage stage) => stage switch
    {
        Stage.Apology => Step.ExpressConcern,
        Stage.Facts => Step.Clarify,
        Stage.Remedy => Step.Act,
        _ => Step.CheckSatisfaction,
    };
}

using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Policy;

public sealed class EscalationPolicyTests
{
    /// <summary>The table of triggers: trigger, done or announced, priority, handed over, who is told, the least severity.</summary>
    public static TheoryData<Trigger, bool, int, bool, string, Severity> Table() => new()
    {
        { Trigger.DangerToLife, true, 0, true, "duty-manager", Severity.Major },
        { Trigger.Injury, true, 0, true, "duty-manager", Severity.Major },
        { Trigger.FoodPoisoning, true, 0, true, "duty-manager", Severity.Major },
        { Trigger.FireOrGas, true, 0, true, "duty-manager", Severity.Major },
        { Trigger.ThreatOrExtortion, true, 0, true, "duty-manager", Severity.Major },
        { Trigger.Press, true, 1, true, "pr", Severity.Major },
        { Trigger.Press, false, 1, true, "supervisor", Severity.Major },
        { Trigger.Lawyer, true, 1, true, "legal", Severity.Important },
        { Trigger.Lawyer, false, 2, true, "supervisor", Severity.Minor },
        { Trigger.Police, true, 1, true, "risk-control", Severity.Major },
        { Trigger.Police, false, 2, true, "supervisor", Severity.Minor },
        { Trigger.ConsumerAssociation, true, 1, true, "supervisor", Severity.Major },
        { Trigger.ConsumerAssociation, false, 2, false, "supervisor", Severity.Important },
        { Trigger.Regulator, true, 1, true, "supervisor", Severity.Major },
        { Trigger.Regulator, false, 2, false, "supervisor", Severity.Important },
        { Trigger.GroupAction, true, 1, true, "manager", Severity.Major },
        { Trigger.GroupAction, false, 2, true, "supervisor", Severity.Important },
        { Trigger.StatutoryClaim, true, 2, true, "legal", Severity.Minor },
        { Trigger.OverAuthority, true, 2, true, "supervisor", Severity.Important },
        { Trigger.DataLeak, true, 1, true, "it-security", Severity.Major },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_trigger_without_a_threshold_fires_at_its_first_evidence(Trigger trigger, bool done, int priority, bool handsOver, string told, Severity severity)
    {
        var complaint = Given.Case("service").With(trigger, done);

        var fired = Assert.Single(EscalationPolicy.Evaluate(Given.General, complaint, Given.Message()));

        Assert.Equal((trigger, priority, handsOver), (fired.Trigger, fired.Priority, fired.HandsOver));
        Assert.Equal(trigger.Id(), fired.Words);
        Assert.Contains(told, fired.Tell);
        Assert.Equal(severity, SeverityPolicy.Assess(Given.General, complaint));
    }

    public static TheoryData<Trigger, string, Action<Tally>, Action<Tally>> Thresholds() => new()
    {
        { Trigger.Furious, "furious once, then twice", tally => tally.Furious = 1, tally => tally.Furious = 2 },
        { Trigger.Furious, "angry for two turns, then three", tally => tally.AngryInARow = 2, tally => tally.AngryInARow = 3 },
        { Trigger.Furious, "one tactic without effect, then two", tally => tally.TacticsUsed = 1, tally => tally.TacticsUsed = 2 },
        { Trigger.RemedyRefused, "refused once, then twice", tally => tally.Refusals = 1, tally => tally.Refusals = 2 },
        { Trigger.UnreasonableObjection, "once, then twice", tally => tally.Unreasonable = 1, tally => tally.Unreasonable = 2 },
        { Trigger.NotUnderstood, "not understood once, then twice in a row", tally => tally.NotUnderstoodInARow = 1, tally => tally.NotUnderstoodInARow = 2 },
        { Trigger.NotUnderstood, "not understood twice in all, then three times", tally => tally.NotUnderstood = 2, tally => tally.NotUnderstood = 3 },
        { Trigger.Abuse, "abusive once, then twice", tally => tally.Abusive = 1, tally => tally.Abusive = 2 },
    };

    [Theory]
    [MemberData(nameof(Thresholds))]
    public void Other_triggers_wait_for_their_threshold_and_fire_once(Trigger trigger, string because, Action<Tally> below, Action<Tally> reached)
    {
        var complaint = Given.Case("service").WithAnger(3).With(trigger);
        below(complaint.Tally);
        Assert.True(EscalationPolicy.Evaluate(Given.General, complaint, Given.Message()).Count == 0, because);

        reached(complaint.Tally);
        var fired = Assert.Single(EscalationPolicy.Evaluate(Given.General, complaint, Given.Message()));
        Assert.Equal((trigger == Trigger.NotUnderstood ? 3 : 2, true), (fired.Priority, fired.HandsOver));

        Assert.Empty(EscalationPolicy.Evaluate(Given.General, complaint, Given.Message()));
    }

    [Fact]
    public void Tactics_that_have_cooled_the_customer_down_call_nobody()
    {
        var complaint = Given.Case("service").WithAnger(3, 3, 2).With(Trigger.Furious);
        complaint.Tally.TacticsUsed = 2;

        Assert.Empty(EscalationPolicy.Evaluate(Given.General, complaint, Given.Message()));
    }

    [Theory]
    [InlineData(Trigger.RepeatComplaint)]
    [InlineData(Trigger.PastClock)]
    public void Whoever_comes_back_is_handed_over_once_they_insist(Trigger trigger)
    {
        Assert.Empty(EscalationPolicy.Evaluate(Given.General, Given.Case("service").With(trigger, count: 1), Given.Message()));

        var fired = Assert.Single(EscalationPolicy.Evaluate(Given.General, Given.Case("service").With(trigger, count: 2), Given.Message()));
        Assert.Equal((2, true), (fired.Priority, fired.HandsOver));
    }

    [Theory]
    [InlineData(Intent.AskPerson, 0, Severity.Minor, true)]
    [InlineData(Intent.AskManager, 1, Severity.Minor, false)]
    [InlineData(Intent.AskManager, 1, Severity.Important, true)]
    [InlineData(Intent.AskManager, 1, Severity.Major, true)]
    [InlineData(Intent.AskManager, 2, Severity.Minor, true)]
    public void A_person_comes_at_the_first_request_and_a_superior_at_the_second(Intent intent, int requests, Severity severity, bool fires)
    {
        var complaint = Given.Case("service").With(Trigger.AsksForPerson);
        complaint.Severity = severity;
        complaint.Tally.SuperiorRequests = requests;

        Assert.Equal(fires, EscalationPolicy.Evaluate(Given.General, complaint, Given.Message("", intent)).Count == 1);
    }

    [Fact]
    public void Evidence_for_a_person_counts_like_the_request()
    {
        var message = Given.Message() with { Triggers = [new TriggerEvidence(Trigger.AsksForPerson, "somebody real")] };

        Assert.Single(EscalationPolicy.Evaluate(Given.General, Given.Case("service").With(Trigger.AsksForPerson), message));
    }

    [Fact]
    public void What_was_announced_fires_again_when_it_is_done()
    {
        var complaint = Given.Case("service").With(Trigger.Lawyer, done: false);
        Assert.Equal(2, Assert.Single(EscalationPolicy.Evaluate(Given.General, complaint, Given.Message())).Priority);
        Assert.Empty(EscalationPolicy.Evaluate(Given.General, complaint, Given.Message()));

        (complaint.Triggers[0].Done, complaint.Triggers[0].Fired) = (true, false);

        Assert.Equal(1, Assert.Single(EscalationPolicy.Evaluate(Given.General, complaint, Given.Message())).Priority);
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(2, 1)]
    [InlineData(1, 1)]
    [InlineData(0, 0)]
    public void Announcing_ones_rights_raises_the_case_by_one_and_never_to_now(int before, int after)
    {
        var complaint = Given.Case("service").With(Trigger.ConsumerAssociation, done: false);
        complaint.Priority = before;

        var fired = Assert.Single(EscalationPolicy.Evaluate(Given.General, complaint, Given.Message()));

        Assert.False(fired.HandsOver);
        Assert.Equal(after, Math.Min(before, fired.Priority));
    }

    [Theory]
    [InlineData(Trigger.AsksForPerson, 1)]
    [InlineData(Trigger.Lawyer, 0)]
    [InlineData(Trigger.Injury, 0)]
    public void A_vulnerable_customer_comes_one_higher(Trigger trigger, int priority)
    {
        var complaint = Given.Case("service").With(Trigger.Vulnerable).With(trigger);

        var fired = EscalationPolicy.Evaluate(Given.General, complaint, Given.Message("", Intent.AskPerson));

        Assert.Equal(priority, Assert.Single(fired, one => one.Trigger == trigger).Priority);
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(2, 1)]
    [InlineData(0, 0)]
    public void Vulnerability_alone_raises_the_case_by_one_and_hands_nothing_over(int before, int after)
    {
        var complaint = Given.Case("service").With(Trigger.Vulnerable);
        complaint.Priority = before;

        var fired = Assert.Single(EscalationPolicy.Evaluate(Given.General, complaint, Given.Message()));

        Assert.Equal((after, false), (fired.Priority, fired.HandsOver));
    }

    [Fact]
    public void A_documented_loss_weighs_more_than_a_demand()
    {
        var documented = Given.Case("service").With(FactNames.Loss, "3000").With(FactNames.Evidence, "yes").With(Trigger.OverAuthority);

        Assert.Equal(1, Assert.Single(EscalationPolicy.Evaluate(Given.General, documented, Given.Message())).Priority);
    }

    [Fact]
    public void The_gravest_comes_first()
    {
        var complaint = Given.Case("service").With(Trigger.AsksForPerson).With(Trigger.ConsumerAssociation, done: false).With(Trigger.Press).With(Trigger.FireOrGas);

        var fired = EscalationPolicy.Evaluate(Given.General, complaint, Given.Message("", Intent.AskPerson));

        Assert.Equal([Trigger.FireOrGas, Trigger.Press, Trigger.AsksForPerson, Trigger.ConsumerAssociation], fired.Select(one => one.Trigger!.Value));
    }

    [Fact]
    public void Every_trigger_of_every_shipped_playbook_has_a_rule()
    {
        foreach (var playbook in Given.Shipped.All)
            Assert.Equal(Enum.GetValues<Trigger>().Length, playbook.Triggers.Count);
    }
}

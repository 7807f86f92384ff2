using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Policy;

public sealed class TacticPolicyTests
{
    private const string Blame = "you never listen";

    [Fact]
    public void Without_any_sign_the_bot_listens() => Assert.Equal(Tactic.Listen, Choose(Given.Case("service"), "the soup was cold"));

    [Fact]
    public void Somebody_who_repeats_themselves_hears_it_said_back() => Assert.Equal(Tactic.Mirror, Choose(Given.Case("service"), Blame, repeats: true));

    [Fact]
    public void Sweeping_blame_is_answered_by_asking_from_when() => Assert.Equal(Tactic.WhenQuestion, Choose(Given.Case("service"), Blame));

    [Fact]
    public void From_when_is_not_asked_twice_or_when_it_was_said()
    {
        var asked = Given.Case("service");
        asked.Tally.LastTactic = Tactic.WhenQuestion;

        Assert.Equal(Tactic.Listen, Choose(asked, Blame));
        Assert.Equal(Tactic.Listen, Choose(Given.Case("service").With(FactNames.SinceWhen, "2026-11-01"), Blame));
    }

    [Fact]
    public void The_third_same_accusation_of_a_small_matter_shifts_the_topic_for_one_turn()
    {
        var complaint = Accused(3);
        Assert.Equal(Tactic.TopicShift, Choose(complaint, Blame, repeats: true));
        Assert.Equal(Tactic.Mirror, Choose(Accused(2), Blame, repeats: true));

        complaint.Tally.LastTactic = Tactic.TopicShift;
        Assert.Equal(Tactic.Mirror, Choose(complaint, Blame, repeats: true));
    }

    [Fact]
    public void The_topic_is_never_shifted_away_from_a_trigger_a_fact_or_a_graver_matter()
    {
        var trigger = Given.Message(Blame) with { Triggers = [new TriggerEvidence(Trigger.Lawyer, "my lawyer", false)] };
        var fact = Given.Message(Blame) with { Facts = [new FactMention(FactNames.Wants, "my money", "my money")] };
        var grave = Accused(3);
        grave.Severity = Severity.Important;

        Assert.Equal(Tactic.Mirror, TacticPolicy.Choose(Given.General, Accused(3), trigger, true));
        Assert.Equal(Tactic.Mirror, TacticPolicy.Choose(Given.General, Accused(3), fact, true));
        Assert.Equal(Tactic.Mirror, Choose(grave, Blame, repeats: true));
    }

    [Fact]
    public void A_fault_is_admitted_once_it_has_been_judged()
    {
        var complaint = Given.Case("service", Cause.Fault);
        Assert.Equal(Tactic.Listen, Choose(complaint, "and now"));

        complaint.Steps.Add(new StepDone(Step.JudgeCause, DateTimeOffset.UnixEpoch));
        Assert.Equal(Tactic.Admission, Choose(complaint, "and now"));
    }

    [Fact]
    public void A_jab_without_a_matter_is_let_pass_once()
    {
        var jab = Given.Message("bravo") with { Flags = [MessageFlag.Sarcasm] };
        var complaint = Given.Case("service");

        Assert.Equal(Tactic.LetPass, TacticPolicy.Choose(Given.General, complaint, jab, false));
        complaint.Tally.LastTactic = Tactic.LetPass;
        Assert.Equal(Tactic.Listen, TacticPolicy.Choose(Given.General, complaint, jab, false));
    }

    [Fact]
    public void An_insult_is_no_trifle()
    {
        var insult = Given.Message("bravo") with { Flags = [MessageFlag.Sarcasm, MessageFlag.Insult] };

        Assert.Equal(Tactic.Listen, TacticPolicy.Choose(Given.General, Given.Case("service"), insult, false));
    }

    [Fact]
    public void The_neutral_manner_has_no_tactics() =>
        Assert.Equal(Tactic.Listen, TacticPolicy.Choose(Given.Shipped["procurement"], Accused(3), Given.Message(Blame), true));

    [Theory]
    [InlineData(2, Severity.Minor, true)]
    [InlineData(3, Severity.Minor, false)]
    [InlineData(0, Severity.Important, false)]
    public void Only_a_calm_customer_with_a_small_matter_is_contradicted(int anger, Severity severity, bool may)
    {
        var complaint = Given.Case("service").WithAnger(4, anger);
        complaint.Severity = severity;

        Assert.Equal(may, TacticPolicy.MayContradictGently(complaint));
    }

    private static ComplaintCase Accused(int times)
    {
        var complaint = Given.Case("service").WithAnger(3);
        complaint.Tally.Accusations = times;
        return complaint;
    }

    private static Tactic Choose(ComplaintCase complaint, string text, bool repeats = false) =>
        TacticPolicy.Choose(Given.General, complaint, Given.Message(text), repeats);
}

using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Policy;

public sealed class SatisfactionPolicyTests
{
    [Fact]
    public void A_settled_matter_may_be_asked_about() =>
        Assert.True(SatisfactionPolicy.MayAsk(Given.General, Given.Case("service").WithOffer(0, RemedyState.Declined).WithOffer(1, RemedyState.Accepted)));

    public static TheoryData<string, ComplaintCase> Unasked() => new()
    {
        { "an injury", Given.Case("service").With(Trigger.Injury) },
        { "danger", Given.Case("service").With(Trigger.DangerToLife) },
        { "food poisoning", Given.Case("service").With(Trigger.FoodPoisoning) },
        { "fire", Given.Case("service").With(Trigger.FireOrGas) },
        { "a threat", Given.Case("service").With(Trigger.ThreatOrExtortion) },
        { "a data leak", Given.Case("service").With(Trigger.DataLeak) },
        { "a privacy complaint", Given.Case("privacy") },
        { "harm as a fact", Given.Case("service").With(FactNames.Injured, "a cut finger") },
        { "a refusal at the end", Given.Case("service").WithOffer(0, RemedyState.Declined) },
        { "a refusal of an earlier complaint", TwoHeads() },
        { "a withdrawal", In(CaseState.Withdrawn) },
        { "a refusal of ours", In(CaseState.NotAccepted) },
        { "a grave matter", Grave() },
        { "dejection", GaveUp() },
    };

    [Theory]
    [MemberData(nameof(Unasked))]
    public void Nobody_is_asked_for_a_score_after(string what, ComplaintCase complaint) => Assert.False(SatisfactionPolicy.MayAsk(Given.General, complaint), what);

    [Fact]
    public void Nobody_is_asked_in_the_neutral_manner() => Assert.False(SatisfactionPolicy.MayAsk(Given.Shipped["procurement"], Given.Case("procedure")));

    private static ComplaintCase TwoHeads()
    {
        var complaint = Given.Case("service").WithOffer(0, RemedyState.Declined).WithOffer(0, RemedyState.Accepted, head: 1);
        complaint.Heads.Add(new Head { Category = "money", Words = "the bill" });
        return complaint;
    }

    private static ComplaintCase In(CaseState state)
    {
        var complaint = Given.Case("service");
        complaint.State = state;
        return complaint;
    }

    private static ComplaintCase Grave()
    {
        var complaint = Given.Case("service");
        complaint.Severity = Severity.Major;
        return complaint;
    }

    private static ComplaintCase GaveUp()
    {
        var complaint = Given.Case("service");
        complaint.Tally.GaveUp = 1;
        return complaint;
    }
}

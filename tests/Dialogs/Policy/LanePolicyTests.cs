using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Policy;

public sealed class LanePolicyTests
{
    private static readonly Playbook Catering = Given.Shipped["catering"];

    [Theory]
    [InlineData(0, Severity.Minor, 0, true, Lane.Fast)]
    [InlineData(1, Severity.Minor, 1, true, Lane.Fast)]
    [InlineData(2, Severity.Minor, 0, true, Lane.Long)]
    [InlineData(0, Severity.Important, 0, true, Lane.Long)]
    [InlineData(0, Severity.Major, 0, true, Lane.Long)]
    [InlineData(0, Severity.Minor, 2, true, Lane.Long)]
    [InlineData(0, Severity.Minor, 0, false, Lane.Long)]
    public void A_calm_small_matter_with_a_remedy_at_hand_goes_fast(int anger, Severity severity, int missing, bool remedy, Lane lane)
    {
        var complaint = Given.Case("money").WithAnger(anger);
        complaint.Severity = severity;

        Assert.Equal(lane, LanePolicy.Choose(Catering, complaint, missing, remedy));
    }

    [Fact]
    public void Two_complaints_at_once_take_their_time()
    {
        var complaint = Given.Case("money");
        complaint.Heads.Add(new Head { Category = "dish-quality", Words = "cold soup" });

        Assert.Equal(Lane.Long, LanePolicy.Choose(Catering, complaint, 0, true));
    }

    [Fact]
    public void The_neutral_manner_has_no_fast_lane() =>
        Assert.Equal(Lane.Long, LanePolicy.Choose(Given.Shipped["procurement"], Given.Case("procedure"), 0, true));

    [Theory]
    [InlineData("dish-quality", "yes", Lane.Now)]
    [InlineData("dish-quality", "no", Lane.Fast)]
    [InlineData("money", "yes", Lane.Fast)]
    public void What_is_happening_on_the_premises_is_now(string category, string onSite, Lane lane) =>
        Assert.Equal(lane, LanePolicy.Choose(Catering, Given.Case(category).With(FactNames.NowOnSite, onSite), 0, true));

    [Theory]
    [InlineData(Trigger.RepeatComplaint)]
    [InlineData(Trigger.PastClock)]
    public void A_known_matter_takes_the_return_lane_however_calm(Trigger trigger) =>
        Assert.Equal(Lane.Return, LanePolicy.Choose(Catering, Given.Case("dish-quality").With(trigger).With(FactNames.NowOnSite, "yes"), 0, true));

    [Fact]
    public void Priority_now_is_the_safety_lane_before_everything_else()
    {
        var complaint = Given.Case("dish-quality").With(Trigger.RepeatComplaint);
        complaint.Priority = 0;

        Assert.Equal(Lane.Safety, LanePolicy.Choose(Catering, complaint, 0, true));
    }
}

using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Cases;

public sealed class ComplaintCaseTests
{
    [Fact]
    public void A_fact_is_known_once_it_has_a_value_and_not_by_being_asked_or_declined()
    {
        var complaint = new ComplaintCase();
        var fact = new CaseFact { Name = "place", Asked = 1 };
        complaint.Facts.Add(fact);
        Assert.False(complaint.Knows("place"));

        fact.Declined = true;
        Assert.False(complaint.Knows("place"));

        (fact.Value, fact.Text, fact.Declined) = ("hall 3", "in hall 3", false);
        Assert.Same(fact, complaint.Find("place"));
        Assert.False(complaint.Knows("Place"));
    }

    [Fact]
    public void A_case_without_a_grievance_has_no_head_no_offer_and_no_anger()
    {
        var complaint = new ComplaintCase();

        Assert.Null(complaint.Head);
        Assert.Null(complaint.Category);
        Assert.Null(complaint.LastOffer);
        Assert.Equal((0, 3), (complaint.CurrentAnger, complaint.Priority));
    }

    [Fact]
    public void The_head_is_the_one_being_worked_on_and_the_category_that_of_the_first()
    {
        var complaint = new ComplaintCase { Heads = { new Head { Category = "money", Words = "a" }, new Head { Category = "service", Words = "b" } }, CurrentHead = 1 };

        Assert.Equal(("service", "money"), (complaint.Head?.Category, complaint.Category));
        complaint.CurrentHead = 2;
        Assert.Null(complaint.Head);
    }

    [Fact]
    public void A_step_is_done_once_it_has_an_entry()
    {
        var complaint = new ComplaintCase();
        complaint.Steps.Add(new StepDone(Step.Listen, DateTimeOffset.UnixEpoch));

        Assert.True(complaint.HasDone(Step.Listen));
        Assert.False(complaint.HasDone(Step.Act));
    }
}

using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Policy;

public sealed class QuestionPolicyTests
{
    /// <summary>Needs <c>place</c> and <c>amount</c>, would like <c>evidence</c> and <c>who</c>.</summary>
    private static readonly Playbook Book = Given.Ladder(category => category with { Needed = ["place", "amount"], Useful = ["evidence", "who"] });

    [Fact]
    public void Needed_facts_come_first_in_their_order_then_the_wish_then_useful_ones()
    {
        var complaint = Given.Case("test");
        Assert.Equal("place", Next(complaint));
        Assert.Equal("amount", Next(complaint.With("place", "hall 3")));
        Assert.Equal("wants", Next(complaint.With("amount", "20")));
        Assert.Equal("evidence", Next(complaint.With("wants", "a refund")));
        Assert.Equal("who", Next(complaint.With("evidence", "yes")));
        Assert.Null(Next(complaint.With("who", "the man at the desk")));
    }

    [Theory]
    [InlineData(Severity.Minor, 1, 3)]
    [InlineData(Severity.Important, 1, 6)]
    [InlineData(Severity.Major, 1, 3)]
    [InlineData(Severity.Minor, 2, 6)]
    [InlineData(Severity.Important, 3, 12)]
    public void The_budget_goes_by_severity_and_ends_the_questions(Severity severity, int heads, int budget)
    {
        var complaint = Given.Case("test");
        complaint.Severity = severity;
        for (var more = 1; more < heads; more++) complaint.Heads.Add(new Head { Category = "test", Words = "more" });

        Assert.Equal(budget, QuestionPolicy.Budget(complaint));
        complaint.Tally.Questions = budget - 1;
        Assert.NotNull(Next(complaint));
        complaint.Tally.Questions = budget;
        Assert.Null(Next(complaint));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(2, 2)]
    [InlineData(3, 1)]
    [InlineData(4, 1)]
    public void An_angry_customer_gets_one_question_in_a_row_and_others_two(int anger, int inARow) => Assert.Equal(inARow, QuestionPolicy.InARow(anger));

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(1, 1, true)]
    [InlineData(1, 2, false)]
    [InlineData(2, 0, false)]
    [InlineData(4, 0, false)]
    public void What_is_only_useful_is_asked_of_calm_customers_and_never_third_in_a_row(int anger, int inARow, bool asked)
    {
        var complaint = Given.Case("test").With("place", "hall 3").With("amount", "20").With("wants", "a refund").WithAnger(anger);
        complaint.Tally.QuestionsInARow = inARow;

        Assert.Equal(asked ? "evidence" : null, Next(complaint));
    }

    [Theory]
    [InlineData("place", 1, "place")]
    [InlineData("place", 2, "amount")]
    public void What_is_needed_is_asked_twice_at_most(string fact, int asked, string next)
    {
        var complaint = Given.Case("test");
        complaint.Facts.Add(new CaseFact { Name = fact, Asked = asked });

        Assert.Equal(next, Next(complaint));
    }

    [Fact]
    public void What_is_useful_is_asked_once()
    {
        var complaint = Given.Case("test").With("place", "hall 3").With("amount", "20").With("wants", "a refund");
        complaint.Facts.Add(new CaseFact { Name = "evidence", Asked = 1 });

        Assert.Equal("who", Next(complaint));
    }

    [Fact]
    public void In_the_fast_lane_only_what_is_needed_is_asked()
    {
        var complaint = Given.Case("test").With("place", "hall 3");
        complaint.Lane = Lane.Fast;
        Assert.Equal("amount", Next(complaint));
        Assert.Null(Next(complaint.With("amount", "20")));
    }

    [Fact]
    public void What_is_wanted_is_not_asked_where_a_person_decides()
    {
        var complaint = Given.Case("test").With("place", "hall 3").With("amount", "20");
        complaint.Severity = Severity.Major;
        Assert.Equal("evidence", Next(complaint));
    }

    [Fact]
    public void What_was_declined_is_not_asked_again_and_no_longer_missing()
    {
        var complaint = Given.Case("test");
        Assert.Equal(2, QuestionPolicy.Missing(Book, complaint, Book.Categories["test"]));
        complaint.Facts.Add(new CaseFact { Name = "place", Asked = 1, Declined = true });

        Assert.Equal("amount", Next(complaint));
        Assert.Equal(1, QuestionPolicy.Missing(Book, complaint, Book.Categories["test"]));
    }

    [Fact]
    public void A_fact_that_another_one_answers_is_known()
    {
        var complaint = Given.Case("test");
        Assert.False(QuestionPolicy.IsKnown(Given.General, complaint, "charged"));

        Assert.True(QuestionPolicy.IsKnown(Given.General, complaint.With("amount", "20"), "charged"));
    }

    [Fact]
    public void What_the_grievance_tells_is_known_with_it()
    {
        Assert.False(QuestionPolicy.IsKnown(Given.General, new ComplaintCase(), "what"));
        Assert.True(QuestionPolicy.IsKnown(Given.General, Given.Case("service"), "what"));
    }

    [Fact]
    public void Nothing_is_asked_before_there_is_a_grievance() => Assert.Null(QuestionPolicy.Next(Book, new ComplaintCase()));

    [Fact]
    public void No_shipped_category_needs_more_than_its_budget()
    {
        foreach (var playbook in Given.Shipped.All)
            foreach (var category in playbook.Categories.Values)
            {
                var complaint = Given.Case(category.Id);
                complaint.Severity = category.Severity;
                var missing = QuestionPolicy.Missing(playbook, complaint, category);
                Assert.True(category.Priority == 0 || missing <= QuestionPolicy.Budget(complaint), $"{playbook.Id}/{category.Id} needs {missing} facts.");
            }
    }

    private static string? Next(ComplaintCase complaint) => QuestionPolicy.Next(Book, complaint)?.Name;
}

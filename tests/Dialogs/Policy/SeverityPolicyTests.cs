using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Policy;

public sealed class SeverityPolicyTests
{
    [Theory]
    [InlineData("service", Severity.Minor)]
    [InlineData("privacy", Severity.Important)]
    public void A_case_is_as_grave_as_its_category(string category, Severity severity) =>
        Assert.Equal(severity, SeverityPolicy.Assess(Given.General, Given.Case(category)));

    [Fact]
    public void The_gravest_complaint_decides()
    {
        var complaint = Given.Case("service");
        complaint.Heads.Add(new Head { Category = "safety", Words = "a loose wire" });

        Assert.Equal(Severity.Important, SeverityPolicy.Assess(Given.General, complaint));
    }

    [Theory]
    [InlineData("1000", null, Severity.Minor)]
    [InlineData("1000.01", null, Severity.Important)]
    [InlineData("5000", null, Severity.Important)]
    [InlineData("5000.01", null, Severity.Major)]
    [InlineData("150", "GBP", Severity.Minor)]
    [InlineData("151", "GBP", Severity.Important)]
    [InlineData("751", "GBP", Severity.Major)]
    [InlineData("quite a lot", null, Severity.Minor)]
    [InlineData("-9000", null, Severity.Minor)]
    public void A_loss_is_as_grave_as_it_is_large(string loss, string? currency, Severity severity) =>
        Assert.Equal(severity, SeverityPolicy.Assess(Given.General, Given.Case("service").With(FactNames.Loss, loss, currency)));

    [Theory]
    [InlineData("service", false, Severity.Important)]
    [InlineData("service", true, Severity.Important)]
    [InlineData("privacy", false, Severity.Important)]
    [InlineData("privacy", true, Severity.Major)]
    public void A_matter_that_comes_back_is_one_higher(string category, bool insists, Severity severity)
    {
        var complaint = Given.Case(category).With(Trigger.RepeatComplaint, count: insists ? 2 : 1, fired: insists);

        Assert.Equal(severity, SeverityPolicy.Assess(Given.General, complaint));
    }

    [Fact]
    public void Judging_again_does_not_raise_it_again()
    {
        var complaint = Given.Case("service").With(Trigger.RepeatComplaint, count: 2, fired: true);
        for (var turn = 0; turn < 4; turn++) complaint.Severity = SeverityPolicy.Assess(Given.General, complaint);

        Assert.Equal(Severity.Important, complaint.Severity);
    }

    [Fact]
    public void It_never_falls_once_the_case_is_open()
    {
        foreach (var known in Enum.GetValues<Severity>())
        {
            var complaint = Given.Case("service").With(Trigger.Lawyer, done: false);
            complaint.Severity = known;
            complaint.Number = "C-20261118-000000";

            Assert.Equal(known, SeverityPolicy.Assess(Given.General, complaint));
        }
    }

    [Fact]
    public void Before_the_grievance_is_known_it_is_minor() => Assert.Equal(Severity.Minor, SeverityPolicy.Assess(Given.General, new ComplaintCase()));
}

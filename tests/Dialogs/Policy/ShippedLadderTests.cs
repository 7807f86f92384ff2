using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Policy;

/// <summary>Every category that is shipped leads somewhere: to an offer that the bot may make, or to a person.</summary>
public sealed class ShippedLadderTests
{
    public static TheoryData<string, string> WarmCategories()
    {
        var rows = new TheoryData<string, string>();
        foreach (var playbook in Given.Shipped.All.Where(playbook => playbook.Manner == Manner.Warm))
            foreach (var category in playbook.Categories.Keys) rows.Add(playbook.Id, category);
        return rows;
    }

    [Theory]
    [MemberData(nameof(WarmCategories))]
    public void With_the_needed_facts_there_is_an_offer_or_a_person(string playbookId, string categoryId)
    {
        var playbook = Given.Shipped[playbookId];
        var category = playbook.Categories[categoryId];
        if (IsAPersons(playbook, category)) return;

        var complaint = Known(playbook, category);
        var (cause, _) = CausePolicy.Judge(playbook, complaint, complaint.Head!);
        complaint.Head!.Cause = cause;

        var proposal = RemedyPolicy.Next(playbook, complaint, default, null);
        Assert.True(proposal is RemedyProposal.Ladder or RemedyProposal.Explain, $"{playbookId}/{categoryId}: nothing to offer for '{cause.Id()}'.");
        Assert.True(RemedyPolicy.HasRemedyAtHand(playbook, complaint, category, default, null));
    }

    [Theory]
    [MemberData(nameof(WarmCategories))]
    public void Whatever_the_cause_turns_out_to_be_nothing_is_offered_above_authority(string playbookId, string categoryId)
    {
        var playbook = Given.Shipped[playbookId];
        foreach (var cause in Enum.GetValues<Cause>())
            foreach (var refused in new[] { -1, 0, 1 })
            {
                var complaint = Known(playbook, playbook.Categories[categoryId]);
                complaint.Head!.Cause = cause;
                if (refused >= 0) complaint.WithOffer(refused, RemedyState.Declined);
                if (RemedyPolicy.Next(playbook, complaint, default, null) is not RemedyProposal.Ladder ladder) continue;
                Assert.False(ladder.Best.Amount is { } amount && RemedyAuthority.Exceeds(playbook, Role.Bot, amount, ladder.Best.Currency));
                Assert.Equal(Role.Bot, ladder.Best.Rung.Grant);
                Assert.NotEqual(refused, ladder.Best.Index);
            }
    }

    [Fact]
    public void Every_warm_playbook_is_walked_through() => Assert.True(Given.Shipped.All.Count(playbook => playbook.Manner == Manner.Warm) >= 11);

    private static bool IsAPersons(Playbook playbook, Category category) =>
        category.Priority is not null || category.Severity == Severity.Major || (category.Trigger is { } trigger && playbook.Triggers[trigger].HandsOver);

    /// <summary>A case in which everything that is needed was said, in small sums and with nobody hurt.</summary>
    private static ComplaintCase Known(Playbook playbook, Category category)
    {
        var complaint = Given.Case(category.Id);
        complaint.Severity = category.Severity;
        foreach (var name in category.Needed) complaint.With(name, ValueOf(playbook.Facts[name]));
        return complaint;
    }

    private static string ValueOf(FactDefinition fact) => fact switch
    {
        { Name: "expected" } => "38",
        { Name: "injured" or "symptoms" } => "no",
        { Type: FactType.Money } => "58",
        { Type: FactType.Number } => "2",
        { Type: FactType.YesNo } => "no",
        { Type: FactType.Choice } => fact.Choices[0].Id,
        { Type: FactType.When } => "2026-11-19T16:00",
        { Type: FactType.Phone } => "13900000000",
        _ => "as said",
    };
}

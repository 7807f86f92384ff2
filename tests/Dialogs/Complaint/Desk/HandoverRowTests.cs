using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Vocabulary;
using static ComplaintBot.Dialogs.Tests.Complaint.DeskWalk;

namespace ComplaintBot.Dialogs.Tests.Complaint.Desk;

/// <summary>What other systems get wrong around a handover, as far as no test beside this one shows it already.</summary>
public sealed class HandoverRowTests
{
    public static TheoryData<string> Playbooks => [.. RealBot.Playbooks.All.Select(playbook => playbook.Id)];

    [Theory]
    [MemberData(nameof(Playbooks))]
    public void A_handoff_is_never_without_a_word_whether_somebody_is_there_or_not(string playbook)
    {
        foreach (var people in (DeskStatus[])[new(true, 1, 2), new(true, 9, 40), DeskStatus.Nobody])
        {
            var talk = new Talk(playbook) { People = people };
            talk.Say("你们太差了，我很不满意");
            talk.Say("我不跟机器人说，转人工");
            Assert.Equal(Owner.Waiting, talk.State.Owner);
            Assert.NotEmpty(talk.Last.Messages);
            Assert.NotEmpty(talk.Do(Agent, new TakeCommand()).Messages);
            Assert.NotEmpty(talk.Do(Agent, new TransferCommand(Person: Other.Id, PersonName: Other.Name, Reason: "knows it")).Messages);
            Assert.NotEmpty(talk.Do(Other, new TakeCommand()).Messages);
            Assert.NotEmpty(talk.Do(Other, new ReleaseCommand(ReleaseReason.ShiftEnd)).Messages);
        }
    }

    [Fact]
    public void A_case_that_is_reopened_is_handed_over_once_and_not_again_and_again()
    {
        var talk = CommandTests.Given("settled");
        talk.Say("昨天答应退的钱还是没到账，说话不算数", TimeSpan.FromDays(2));
        Assert.Equal(Owner.Waiting, talk.State.Owner);
        talk.Do(Agent, new TakeCommand());
        talk.Do(Agent, new HandBackCommand(Stage.Satisfaction, "钱今天到账"));
        var handovers = talk.Events.Count(entry => entry.Kind == CaseEventKind.HandedOver);

        foreach (var line in (string[])["好的，我看到了", "你们早该这样", "5", "没有了"]) talk.Say(line);

        Assert.Equal((Owner.Bot, handovers), (talk.State.Owner, talk.Events.Count(entry => entry.Kind == CaseEventKind.HandedOver)));
    }

    [Fact]
    public void What_was_asked_before_a_transfer_is_not_asked_after_it()
    {
        var talk = CommandTests.Given("bot");
        for (var line = 0; line < 3 && talk.State.Owner == Owner.Bot; line++) talk.Say(line == 0 ? "说完了" : "昨晚七点，两个人，我姓王");
        talk.Say("转人工");
        string[] before = [.. talk.Turns.SelectMany(turn => turn.Asked).Where(expects => Expects.FactOf(expects) is not null)];
        var known = talk.State.Case.Facts.Select(fact => fact.Name).ToHashSet();
        talk.Do(Agent, new TakeCommand());
        talk.Do(Agent, new TransferCommand(Person: Other.Id, PersonName: Other.Name, Reason: "knows it"));
        Assert.Empty(talk.Last.Asked);
        talk.Do(Other, new TakeCommand());
        Assert.Empty(talk.Last.Asked);
        talk.Do(Other, new HandBackCommand(Stage.Facts, "退288元"));
        talk.Say("好的");

        var after = talk.Turns.SkipWhile(turn => !turn.ByDesk).SelectMany(turn => turn.Asked);
        Assert.DoesNotContain(after, expects => before.Contains(expects) || (Expects.FactOf(expects) is { } fact && known.Contains(fact)));
        Assert.InRange(talk.Turns.Sum(turn => turn.Situations.GetValueOrDefault(Situation.CaseOpened)), 0, 1);
    }
}

using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Complaint;

/// <summary>Whatever comes in between is answered at every stage, and the open question stays open, asked again in other words.</summary>
public sealed class InterruptionTests
{
    private static readonly Dictionary<string, (string Playbook, string[] Zh, string[] En)> Ways = new()
    {
        [Expects.Vent] = ("retail", ["你好"], ["hello"]),
        [Expects.Readback] = ("telecom", ["宽带一到晚上就断，从上周开始，在新安小区"], ["The internet goes down every evening since Monday, at 12 Mill Lane"]),
        [Expects.Fact(FactNames.OrderNumber)] = ("catering", ["昨晚结账的时候多收了我们二十块"], ["I was charged 20 dollars too much on the bill last night"]),
        [Expects.Offer] = ("catering", ["红烧肉端上来是凉的"], ["The curry was cold when it reached the table"]),
        [Expects.Satisfaction] = ("catering", ["红烧肉端上来是凉的", "可以"], ["The curry was cold when it reached the table", "okay, let's do that"]),
        [Expects.AnythingElse] = ("catering", ["红烧肉端上来是凉的", "可以", "5"], ["The curry was cold when it reached the table", "okay, let's do that", "5"]),
    };

    private static readonly (Situation Answer, string Zh, string En)[] Interruptions =
    [
        (Situation.WhoAmI, "你是谁", "who are you"),
        (Situation.DeleteData, "把我的资料删掉", "delete my data"),
        (Situation.PrivacyAnswer, "我的信息会给谁看", "who can see my data"),
    ];

    public static TheoryData<string, Situation, Tongue> Cases
    {
        get
        {
            var cases = new TheoryData<string, Situation, Tongue>();
            foreach (var stage in Ways.Keys)
                foreach (var (answer, _, _) in Interruptions)
                    foreach (var tongue in new[] { Tongue.ZhHans, Tongue.En }) cases.Add(stage, answer, tongue);
            return cases;
        }
    }

    public static TheoryData<string, Tongue> Stages
    {
        get
        {
            var cases = new TheoryData<string, Tongue>();
            foreach (var stage in Ways.Keys)
                foreach (var tongue in new[] { Tongue.ZhHans, Tongue.En }) cases.Add(stage, tongue);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_comes_in_between_is_answered_and_the_open_question_is_asked_again(string stage, Situation answer, Tongue tongue)
    {
        var talk = At(stage, tongue);
        var (open, step) = (talk.State.Expects, talk.State.Stage);
        var (_, zh, en) = Interruptions.First(interruption => interruption.Answer == answer);

        var heard = talk.Say(tongue == Tongue.En ? en : zh);

        Assert.True(heard.Said(answer), talk.ToString());
        Assert.True(open == heard.State.Expects && heard.Asked.Contains(open), talk.ToString());
        Assert.True(step == heard.State.Stage && TurnEntity.Read(heard.Messages[^1], "stage") == step.Id(), talk.ToString());
        Assert.Equal(Owner.Bot, heard.State.Owner);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void A_person_is_never_traded_at_any_stage(string stage, Tongue tongue)
    {
        var talk = At(stage, tongue);

        var heard = talk.Say(tongue == Tongue.En ? "I want to talk to a person" : "转人工");

        Assert.True(heard.State.Owner == Owner.Waiting && heard.State.Handover!.Trigger == Trigger.AsksForPerson, talk.ToString());
        Assert.True(heard.Said(Situation.BringInPerson) && heard.Said(Situation.QueueNext), talk.ToString());
        Assert.Empty(heard.Asked);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void A_withdrawal_is_taken_at_any_stage_and_can_be_taken_back_with_the_number(string stage, Tongue tongue)
    {
        var talk = At(stage, tongue);
        var grievanceKnown = talk.State.Case.Heads.Count > 0;

        var withdrawn = talk.Say(tongue == Tongue.En ? "I withdraw my complaint" : "我要撤诉");

        Assert.True(withdrawn.State.Over && withdrawn.Asked.Count == 0, talk.ToString());
        Assert.Equal(grievanceKnown, withdrawn.State.Case.State == CaseState.Withdrawn);
        if (!grievanceKnown) return;
        var again = talk.Say(withdrawn.State.Case.Number!);
        Assert.True(again.Said(Situation.Reopened) && !again.State.Over && again.State.Case.State != CaseState.Withdrawn, talk.ToString());
    }

    private static Talk At(string stage, Tongue tongue)
    {
        var (playbook, zh, en) = Ways[stage];
        var talk = new Talk(playbook, tongue);
        foreach (var line in tongue == Tongue.En ? en : zh) talk.Say(line);
        Assert.True(stage == talk.State.Expects, $"The way to {stage} ends at {talk.State.Expects}.\n{talk}");
        return talk;
    }
}

using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Complaint.Desk;

/// <summary>
/// Every row of the table of triggers, spoken: who comes, how soon, and who is told. The thresholds themselves are tested in
/// <c>Policy/EscalationPolicyTests</c>, the words that are evidence in <c>Language/TriggerTests</c>.
/// </summary>
public sealed class EscalationRowTests
{
    [Theory]
    [InlineData("property", Trigger.DangerToLife, "电梯卡住了，我和孩子被困在里面，快来人")]
    [InlineData("retail", Trigger.Injury, "the shelf in your store fell and cut my arm, it is bleeding")]
    [InlineData("catering", Trigger.FoodPoisoning, "吃完你们的海鲜一家人上吐下泻，头晕，拉了一晚上肚子")]
    [InlineData("property", Trigger.FireOrGas, "厨房里有很浓的煤气味，烤箱还冒烟了")]
    public void Danger_injury_poisoning_fire_and_gas_come_now_and_the_duty_manager_is_told(string playbook, Trigger trigger, string line)
    {
        var talk = Waiting(playbook, trigger, 0, line);

        Assert.Contains("duty-manager", talk.State.Handover!.To);
        Assert.Equal((Severity.Major, Lane.Safety), (talk.State.Case.Severity, talk.State.Case.Lane));
    }

    [Theory]
    [InlineData("再不退钱我就砸了你们店，弄死你们")]
    [InlineData("Give me 5000 in cash or a bomb goes off in your shop")]
    public void A_threat_or_extortion_comes_now_and_nobody_negotiates_in_the_chat(string line)
    {
        var talk = Waiting("retail", Trigger.ThreatOrExtortion, 0, line);

        Assert.Contains("duty-manager", talk.State.Handover!.To);
        Assert.Contains("risk-control", talk.State.Handover.To);
        Assert.Empty(talk.State.Case.Offers);
        Assert.False(talk.Last.Said(Situation.Boundary));
    }

    [Theory]
    [InlineData("I'm a reporter with the Harbour Post, the checkout scandal runs on Friday", "pr")]
    [InlineData("收银多收了我三十块，再不处理我就找记者曝光你们", "supervisor")]
    public void Press_comes_first_is_taken_down_and_gets_no_statement(string line, string told)
    {
        var talk = Waiting("retail", Trigger.Press, 1, line);

        Assert.Contains(told, talk.State.Handover!.To);
        Assert.Equal(Severity.Major, talk.State.Case.Severity);
        Assert.True(talk.Last.Said(Situation.PressTakenDown), talk.ToString());
    }

    [Theory]
    [InlineData("收银多收了我三十块，我已经找了律师，律师函发出去了", 1)]
    [InlineData("收银多收了我三十块，不退我就找律师起诉你们", 2)]
    public void A_lawyer_who_is_there_comes_before_one_who_is_announced(string line, int priority)
    {
        var talk = Waiting("retail", Trigger.Lawyer, priority, line);

        Assert.Contains("legal", talk.State.Handover!.To);
        Assert.Contains("supervisor", talk.State.Handover.To);
        Assert.False(talk.Last.Said(Situation.FaultAdmitted));
    }

    [Theory]
    [InlineData("你们店员骂我还推我，我已经报警了", 1)]
    [InlineData("你们店员骂我，再这样我就报警", 2)]
    public void Police_who_were_called_come_before_police_who_are_announced(string line, int priority)
    {
        var talk = Waiting("retail", Trigger.Police, priority, line);

        Assert.Contains("supervisor", talk.State.Handover!.To);
        Assert.Contains("risk-control", talk.State.Handover.To);
    }

    [Theory]
    [InlineData(Trigger.ConsumerAssociation, "收银多收了我三十块，不解决我就打12315", "12315已经受理了我的投诉，编号都给我了")]
    [InlineData(Trigger.Regulator, "收银多收了我三十块，不处理我就去市场监管局举报", "我已经向市场监管局举报了")]
    public void Whoever_announces_an_authority_is_helped_on_and_told_that_the_way_is_open(Trigger trigger, string announced, string done)
    {
        var talk = new Talk("retail");
        talk.Say(announced);
        Assert.Equal((Owner.Bot, Severity.Important), (talk.State.Owner, talk.State.Case.Severity));
        Assert.True(talk.Last.Said(Situation.AuthorityRightRespected), talk.ToString());
        Assert.Equal(2, talk.State.Case.Priority);

        talk.Say(done);
        Assert.Equal((Owner.Waiting, 1), (talk.State.Owner, talk.State.Case.Priority));
        Assert.Contains("supervisor", talk.State.Handover!.To);
        Assert.Equal(["no", "yes"], talk.Events.Where(entry => entry.Kind == CaseEventKind.TriggerFired && entry.Data["trigger"] == trigger.Id()).Select(entry => entry.Data["hands-over"]));
    }

    [Fact]
    public void A_group_is_heard_and_nobody_is_discouraged()
    {
        var talk = Waiting("property", Trigger.GroupAction, 1, "我们二十多个业主已经联名投诉了，电梯一直坏");

        Assert.Contains("supervisor", talk.State.Handover!.To);
        Assert.True(talk.Last.Said(Situation.GroupNoted), talk.ToString());
    }

    [Fact]
    public void A_statutory_claim_goes_to_an_agent_with_the_article()
    {
        var talk = Waiting("retail", Trigger.StatutoryClaim, 2, "你们卖的牛奶过期了，按规定得假一赔十，退一赔三");
        var reading = new DeskReading(talk.State, talk.Playbook, RealBot.Book, Tongue.ZhHans, Role.Agent, talk.Now);

        Assert.NotEmpty(ChatBrief.Of(reading).Law);
    }

    [Fact]
    public void A_demand_above_the_agents_authority_goes_to_the_supervisor()
    {
        var talk = Waiting("retail", Trigger.OverAuthority, 2, "你们的柜子把我家地板刮花了，赔我五十万损失");

        Assert.Contains("supervisor", talk.State.Handover!.To);
        Assert.Equal(DeskRefusal.NotAllowed, Try(talk, Role.Agent, 500_000)?.Code);
    }

    [Fact]
    public void What_is_major_comes_first_and_the_manager_is_told()
    {
        var talk = new Talk("vehicle");
        talk.Say("同一个故障灯，变速箱修了四次了，回回说好了，开不出三天老样子");
        if (talk.State.Owner == Owner.Bot) talk.Say("转人工");

        Assert.True((talk.State.Owner, talk.State.Case.Severity) == (Owner.Waiting, Severity.Major), $"{talk.State.Case.Severity}\n{talk}");
        Assert.Equal(1, talk.State.Case.Priority);
        Assert.Contains("manager", talk.State.Handover!.To);
    }

    [Theory]
    [InlineData("I want to talk to a real person")]
    [InlineData("转人工客服")]
    public void Whoever_asks_for_a_person_gets_one_the_first_time(string line) =>
        Assert.Equal(["agent"], Waiting("retail", Trigger.AsksForPerson, 2, "收银多收了我三十块", line).State.Handover!.To);

    [Fact]
    public void Whoever_asks_for_a_superior_gets_a_person_the_second_time()
    {
        var talk = new Talk("retail");
        talk.Say("收银多收了我三十块");
        talk.Say("叫你们经理来");
        Assert.Equal(Owner.Bot, talk.State.Owner);
        talk.Say("我说了，叫你们经理来");
        Assert.Equal((Owner.Waiting, Trigger.AsksForPerson), (talk.State.Owner, talk.State.Handover!.Trigger));
    }

    [Fact]
    public void Whoever_is_furious_twice_is_handed_over_and_is_offered_a_person_before()
    {
        var talk = new Talk("retail");
        talk.Say("骗子！！！全是骗子！！！气死我了！！！退钱！！！");
        Assert.Equal(Owner.Bot, talk.State.Owner);
        talk.Say("你们这群骗子！！！气死我了！！！马上给我退钱！！！");
        Assert.Equal((Owner.Waiting, Trigger.Furious, 2), (talk.State.Owner, talk.State.Handover!.Trigger, talk.State.Case.Priority));
    }

    [Fact]
    public void A_remedy_that_is_refused_twice_is_a_persons_matter()
    {
        var talk = new Talk("catering");
        talk.Say("昨晚在城东店吃的水煮鱼是馊的，288块，太差了");
        for (var line = 0; line < 12 && talk.State.Owner == Owner.Bot; line++) talk.Say(talk.State.Expects == Expects.Offer ? "不行，我不接受" : line == 0 ? "说完了" : "不知道");

        Assert.Equal((Owner.Waiting, Trigger.RemedyRefused, 2), (talk.State.Owner, talk.State.Handover?.Trigger, talk.State.Case.Priority));
    }

    [Fact]
    public void Who_comes_back_with_a_matter_and_insists_gets_a_person()
    {
        var talk = new Talk("retail");
        talk.Say("我上个月就投诉过这台冰箱了，又坏了");
        if (talk.State.Owner == Owner.Bot) talk.Say("同一个毛病我已经投诉过两次了，又坏了");

        Assert.Equal((Owner.Waiting, Trigger.RepeatComplaint), (talk.State.Owner, talk.State.Handover!.Trigger));
        Assert.InRange(talk.State.Case.Priority, 0, 2);
    }

    [Fact]
    public void Who_was_promised_something_that_was_not_kept_and_insists_gets_a_person() =>
        Waiting("catering", Trigger.PastClock, 2, "上次答应昨天给我退钱，到现在都没退", "说好昨天退的，到现在还没退");

    [Fact]
    public void Whom_the_bot_does_not_understand_twice_gets_a_person() => Waiting("catering", Trigger.NotUnderstood, 3, "红烧肉端上来是凉的", "哐当哐当", "天地玄黄");

    [Theory]
    [InlineData("收银多收了我三十块", 2)]
    [InlineData("我八十岁了，腿脚不好，收银多收了我三十块", 1)]
    public void A_vulnerable_customer_comes_one_higher(string line, int priority)
    {
        var talk = new Talk("retail");
        talk.Say(line);
        talk.Say("转人工客服");

        Assert.Equal((Owner.Waiting, priority), (talk.State.Owner, talk.State.Case.Priority));
    }

    [Theory]
    [InlineData("我是律师事务所的客户，收银多收了我三十块")]
    [InlineData("the police station is next to your shop, and you charged me thirty too much")]
    public void A_word_that_is_only_mentioned_calls_nobody(string line)
    {
        var talk = new Talk("retail");
        talk.Say(line);

        Assert.Equal(Owner.Bot, talk.State.Owner);
        Assert.DoesNotContain(talk.Events, entry => entry.Kind == CaseEventKind.TriggerFired);
    }

    /// <summary>A talk that ends with a chat that waits because of a trigger; what fired is on the timeline, with the words behind it.</summary>
    private static Talk Waiting(string playbook, Trigger trigger, int priority, params string[] lines)
    {
        var talk = new Talk(playbook, lines[0][0] < 128 ? Tongue.En : Tongue.ZhHans);
        foreach (var line in lines) talk.Say(line);
        var fired = Fired(talk, trigger);
        Assert.True((talk.State.Owner, talk.State.Handover?.Trigger, talk.State.Case.Priority) == (Owner.Waiting, trigger, priority), $"{talk.State.Owner} {talk.State.Handover?.Trigger} {talk.State.Case.Priority}\n{talk}");
        Assert.Equal("yes", fired.Data["hands-over"]);
        return talk;
    }

    private static CaseEvent Fired(Talk talk, Trigger trigger)
    {
        var fired = talk.Events.FirstOrDefault(entry => entry.Kind == CaseEventKind.TriggerFired && entry.Data["trigger"] == trigger.Id());
        Assert.True(fired is not null, $"{trigger} did not fire.\n{string.Join('\n', talk.Events.Where(entry => entry.Kind == CaseEventKind.TriggerFired).Select(entry => entry.Data["trigger"]))}\n{talk}");
        return fired;
    }

    private static DeskRefusal? Try(Talk talk, Role role, decimal amount)
    {
        var person = new DeskPerson("x", "Wang", role);
        talk.Do(person, new TakeCommand());
        return talk.Try(person, new OfferCommand(RemedyKind.Refund, "退款", amount));
    }
}

namespace ComplaintBot.Dialogs.Tests.Language.Facts;

public sealed class ClauseFactTests
{
    [Theory]
    [InlineData("玻璃把手指划破了", "把手指划破了")]
    [InlineData("汤洒下来烫伤了胳膊", "烫伤了胳膊")]
    [InlineData("臉上起疹子", "臉上起疹子")]
    [InlineData("it cut my thumb", "cut my thumb")]
    [InlineData("my lip is bleeding", "my lip is bleeding")]
    public void An_injury_is_told_in_its_words(string message, string words) => Assert.Equal(words, FactsOf.Words(message, "injured"));

    [Theory]
    [InlineData("好在没人受伤")]
    [InlineData("还好人没事")]
    [InlineData("nobody was hurt")]
    public void That_nobody_is_hurt_is_an_answer(string message) => Assert.Equal("no", FactsOf.Value(message, "injured"));

    [Theory]
    [InlineData("差点烫伤")]
    [InlineData("手机屏幕摔破了")]
    [InlineData("会不会割破手")]
    [InlineData("伤心透了")]
    [InlineData("I'm sick of this")]
    [InlineData("售货机吐了卡")]
    public void No_body_came_to_harm(string message)
    {
        Assert.Null(FactsOf.Value(message, "injured"));
        Assert.Null(FactsOf.Value(message, "symptoms"));
    }

    [Theory]
    [InlineData("吃完就拉肚子、头晕", "拉肚子、头晕")]
    [InlineData("孩子吐了三次", "吐了")]
    [InlineData("my kids were vomiting all night", "vomiting")]
    [InlineData("he had cramps and diarrhoea", "cramps and diarrhoea")]
    public void Symptoms_are_told_in_their_words(string message, string words) => Assert.Equal(words, FactsOf.Words(message, "symptoms"));

    [Fact]
    public void Whose_body_it_was_is_one_person() => Assert.Equal(("我女儿", "1"), FactsOf.Read("我女儿吃完拉肚子").Where(mention => mention.Name == "people_affected").Select(mention => (mention.Text, mention.Value)).Single());

    [Theory]
    [InlineData("鞋底开胶，我要求换货", "我要求换货")]
    [InlineData("把多扣的钱退给我", "把多扣的钱退给我")]
    [InlineData("给我重做一份，不然我去告", "给我重做一份")]
    [InlineData("I'd like a refund please", "I'd like a refund")]
    [InlineData("broken again. I want a new one.", "I want a new one")]
    [InlineData("给修好就行", "给修好就行")]
    public void A_demand_is_the_clause_that_makes_it(string message, string words) => Assert.Equal(words, FactsOf.Words(message, "wants"));

    [Theory]
    [InlineData("我要投诉")]
    [InlineData("退款什么时候到账")]
    [InlineData("你们不退货")]
    [InlineData("I want to complain")]
    public void Not_every_wish_is_a_demand(string message) => Assert.Null(FactsOf.Value(message, "wants"));

    [Theory]
    [InlineData("打了八次电话没人接", "打了八次")]
    [InlineData("我都跑了四趟了", "跑了四趟")]
    [InlineData("第三次投诉了", "第三次投诉")]
    [InlineData("called twice already", "called twice")]
    [InlineData("this is my 5th email", "my 5th email")]
    public void Earlier_contact_is_told_with_its_count(string message, string words) => Assert.Contains(words, FactsOf.Words(message, "earlier_contact")!, StringComparison.Ordinal);

    [Fact]
    public void A_first_contact_is_no_earlier_one() => Assert.Equal("no", FactsOf.Value("没有，头一回", "earlier_contact", "earlier_contact"));

    [Theory]
    [InlineData("我有照片", "yes")]
    [InlineData("小票还在", "yes")]
    [InlineData("I still have the receipt", "yes")]
    [InlineData("I took a photo", "yes")]
    public void Evidence_is_there(string message, string value) => Assert.Equal(value, FactsOf.Value(message, "evidence"));

    [Theory]
    [InlineData("没有照片", "no")]
    [InlineData("没有", "no")]
    [InlineData("有的", "yes")]
    [InlineData("No photo, sorry", "no")]
    public void Evidence_that_was_asked_for_is_yes_or_no(string message, string value) => Assert.Equal(value, FactsOf.Value(message, "evidence", "evidence"));

    [Theory]
    [InlineData("It is still in the box", "yes")]
    [InlineData("it isn't there any more", "no")]
    [InlineData("在的，放冰箱里了", "yes")]
    [InlineData("扔掉了", null)]
    public void A_yes_or_no_fact_that_was_asked_for_may_be_answered_in_a_sentence(string message, string? value) => Assert.Equal(value, FactsOf.Value(message, "remains_kept", "remains_kept"));

    [Theory]
    [InlineData("东西还留着", "yes")]
    [InlineData("没还留着", "no")]
    public void A_cue_answers_a_yes_or_no_fact(string message, string value) => Assert.Equal(value, FactsOf.Value(message, "remains_kept"));

    [Theory]
    [InlineData("店里吃的", null, "dine-in")]
    [InlineData("点的外卖", null, "takeaway")]
    [InlineData("It was delivered", "dine_in_or_takeaway", "takeaway")]
    public void A_choice_is_its_identifier(string message, string? expected, string value) => Assert.Equal(value, FactsOf.Value(message, "dine_in_or_takeaway", expected));

    [Theory]
    [InlineData("点的麻辣豆腐太咸", "麻辣豆腐")]
    [InlineData("the lamb curry was cold", "lamb curry")]
    [InlineData("你们前面那桌", null)]
    public void A_dish_is_its_cue_with_what_belongs_to_it(string message, string? dish) => Assert.Equal(dish, FactsOf.Value(message, "dish"));

    [Theory]
    [InlineData("沙拉吃出玻璃了", "玻璃")]
    [InlineData("汤里喝出铁丝", "铁丝")]
    [InlineData("粥里面玻璃扎嘴", "玻璃")]
    [InlineData("青菜上一条大青虫", "大青虫")]
    public void How_a_thing_came_to_light_is_no_part_of_it(string message, string thing) => Assert.Equal(thing, FactsOf.Value(message, "object"));

    [Fact]
    public void The_answer_to_another_question_places_no_event()
    {
        var found = FactsOf.Read("9月2号和10月8号", "workshop_dates");
        Assert.Equal("workshop_dates", Assert.Single(found).Name);
    }

    [Theory]
    [InlineData("不知道", "who")]
    [InlineData("这个我记不清了", "happened_at")]
    [InlineData("I don't know", "place")]
    [InlineData("can't find it", "order_number")]
    [InlineData("不想说", "name")]
    public void Who_does_not_know_says_nothing(string message, string expected) => Assert.Empty(FactsOf.Read(message, expected));

    [Fact]
    public void Who_knows_one_part_says_that_part() => Assert.Equal("短头发那个", FactsOf.Value("名字不清楚，短头发那个", "who", "who"));
}

using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Language;

public sealed class IntentTests
{
    [Theory]
    [InlineData("蛋糕送来的时候已经塌了", Intent.Complain)]
    [InlineData("nobody answers the phone at your shop", Intent.Complain)]
    [InlineData("转人工", Intent.AskPerson)]
    [InlineData("我要跟真人说话", Intent.AskPerson)]
    [InlineData("let me talk to a human", Intent.AskPerson)]
    [InlineData("叫你们店长出来", Intent.AskManager)]
    [InlineData("我要见你们经理", Intent.AskManager)]
    [InlineData("get me your supervisor", Intent.AskManager)]
    [InlineData("我上周那个投诉处理到哪一步了", Intent.AskStatus)]
    [InlineData("any update on my complaint?", Intent.AskStatus)]
    [InlineData("我的投诉撤了吧，问题自己好了", Intent.Withdraw)]
    [InlineData("please cancel my complaint", Intent.Withdraw)]
    [InlineData("算了，说了也没用", Intent.GiveUp)]
    [InlineData("forget it, what's the point", Intent.GiveUp)]
    [InlineData("说好今天上午回电话的，到现在没人联系我", Intent.PromiseNotKept)]
    [InlineData("you promised to call me back yesterday and nobody did", Intent.PromiseNotKept)]
    [InlineData("你是机器人吗", Intent.WhoAreYou)]
    [InlineData("am I talking to a bot?", Intent.WhoAreYou)]
    [InlineData("我们的聊天记录会保存多久", Intent.Privacy)]
    [InlineData("who can see my data?", Intent.Privacy)]
    [InlineData("把我的个人信息都删掉", Intent.DeleteData)]
    [InlineData("please delete my data", Intent.DeleteData)]
    [InlineData("可以说英语吗", Intent.ChangeLanguage)]
    [InlineData("can we switch to Chinese", Intent.ChangeLanguage)]
    [InlineData("不好意思我找错店了", Intent.WrongCompany)]
    [InlineData("sorry, wrong company", Intent.WrongCompany)]
    [InlineData("谢谢你帮我", Intent.Thanks)]
    [InlineData("在吗", Intent.Smalltalk)]
    [InlineData("hello", Intent.Smalltalk)]
    [InlineData("我再补充一下照片", Intent.AddToCase)]
    [InlineData("周末营业到几点", Intent.Other)]
    public void What_the_customer_does_is_recognised(string text, Intent intent) => Assert.True(Read.Message(text).Has(intent), Read.Intents(text));

    [Theory]
    [InlineData("每次来都让我等领导", Intent.AskManager)]
    [InlineData("昨天经理说会赔的", Intent.AskManager)]
    [InlineData("the manager told me to leave", Intent.AskManager)]
    [InlineData("人工费收了两百", Intent.AskPerson)]
    [InlineData("转人工转了半天没人接", Intent.AskPerson)]
    [InlineData("这事没那么容易算了", Intent.GiveUp)]
    [InlineData("我不会撤诉的", Intent.Withdraw)]
    [InlineData("你们发错货了", Intent.WrongCompany)]
    [InlineData("说是现烤，其实是昨天的", Intent.Correct)]
    [InlineData("很好吃，谢谢", Intent.Complain)]
    [InlineData("蛋糕没塌，很完美", Intent.Complain)]
    [InlineData("no complaints, everything was fine", Intent.Complain)]
    public void A_word_alone_is_no_intent(string text, Intent intent) => Assert.False(Read.Message(text).Has(intent), Read.Intents(text));

    [Fact]
    public void A_second_complaint_is_heard_after_the_first()
    {
        var read = Read.Message("对了，另外你们还多收了我钱", "anything-else");
        Assert.True(read.Has(Intent.SecondComplaint));
        Assert.True(read.Has(Intent.Complain));
    }

    [Fact]
    public void Giving_a_fact_is_an_intent_exactly_where_a_fact_was_given()
    {
        foreach (var text in (string[])["我的电话是13800001111", "蛋糕塌了", "好的", "email me at kim@example.org", "hello"])
        {
            var read = Read.Message(text);
            Assert.Equal(read.Facts.Count > 0, read.Has(Intent.GiveFact));
        }
    }
}

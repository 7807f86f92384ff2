namespace ComplaintBot.Dialogs.Tests.Language.Facts;

public sealed class MoneyAndCountTests
{
    [Theory]
    [InlineData("多收了我27.4", "27.4", null)]
    [InlineData("收了48块6", "48.6", "CNY")]
    [InlineData("收了三块五", "3.5", "CNY")]
    [InlineData("扣了五毛", "0.5", "CNY")]
    [InlineData("花了三百二", "320", null)]
    [InlineData("花了一百二十块钱", "120", "CNY")]
    [InlineData("赔我1.2万", "12000", null)]
    [InlineData("多收了十来块", "10", "CNY")]
    [InlineData("损失一万六", "16000", null)]
    [InlineData("三天一共一万八", "18000", null)]
    [InlineData("交了三千多押金", "3000", null)]
    [InlineData("收了￥１２８．５", "128.5", "CNY")]
    [InlineData("扣了2万5的定金", "25000", null)]
    [InlineData("花了二点五万", "25000", null)]
    [InlineData("被扣了港币300", "300", "HKD")]
    [InlineData("they charged me $1,250.00", "1250", "USD")]
    [InlineData("billed 45 twice", "45", null)]
    [InlineData("a 9.50 handling fee", "9.5", null)]
    [InlineData("paid a hundred and twenty bucks", "120", "USD")]
    [InlineData("refund my £30", "30", "GBP")]
    [InlineData("cost me 20 euros", "20", "EUR")]
    [InlineData("I want 2 million in damages", "2000000", null)]
    [InlineData("扣的不是45，是54", "54", null)]
    public void A_sum_has_its_value_and_its_currency(string message, string value, string? unit)
    {
        var mention = Assert.Single(FactsOf.Read(message), mention => mention.Name == "amount");
        Assert.Equal((value, unit), (mention.Value, mention.Unit));
    }

    [Theory]
    [InlineData("打了3次电话")]
    [InlineData("玻璃碎成三块")]
    [InlineData("等了45分钟")]
    [InlineData("买了两件衣服")]
    [InlineData("一共来了4个人")]
    [InlineData("waited 45 minutes")]
    [InlineData("ordered 3 items and got 2")]
    [InlineData("一了百了算了")]
    public void What_counts_something_else_is_no_sum(string message) => Assert.Null(FactsOf.Value(message, "amount"));

    [Theory]
    [InlineData("收了88，价签上写的是66", "88", "66")]
    [InlineData("结账付了410元，菜单明明标的是360元", "410", "360")]
    [InlineData("I was charged 30 instead of 18", "30", "18")]
    [InlineData("paid $50, the tag said $35", "50", "35")]
    public void What_was_charged_and_what_was_due_are_told_apart(string message, string charged, string due)
    {
        Assert.Equal(charged, FactsOf.Value(message, "charged"));
        Assert.Equal(due, FactsOf.Value(message, "expected"));
        Assert.Equal(charged, FactsOf.Value(message, "amount"));
    }

    [Theory]
    [InlineData("四十五", "amount", "45")]
    [InlineData("20", "expected", "20")]
    [InlineData("三件，值八百多", "amount", "800")]
    [InlineData("about fifty", "loss", "50")]
    [InlineData("三次加起来一共九十", "loss", "90")]
    public void A_bare_number_answers_a_question_about_money(string message, string expected, string value) => Assert.Equal(value, FactsOf.Value(message, expected, expected));

    [Theory]
    [InlineData("我们五个人都吃了", "people_affected", "5")]
    [InlineData("就我自己", "people_affected", "1")]
    [InlineData("My sister and I both got ill", "people_affected", "2")]
    [InlineData("it was the two of us", "people_affected", "2")]
    [InlineData("我们俩都吃了", "people_affected", "2")]
    [InlineData("整栋楼都没网", "people_affected", "整栋楼")]
    [InlineData("all 6 of us", "people_affected", "6")]
    [InlineData("我们订了十二个人的包间", "party_size", "12")]
    [InlineData("we had a table for six", "party_size", "6")]
    [InlineData("同一个毛病修了三回", "times_returned", "3")]
    [InlineData("it was repaired 3 times", "times_returned", "3")]
    public void Counts_are_numbers(string message, string fact, string value) => Assert.Equal(value, FactsOf.Value(message, fact));

    [Theory]
    [InlineData("我一个人在家")]
    [InlineData("卡的后四位是")]
    [InlineData("one of them is missing")]
    public void Nobody_is_counted_where_nobody_is_affected(string message) => Assert.Null(FactsOf.Value(message, "people_affected"));

    [Theory]
    [InlineData("七位", "party_size", "7")]
    [InlineData("Six", "party_size", "6")]
    [InlineData("俩", "people_affected", "2")]
    [InlineData("十几次", "times_returned", "10")]
    public void A_number_answers_a_question_about_a_count(string message, string expected, string value) => Assert.Equal(value, FactsOf.Value(message, expected, expected));
}

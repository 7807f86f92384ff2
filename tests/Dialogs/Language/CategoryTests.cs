using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Language;

public sealed class CategoryTests
{
    [Theory]
    [InlineData("蛋糕上面的奶油有股酸味", "cake")]
    [InlineData("吐司中间长了绿毛，是发霉的", "bread")]
    [InlineData("收银员多收了我十块钱", "money")]
    [InlineData("吐司裡面發霉", "bread")]
    [InlineData("my birthday cake had the wrong name written on it", "cake")]
    [InlineData("the bread is stale", "bread")]
    [InlineData("I was charged twice at the till", "money")]
    public void A_business_needs_nothing_but_examples(string text, string category)
    {
        var read = Read.Message(text);
        Assert.Equal(category, read.Category);
        Assert.Equal("bakery", read.Playbook);
        Assert.InRange(read.Confidence, 0.01, 1);
    }

    [Theory]
    [InlineData("请问几点开门")]
    [InlineData("很好吃，谢谢")]
    [InlineData("好")]
    [InlineData("who are you?")]
    public void Without_a_complaint_there_is_no_category(string text)
    {
        var read = Read.Message(text);
        Assert.Null(read.Category);
        Assert.Empty(read.Heads);
        Assert.Equal(0, read.Confidence);
    }

    [Fact]
    public void A_category_that_is_a_trigger_is_chosen_by_its_evidence()
    {
        Assert.Equal("hurt", Read.Message("面包里有铁片，把我的牙硌断了").Category);
        Assert.NotEqual("hurt", Read.Message("面包里有硬块").Category);
    }

    [Fact]
    public void Two_matters_in_one_message_are_two_heads()
    {
        var read = Read.Message("蛋糕的奶油是酸的，另外付款还扣了我两次");

        Assert.Equal(["money", "cake"], read.Heads.Select(head => head.Category));
        Assert.Equal("money", read.Category);
        Assert.All(read.Heads, head => Assert.Contains(head.Words, read.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Danger_to_health_comes_before_money()
    {
        var read = Read.Message("多收了我八块钱。还有，咬到一块金属片，牙崩了");
        Assert.Equal("hurt", read.Heads[0].Category);
    }

    [Theory]
    [InlineData("刘海给我剪秃了一块，两边不一样长", "hairdresser", "cut")]
    [InlineData("the cake collapsed before we cut it", "bakery", "cake")]
    public void Among_several_playbooks_the_right_one_is_chosen(string text, string playbook, string category)
    {
        var read = Read.Message(text, null, null, TestPlaybooks.Bakery, TestPlaybooks.Hairdresser);
        Assert.Equal(playbook, read.Playbook);
        Assert.Equal(category, read.Category);
    }

    [Fact]
    public void Among_several_playbooks_a_greeting_chooses_none() =>
        Assert.Null(Read.Message("hello", null, null, TestPlaybooks.Bakery, TestPlaybooks.Hairdresser).Playbook);

    [Fact]
    public void What_was_learned_from_a_playbook_is_kept_by_its_fingerprint()
    {
        var other = TestPlaybooks.Bakery with { Fingerprint = "other", Categories = TestPlaybooks.Hairdresser.Categories };
        Assert.Equal("bread", Read.Message("吐司发霉了").Category);
        Assert.Equal("cut", Read.Message("刘海剪得太短", null, Tongue.ZhHans, other).Category);
    }
}

using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Language;

public sealed class ToneTests
{
    [Theory]
    [InlineData("面包又香又软，老板人也好，下次还来", Sentiment.Positive)]
    [InlineData("lovely staff and the croissants were perfect", Sentiment.Positive)]
    [InlineData("真的不错，推荐", Sentiment.Positive)]
    [InlineData("味道不差，挺满意", Sentiment.Positive)]
    [InlineData("蛋糕是馊的，太恶心了", Sentiment.Negative)]
    [InlineData("没想到这么差", Sentiment.Negative)]
    [InlineData("一点也不好吃", Sentiment.Negative)]
    [InlineData("not good at all, and never again", Sentiment.Negative)]
    [InlineData("the loaf was mouldy", Sentiment.Negative)]
    [InlineData("蛋糕很好吃，但是服务员态度恶劣", Sentiment.Mixed)]
    [InlineData("the cake was delicious but the waiter was rude", Sentiment.Mixed)]
    [InlineData("请问周日几点关门", Sentiment.Neutral)]
    [InlineData("do you deliver on Sundays?", Sentiment.Neutral)]
    [InlineData("昨天下午三点", Sentiment.Neutral)]
    public void The_tone_of_the_whole_message_is_told(string text, Sentiment expected) =>
        Assert.Equal(expected, Read.Message(text).Sentiment);

    [Fact]
    public void The_shares_sum_to_one_and_lean_to_the_tone()
    {
        foreach (var text in (string[])["太难吃了", "很好吃", "好吃但是太慢", "在吗", ""])
        {
            var scores = Read.Message(text).Scores;
            Assert.Equal(1, scores.Positive + scores.Neutral + scores.Negative + scores.Mixed, 6);
        }
        Assert.True(Read.Message("太难吃了").Scores.Negative > Read.Message("很好吃").Scores.Negative);
    }

    [Theory]
    [InlineData("麻烦查一下我的蛋糕做好了没", 0)]
    [InlineData("could you tell me when my cake is ready", 0)]
    [InlineData("谢谢，很好", 0)]
    [InlineData("吐司里有一根头发", 1)]
    [InlineData("there was a hair in the bread", 1)]
    [InlineData("排了四十分钟的队，无语", 2)]
    [InlineData("面包太难吃了", 2)]
    [InlineData("honestly this is ridiculous, an hour for one coffee", 2)]
    [InlineData("凭什么扣我的钱！！！必须给我退！！！", 3)]
    [InlineData("骗子！！！你们全是骗子！！！还钱！！！", 4)]
    [InlineData("YOU ARE ALL THIEVES!!! GIVE ME BACK MY MONEY NOW!!! LIARS!!!", 4)]
    public void Anger_follows_the_heat_of_the_words(string text, int expected) => Assert.Equal(expected, Read.Message(text).Anger);

    [Fact]
    public void Danger_told_calmly_stays_calm() => Assert.InRange(Read.Message("电梯停在四楼和五楼之间，我们三个人在里面").Anger, 0, 1);

    [Theory]
    [InlineData("你们这群骗子", MessageFlag.Insult)]
    [InlineData("what a bunch of idiots", MessageFlag.Insult)]
    [InlineData("你给我等着瞧", MessageFlag.Threat)]
    [InlineData("watch your back", MessageFlag.Threat)]
    [InlineData("说了也没用，我已经不指望了", MessageFlag.Despair)]
    [InlineData("I've given up, nobody cares", MessageFlag.Despair)]
    [InlineData("棒棒哒，等了三个小时等来一个空盒子", MessageFlag.Sarcasm)]
    [InlineData("oh great, another hour on hold", MessageFlag.Sarcasm)]
    public void Flags_are_raised(string text, MessageFlag flag) => Assert.Contains(flag, Read.Message(text).Flags);

    [Theory]
    [InlineData("这破烤箱又坏了", MessageFlag.Insult)]
    [InlineData("有骗子冒充你们给我打电话", MessageFlag.Insult)]
    [InlineData("我会打12315", MessageFlag.Threat)]
    [InlineData("电池炸了", MessageFlag.Threat)]
    [InlineData("好吃到哭", MessageFlag.Despair)]
    [InlineData("谢谢你们，点赞", MessageFlag.Sarcasm)]
    [InlineData("great job, thank you", MessageFlag.Sarcasm)]
    public void Flags_are_not_raised_by_a_word_alone(string text, MessageFlag flag) => Assert.DoesNotContain(flag, Read.Message(text).Flags);
}

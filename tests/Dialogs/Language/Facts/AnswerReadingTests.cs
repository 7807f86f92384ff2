using ComplaintBot.Dialogs.Language.Facts;
using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Language.Facts;

public sealed class AnswerReadingTests
{
    [Theory]
    [InlineData("对", true)]
    [InlineData("是的，就这样", true)]
    [InlineData("嗯", true)]
    [InlineData("没错", true)]
    [InlineData("对的对的", true)]
    [InlineData("好像是吧", true)]
    [InlineData("對，沒錯", true)]
    [InlineData("会，而且很响", true)]
    [InlineData("不是", false)]
    [InlineData("没有", false)]
    [InlineData("不对，是两次", false)]
    [InlineData("還沒", false)]
    [InlineData("Yes, exactly so", true)]
    [InlineData("yeah", true)]
    [InlineData("Correct.", true)]
    [InlineData("nope", false)]
    [InlineData("not really", false)]
    [InlineData("No, it was two", false)]
    [InlineData("没有了", null)]
    [InlineData("没有了，谢谢", null)]
    [InlineData("no thanks", null)]
    [InlineData("No, that's all", null)]
    [InlineData("好几次了", null)]
    [InlineData("需要我寄回去吗", null)]
    [InlineData("有效期到下月", null)]
    [InlineData("I am waiting at the desk", null)]
    [InlineData("I am", true)]
    [InlineData("没问题了，多谢", null)]
    [InlineData("嗯好吧，那算了", false)]
    [InlineData("sounds good", true)]
    [InlineData("对面那家", null)]
    [InlineData("插头是插着的", null)]
    [InlineData("", null)]
    public void Yes_and_no_come_in_degrees(string message, bool? answer) => Assert.Equal(answer, AnswerReading.YesNo(NormalizedText.From(message), Tongue.ZhHans));

    [Theory]
    [InlineData("5", 5)]
    [InlineData("5分", 5)]
    [InlineData("四分吧", 4)]
    [InlineData("５", 5)]
    [InlineData("3/5", 3)]
    [InlineData("2 out of 5", 2)]
    [InlineData("满分", 5)]
    [InlineData("挺好，5分", 5)]
    [InlineData("4 stars", 4)]
    [InlineData("five", 5)]
    [InlineData("6分", null)]
    [InlineData("5分钟", null)]
    [InlineData("等了3天", null)]
    [InlineData("10", null)]
    [InlineData("1.5", null)]
    [InlineData("好", null)]
    public void A_score_is_only_what_plainly_is_one(string message, int? score) => Assert.Equal(score, AnswerReading.Score(NormalizedText.From(message)));

    [Theory]
    [InlineData("不知道", true)]
    [InlineData("这个我不清楚啊", true)]
    [InlineData("忘了", true)]
    [InlineData("No idea", true)]
    [InlineData("I can't remember", true)]
    [InlineData("跳过", true)]
    [InlineData("名字不清楚，短头发那个", false)]
    [InlineData("昨天", false)]
    [InlineData("13912345678", false)]
    public void A_refusal_to_say_is_known(string message, bool declined) => Assert.Equal(declined, AnswerReading.IsDecline(NormalizedText.From(message), Tongue.ZhHans));

    [Theory]
    [InlineData("呃……", true)]
    [InlineData("um, well", true)]
    [InlineData("！！！", true)]
    [InlineData("您好", true)]
    [InlineData("5", false)]
    [InlineData("鞋坏了", false)]
    public void A_message_may_say_nothing(string message, bool filler) => Assert.Equal(filler, AnswerReading.IsFiller(NormalizedText.From(message)));
}

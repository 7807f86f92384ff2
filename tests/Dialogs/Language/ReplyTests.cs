using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Language;

/// <summary>The same words mean something else after another question.</summary>
public sealed class ReplyTests
{
    [Theory]
    [InlineData("好")]
    [InlineData("可以")]
    [InlineData("行吧")]
    [InlineData("嗯，就按你说的办")]
    [InlineData("ok")]
    [InlineData("sure, that works")]
    [InlineData("好的，谢谢")]
    public void A_yes_to_an_offer_accepts_it(string text)
    {
        var read = Read.Message(text, "offer");
        Assert.True(read.Has(Intent.AcceptOffer));
        Assert.True(read.Has(Intent.Affirm));
        Assert.False(read.Has(Intent.Complain));
    }

    [Theory]
    [InlineData("不行")]
    [InlineData("不要")]
    [InlineData("谁稀罕")]
    [InlineData("我不接受")]
    [InlineData("不用了")]
    [InlineData("no")]
    [InlineData("that's not enough")]
    [InlineData("keep your voucher")]
    public void A_no_to_an_offer_declines_it(string text)
    {
        var read = Read.Message(text, "offer");
        Assert.True(read.Has(Intent.DeclineOffer));
        Assert.False(read.Has(Intent.AcceptOffer));
        Assert.NotNull(read.Find(Trigger.RemedyRefused));
    }

    [Theory]
    [InlineData("能不能直接退钱")]
    [InlineData("can I have a refund instead?")]
    public void Something_else_may_be_asked_for(string text)
    {
        var read = Read.Message(text, "offer");
        Assert.True(read.Has(Intent.AskOtherRemedy));
        Assert.False(read.Has(Intent.AcceptOffer));
    }

    [Theory]
    [InlineData("我考虑一下")]
    [InlineData("我跟老公商量商量再说")]
    [InlineData("let me think about it")]
    public void An_offer_may_be_thought_over(string text)
    {
        var read = Read.Message(text, "offer");
        Assert.True(read.Has(Intent.ThinkItOver));
        Assert.False(read.Has(Intent.AcceptOffer));
        Assert.False(read.Has(Intent.DeclineOffer));
    }

    [Theory]
    [InlineData("对", Intent.Affirm)]
    [InlineData("没错，就是这样", Intent.Affirm)]
    [InlineData("yes that's right", Intent.Affirm)]
    [InlineData("不对", Intent.Deny)]
    [InlineData("nope", Intent.Deny)]
    [InlineData("不是周一，是周二", Intent.Correct)]
    [InlineData("我记错了，应该是两个", Intent.Correct)]
    [InlineData("sorry, I meant Tuesday", Intent.Correct)]
    public void A_read_back_is_confirmed_denied_or_corrected(string text, Intent intent)
    {
        var read = Read.Message(text, "readback");
        Assert.True(read.Has(intent));
        Assert.False(read.Has(Intent.AcceptOffer));
    }

    [Theory]
    [InlineData("没有了", "anything-else")]
    [InlineData("没有", "anything-else")]
    [InlineData("就这些", "vent")]
    [InlineData("说完了", "vent")]
    [InlineData("就这两件事", "anything-else")]
    [InlineData("no that's all", "anything-else")]
    [InlineData("no thanks", "anything-else")]
    [InlineData("nope, nothing else", "vent")]
    public void That_was_all_ends_the_vent_and_denies_nothing(string text, string question)
    {
        var read = Read.Message(text, question);
        Assert.True(read.Has(Intent.DoneVenting));
        Assert.False(read.Has(Intent.Deny));
        Assert.False(read.Has(Intent.Complain));
    }

    [Theory]
    [InlineData("好", "affirm")]
    [InlineData("对的", "affirm")]
    [InlineData("不是", "deny")]
    [InlineData("yes", "affirm")]
    [InlineData("no", "deny")]
    public void Without_a_question_a_bare_word_is_only_a_yes_or_a_no(string text, string expected) => Assert.Equal(expected, Read.Intents(text));

    [Theory]
    [InlineData("您看这样处理可以吗？", "可以", Intent.AcceptOffer)]
    [InlineData("还有其他要补充的吗？", "没有", Intent.DoneVenting)]
    [InlineData("I have: two loaves, both stale. Is that right?", "yes", Intent.Affirm)]
    [InlineData("Is there anything else you would like to add?", "no", Intent.DoneVenting)]
    public void The_text_of_a_question_is_understood_too(string question, string answer, Intent intent) => Assert.True(Read.Message(answer, question).Has(intent));

    [Theory]
    [InlineData("5分", "satisfaction", 5)]
    [InlineData("3", "satisfaction", 3)]
    [InlineData("4分", null, 4)]
    [InlineData("3", null, null)]
    [InlineData("5", "fact:amount", null)]
    public void A_score_counts_when_one_was_asked_for(string text, string? question, int? score) => Assert.Equal(score, Read.Message(text, question).Score);

    [Theory]
    [InlineData("蛋糕", "fact:dish")]
    [InlineData("奶油化了", "fact:what_is_wrong")]
    [InlineData("不知道", "fact:order_number")]
    [InlineData("没有人受伤", "fact:injured")]
    public void The_answer_to_a_question_for_a_fact_is_no_new_complaint(string text, string question)
    {
        var read = Read.Message(text, question);
        Assert.False(read.Has(Intent.Complain));
        Assert.Null(read.Category);
        Assert.Empty(read.Triggers);
    }
}

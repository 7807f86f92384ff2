using System.Text;
using System.Text.Json;
using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Vocabulary;
using Xunit.Abstractions;

namespace ComplaintBot.Dialogs.Tests.Language;

public sealed class AnalyzerPropertyTests(ITestOutputHelper output)
{
    private static readonly string?[] Questions = [null, "offer", "readback", "vent", "anything-else", "satisfaction", "fact:place", "confirm", "对吗？"];
    private static readonly string[] Pieces = ["还没", "收到", "!", "！！！", "police", " ", "我要", "投诉", "12315", "没有", "，", "不是", "是", "吃出", "虫", "not ", "good ", "\ud83d", "\udc4d", "\u200b", "👍", "ＯＫ", "們", "5", "分", "\n", "另外", "also ", "'", "\0"];

    [Fact]
    public void Any_string_is_accepted_and_every_word_quoted_stands_in_it()
    {
        var random = new Random(7);
        for (var round = 0; round < 400; round++)
        {
            var text = Any(random);
            var read = Read.Message(text, Questions[round % Questions.Length]);
            Assert.Equal(text, read.Text);
            Assert.InRange(read.Anger, 0, 4);
            Assert.NotEmpty(read.Intents);
            Assert.Equal(read.Intents.Distinct(), read.Intents);
            Assert.All(read.Triggers, evidence => Assert.Contains(evidence.Words, text, StringComparison.Ordinal));
            Assert.All(read.Heads, head => Assert.Contains(head.Words, text, StringComparison.Ordinal));
            Assert.Equal(read.Heads.Count > 0 ? read.Heads[0].Category : null, read.Category);
            Assert.Equal(read.Anger == 4, read.Find(Trigger.Furious) is not null);
        }
    }

    [Fact]
    public void The_same_message_is_always_read_the_same()
    {
        var fresh = new TextAnalyzer();
        var random = new Random(11);
        for (var round = 0; round < 60; round++)
        {
            var request = new AnalysisRequest(Any(random), Read.Now, [TestPlaybooks.Bakery]) { Question = Questions[round % Questions.Length] };
            Assert.Equal(JsonSerializer.Serialize(Read.Message(request.Text, request.Question)), JsonSerializer.Serialize(fresh.Analyze(request)));
        }
    }

    [Fact]
    public void An_empty_message_is_calm_and_says_nothing()
    {
        var read = Read.Message("");
        Assert.Equal([Intent.Other], read.Intents);
        Assert.Equal(Sentiment.Neutral, read.Sentiment);
        Assert.Empty(read.Triggers);
    }

    [Fact]
    public void Only_the_first_ten_thousand_characters_are_judged()
    {
        var text = new string('好', 10_000) + "我要报警";
        Assert.Null(Read.Message(text).Find(Trigger.Police));
        Assert.Equal(text, Read.Message(text).Text);
    }

    [Fact]
    public void A_message_of_sixty_characters_allocates_less_than_ten_kilobytes()
    {
        const string text = "昨天下午在你们东街店买的生日蛋糕，拿回家打开奶油全化了，上面的字也写错了，打电话没人接，让我怎么给孩子过生日";
        Read.Message(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) Read.Message(text);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
        output.WriteLine($"{each} bytes a message");
        Assert.InRange(each, 1, 10_000);
    }

    /// <summary>Linear time is some 20 ms for each even on a busy machine; where every word was looked at again for every other one, it was more than a second.</summary>
    [Theory(Timeout = 10_000)]
    [InlineData("ok ")]
    [InlineData("好的 ")]
    [InlineData("没有了")]
    [InlineData("thanks ")]
    [InlineData("嗯")]
    [InlineData("and so ")]
    public async Task No_repetition_makes_the_time_explode(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 10_000 / piece.Length));
        for (var i = 0; i < 12; i++) Assert.NotNull(await Task.Run(() => Read.Message(text)));
    }

    [Theory]
    [InlineData("还没收到，")]
    [InlineData("不要券不要券")]
    [InlineData("you never called me back and ")]
    [InlineData("!?，a1")]
    [InlineData("没没没不不不")]
    public void Work_grows_with_the_length_and_no_faster(string piece)
    {
        var shorter = Cost(string.Concat(Enumerable.Repeat(piece, 4_000 / piece.Length)));
        var longer = Cost(string.Concat(Enumerable.Repeat(piece, 8_000 / piece.Length)));
        Assert.True(longer < 3 * shorter + 50_000, $"{shorter} bytes for 4,000 characters, {longer} for 8,000");
    }

    private static long Cost(string text)
    {
        Read.Message(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read.Message(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Any(Random random)
    {
        var text = new StringBuilder();
        for (var parts = random.Next(0, 24); parts > 0; parts--)
            if (random.Next(4) == 0) text.Append((char)random.Next(char.MaxValue + 1));
            else text.Append(Pieces[random.Next(Pieces.Length)]);
        return text.ToString();
    }
}

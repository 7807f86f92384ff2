using ComplaintBot.Dialogs.Language.Models;

namespace ComplaintBot.Dialogs.Tests.Language.Models;

public sealed class GramReaderTests
{
    [Theory]
    [InlineData("等了30分钟", "等了45分钟")]
    [InlineData("waited 30 minutes", "waited 5 minutes")]
    public void One_number_is_as_good_as_another(string one, string other) => Assert.Equal(Keys(one), Keys(other));

    [Theory]
    [InlineData("好吃", "不好吃")]
    [InlineData("works well", "never works well")]
    public void What_stands_behind_a_not_is_another_thing(string plain, string negated) => Assert.NotEmpty(Keys(negated).Except(Keys(plain)));

    [Theory]
    [InlineData("字")]
    [InlineData("word ")]
    [InlineData("!?，")]
    [InlineData("👍")]
    public void Features_grow_with_the_length_and_no_faster(string piece)
    {
        var shorter = Keys(string.Concat(Enumerable.Repeat(piece, 500))).Length;
        var longer = Keys(string.Concat(Enumerable.Repeat(piece, 1000))).Length;
        Assert.InRange(longer, 0, 2 * shorter + 20);
    }

    [Fact]
    public void Every_feature_stands_in_the_text()
    {
        const string text = "味道a不 错\ud83d!!!3.5，\0字";
        var grams = new FeatureList(4);
        GramReader.Read(text, ref grams);
        foreach (var feature in grams.All) Assert.InRange(feature.Start + feature.Length, feature.Start, text.Length);
        grams.Dispose();
    }

    private static uint[] Keys(string text)
    {
        var grams = new FeatureList(4);
        GramReader.Read(text, ref grams);
        uint[] keys = [.. grams.All.ToArray().Select(feature => feature.Key)];
        grams.Dispose();
        return keys;
    }
}

using ComplaintBot.Dialogs.Language.Recognizers;
using FsCheck;
using FsCheck.Fluent;

namespace ComplaintBot.Dialogs.Tests.Language.Recognizers;

public sealed class AnyEntityTextTests
{
    private static readonly DateTime Now = new(2026, 11, 20, 16, 0, 0);

    private static readonly string[] Pieces =
        ["1", "12", "2026", "-", "/", ".", ",", ":", " ", "三", "百", "万", "点", "分之", "又", "几", "年", "月", "日", "上周", "昨天", "晚上", "到", "前", "半", "hundred", "and", "a", "half", "point", "next", "monday", "to", "from", "may", "5pm", "$", "usd", "块", "+", "(", ")", "x", "@", "a.b", "👌", "不", "好", "yes", "ago", "week"];

    [Fact]
    public void Whatever_is_written_results_lie_in_the_text_in_order_and_apart() => Prop.ForAll(
        Gen.ArrayOf(Gen.Elements(Pieces)).ToArbitrary(),
        parts =>
        {
            var text = string.Concat(parts);
            foreach (var kind in Enum.GetValues<EntityKind>())
            {
                var last = -1;
                foreach (var found in EntityRecognizer.Recognize(kind, text, Now))
                {
                    if (found.Start <= last || found.End < found.Start || found.End >= text.Length) return false;
                    last = found.End;
                }
            }
            return true;
        }).QuickCheckThrowOnFailure();

    /// <summary>Work in proportion to the square of this length would not come to an end in the time a test run has.</summary>
    [Theory]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("三")]
    [InlineData("三百 ")]
    [InlineData("分之一")]
    [InlineData("one hundred and ")]
    [InlineData("a hundred ")]
    [InlineData("1.")]
    [InlineData("12:")]
    [InlineData("@a.")]
    [InlineData("(+1")]
    [InlineData("10/1/2026-")]
    [InlineData("from monday to ")]
    public void A_long_hostile_text_is_worked_off_in_one_walk(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 40_000 / piece.Length));

        foreach (var kind in Enum.GetValues<EntityKind>()) Assert.True(EntityRecognizer.Recognize(kind, text, Now).Count <= text.Length);
    }
}

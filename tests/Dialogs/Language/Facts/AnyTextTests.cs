using ComplaintBot.Dialogs.Language.Facts;
using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Vocabulary;
using FsCheck;
using FsCheck.Fluent;

namespace ComplaintBot.Dialogs.Tests.Language.Facts;

public sealed class AnyTextTests
{
    private static readonly string[] Pieces =
        ["昨天", "三百", "一", "1", "亿", " and ", "a hundred ", "one ", "在", "路店", "姓王", "订单", "c-", "@", "139", "：", "，", "块", "手破", "不是", "at 7 ", "the 2nd ", "前", "+", "(", "没", "退", "\uD83D\uDE05", "\u200B", "百", "million ", "点", "-", "."];

    [Fact]
    public void Every_mention_is_part_of_the_message() => Prop.ForAll(Messages(), message =>
    {
        foreach (var expected in new[] { null, "amount", "place", "order_number", "name", "happened_at", "people_affected", "remains_kept", "wants" })
        {
            foreach (var mention in FactsOf.Read(message, expected))
            {
                if (mention.Text.Length == 0 || !message.Contains(mention.Text, StringComparison.Ordinal) || mention.Value.Length == 0) return false;
            }
        }
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Short_answers_of_any_kind_are_read_without_failing() => Prop.ForAll(Messages(), message =>
    {
        var text = NormalizedText.From(message);
        _ = AnswerReading.YesNo(text, Tongue.En);
        _ = AnswerReading.IsDecline(text, Tongue.ZhHans);
        _ = AnswerReading.IsFiller(text);
        return AnswerReading.Score(text) is null or (>= 1 and <= 5);
    }).QuickCheckThrowOnFailure();

    public static TheoryData<string> Hostile => new(Pieces);

    // Five times the longest text that is ever read. Linear time is some 50 ms even on a busy machine; reading every
    // character again for every other one would be thousands of millions of steps.
    [Theory(Timeout = 10_000)]
    [MemberData(nameof(Hostile))]
    public async Task No_repetition_makes_the_time_explode(string piece)
    {
        var message = Repeat(piece, 50_000);
        Assert.NotNull(await Task.Run(() => FactsOf.Read(message)));
    }

    private static string Repeat(string piece, int length) => string.Concat(Enumerable.Repeat(piece, length / piece.Length));

    private static Arbitrary<string> Messages() => Gen.Choose(0, 14)
        .SelectMany(count => Gen.Elements(Pieces).Or(Gen.Choose(0x20, 0xFFFF).Select(unit => ((char)unit).ToString())).ArrayOf(count))
        .Select(string.Concat).ToArbitrary();
}

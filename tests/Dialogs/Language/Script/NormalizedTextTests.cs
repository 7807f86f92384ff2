using System.Text;
using ComplaintBot.Dialogs.Language.Script;
using FsCheck;
using FsCheck.Fluent;

namespace ComplaintBot.Dialogs.Tests.Language.Script;

public sealed class NormalizedTextTests
{
    private const string Address = "\uFFFC";

    private static readonly string[] Pieces =
        ["a", "o", "http://", "https", "www.", "://", ".", ".com", "cn", "@", "x", "7", "/", "?", ",", ")", "😡", "\uD83C", "\uDFFB", "\uD83D", "\uDE21", "🏽", "\u200B", "\uFE0F", "！", "!", "太", "Ａ", "\uFFFC", "\u0301", "\n", "İ", "們", "\uDB40\uDC21", "-", "_", "good"];

    [Theory]
    [InlineData("收了３２６元！", "收了326元!")]
    [InlineData("電話：ＡＢＣ", "电话:abc")]
    [InlineData("太差了！！！！！！", "太差了!!!")]
    [InlineData("太太太太太差了", "太太太差了")]
    [InlineData("10000000", "10000000")]
    [InlineData("a\u200Bb\u00ADc\u0007d", "abcd")]
    [InlineData("one\ttwo", "one two")]
    [InlineData("it’s “late” – again", "it's \"late\" - again")]
    [InlineData("why❗️❗️ really⁉️", "why!! really?")]
    [InlineData("", "")]
    public void Text_is_brought_into_one_form(string source, string expected) =>
        Assert.Equal(expected, NormalizedText.From(source).Text);

    [Theory]
    [InlineData("Soooooo baaaad", "so bad")]
    [InlineData("goooood, cooool, freeee, terrrible", "good, cool, free, terrible")]
    [InlineData("HELLOOOO?? nooooo", "hello?? no")]
    [InlineData("stillllll waitinggg", "still waiting")]
    [InlineData("hhhhhhh", "hhh")]
    [InlineData("order AAAA1234", "order aaaa1234")]
    [InlineData("to xxxxlily@post.example", "to xxxxlily@post.example")]
    public void Drawn_out_words_get_their_spelling_back(string source, string expected) =>
        Assert.Equal(expected, NormalizedText.From(source).Text);

    [Theory]
    [InlineData("气死了😡😡😡😡😡😡", "气死了😡😡😡")]
    [InlineData("👍🏽", "👍")]
    [InlineData("❤️", "❤")]
    [InlineData("🙅‍♀️", "🙅♀")]
    [InlineData("3️⃣", "3")]
    public void Emoji_lose_their_variants_and_long_rows(string source, string expected) =>
        Assert.Equal(expected, NormalizedText.From(source).Text);

    [Theory]
    [InlineData("看 https://shop.example/i?id=12315&n=9 啊", "看 ￼ 啊")]
    [InlineData("网址是www.shop.example/police，假的", "网址是￼,假的")]
    [InlineData("from taobao.com, never came", "from ￼, never came")]
    [InlineData("(see HTTPS://A.EXAMPLE/B).", "(see ￼).")]
    [InlineData("m.shop.com.cn/a/110", "￼")]
    [InlineData("mail me: lee@shop.com", "mail me: lee@shop.com")]
    [InlineData("It was late.Refund me", "it was late.refund me")]
    [InlineData("paid 12.50 at 7.30", "paid 12.50 at 7.30")]
    public void Web_addresses_are_one_token(string source, string expected) =>
        Assert.Equal(expected, NormalizedText.From(source).Text);

    [Fact]
    public void A_span_leads_back_to_what_was_written()
    {
        var text = NormalizedText.From("我\u200B的電話是１３９ 啊啊啊啊啊 OK http://a.example/1 完");
        var at = text.Text.IndexOf("电话是139", StringComparison.Ordinal);
        Assert.Equal("電話是１３９", text.Original(at, 6));
        Assert.Equal("OK", text.Original(text.Text.IndexOf("ok", StringComparison.Ordinal), 2));
        Assert.Equal("http://a.example/1", text.Original(text.Text.IndexOf(Address, StringComparison.Ordinal), 1));
        Assert.Equal("完", text.Original(text.Text.Length - 1, 1));
        Assert.Equal("", text.Original(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => text.Original(0, text.Text.Length + 1));
    }

    [Fact]
    public void Every_span_of_any_text_is_part_of_it_and_no_text_grows() => Prop.ForAll(Texts(), source =>
    {
        var text = NormalizedText.From(source);
        if (text.Text.Length > source.Length) return false;
        var before = -1;
        for (var start = 0; start < text.Text.Length; start++)
        {
            if (text.OriginalIndex(start) <= before) return false;
            before = text.OriginalIndex(start);
            var one = text.Original(start, 1);
            if (text.Text[start] != NormalizedText.WebAddress && one.Length != 1) return false;
            if (!source.AsSpan(before).StartsWith(one)) return false;
            if (!source.AsSpan(before).StartsWith(text.Original(start, text.Text.Length - start))) return false;
        }
        return text.OriginalIndex(text.Text.Length) == source.Length;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_form_that_is_simplified_in_two_steps_is_simplified_at_once() =>
        Assert.All(Enumerable.Range(0, char.MaxValue).Select(unit => $"{(char)unit}").Where(one => !char.IsSurrogate(one[0])), one =>
        {
            var once = NormalizedText.From(one).Text;
            Assert.Equal(once, NormalizedText.From(once).Text);
        });

    [Fact]
    public void Normalising_twice_changes_nothing() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(3_000), Prop.ForAll(Texts(), source =>
    {
        var once = NormalizedText.From(source).Text;
        return NormalizedText.From(once).Text == once;
    }));

    [Fact]
    public void Plain_text_costs_only_the_object_that_holds_it()
    {
        const string plain = "the cake i ordered for saturday came on monday, and nobody called me back";
        Assert.Same(plain, NormalizedText.From(plain).Text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) NormalizedText.From(plain);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100, 1, 64);
    }

    // Five times the longest text that is ever read, a few milliseconds where time grows with the length; where every
    // character were read again for every other one, thousands of millions of steps.
    [Theory(Timeout = 10_000)]
    [InlineData("a")]
    [InlineData(".")]
    [InlineData("a.")]
    [InlineData("a@b.com")]
    [InlineData("www.")]
    [InlineData("http://")]
    [InlineData("x.com,")]
    [InlineData("😡")]
    [InlineData("🏽")]
    [InlineData("oooz")]
    [InlineData("ooo.a@")]
    [InlineData("\uD83D")]
    [InlineData("e\u0301")]
    public async Task No_repetition_makes_the_time_explode(string piece)
    {
        var source = new StringBuilder().Insert(0, piece, 50_000 / piece.Length).ToString();
        Assert.True(await Task.Run(() => NormalizedText.From(source).Text.Length <= source.Length));
    }

    private static Arbitrary<string> Texts() => Gen.Choose(0, 16)
        .SelectMany(count => Gen.Elements(Pieces).Or(Gen.Choose(0, 0xFFFF).Select(unit => ((char)unit).ToString())).Or(Gen.Choose(0x20, 0x7E).Select(unit => ((char)unit).ToString())).ArrayOf(count))
        .Select(string.Concat).ToArbitrary();
}

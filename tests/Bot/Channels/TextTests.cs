using System.Globalization;
using System.Text;
using ComplaintBot.Channels;
using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Tests.Channels;

/// <summary>Text made fit for a channel, by chance: what holds of every text and every limit.</summary>
public sealed class TextTests
{
    private static readonly string[] Pieces =
    [
        "订单", "电梯坏了。", "a", "sorry. ", "Hello, ", "😀", "👨‍👩‍👧‍👦", "e\u0301", "🇨🇳", "\n", " ", "，", "！", "“好”", "**退款**", "[我们](https://care.example/x)", "`x`", "*", "_", "~~", "王", "𠮷", "\r\n", "(", "])", "1. ", "# ", "<b>", "&", "\u200d", "각",
    ];

    public static TheoryData<int> Units => [0, 1, 2];

    [Theory]
    [MemberData(nameof(Units))]
    public void Parts_fit_lose_nothing_and_cut_no_character(int kind)
    {
        var (unit, chance) = ((TextUnit)kind, new Random(20_261_122 + kind));
        for (var i = 0; i < 3_000; i++)
        {
            var text = Anything(chance, 200);
            var most = chance.Next(120, 400);
            var parts = TextSplitter.Split(text, most, unit);

            Assert.All(parts, part => Assert.InRange(TextSplitter.Length(text.AsSpan()[part], unit), 1, most));
            Assert.Equal(Visible(text), Visible(string.Concat(parts.Select(part => text[part]))));
            var borders = new HashSet<int>(StringInfo.ParseCombiningCharacters(text)) { text.Length };
            Assert.All(parts, part => Assert.True(borders.Contains(part.Start.Value) && borders.Contains(part.End.Value), $"cut in '{text}' at {part}"));
        }
    }

    [Fact]
    public void A_character_longer_than_a_message_is_cut_between_its_code_points()
    {
        var endless = "e" + new string('\u0301', 500);

        var parts = TextSplitter.Split(endless, 64, TextUnit.Utf8Bytes);

        Assert.Equal(endless, string.Concat(parts.Select(part => endless[part])));
        Assert.All(parts, part => Assert.True(Encoding.UTF8.GetByteCount(endless.AsSpan()[part]) <= 64));
    }

    [Fact]
    public void Text_is_cut_at_the_end_of_a_sentence_where_there_is_one()
    {
        const string Text = "电梯坏了一周了。没有人来修。老人上不了楼，孩子上学也迟到了。";

        var parts = TextSplitter.Split(Text, 14, TextUnit.CodePoints).Select(part => Text[part]);

        Assert.Equal(["电梯坏了一周了。没有人来修。", "老人上不了楼，", "孩子上学也迟到了。"], parts);
    }

    [Fact]
    public void Marks_are_read_or_stay_the_characters_they_are_and_no_word_is_lost()
    {
        var chance = new Random(7);
        for (var i = 0; i < 3_000; i++)
        {
            var text = Anything(chance, 40);
            var runs = MarkdownReader.Read(text, null);
            Assert.Equal(Letters(text.Replace("https://care.example/x", "", StringComparison.Ordinal)), Letters(string.Concat(runs.Select(run => run.Text)).Replace("https://care.example/x", "", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("**退款**可以", "退款|Bold 可以|Plain")]
    [InlineData("2*3*4 and order_no_1", "2*3*4 and order_no_1|Plain")]
    [InlineData("say *this* now", "say |Plain this|Italic  now|Plain")]
    [InlineData("**open", "**open|Plain")]
    [InlineData("# Title\n- one", "Title|Bold \n• one|Plain")]
    [InlineData("[bad](javascript:alert)", "[bad](javascript:alert)|Plain")]
    public void Markdown_becomes_runs(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', MarkdownReader.Read(text, null).Select(run => $"{run.Text}|{run.Style}")));

    [Theory]
    [InlineData("2", "退货")]
    [InlineData("２", "退货")]
    [InlineData("第二个", "退货")]
    [InlineData("2.", "退货")]
    [InlineData("选1", "换货")]
    [InlineData("退货", "退货")]
    [InlineData("3", "3")]
    [InlineData("2 people", "2 people")]
    [InlineData("我要2个", "我要2个")]
    public void A_number_or_a_label_is_the_choice_it_stands_for(string answer, string meant) =>
        Assert.Equal(meant, NumberedChoices.Resolve(answer, [CardAction.ImBack("换货"), CardAction.ImBack("退货")]));

    [Fact]
    public void Choices_are_written_as_numbers_below_the_text()
    {
        var activity = Activity.Message("怎么办？");
        activity.Locale = "zh-Hans";

        var part = Assert.Single(MessageText.Parts(activity, (2_048, TextUnit.Utf8Bytes), [CardAction.ImBack("换货"), CardAction.ImBack("退货")], links: false));

        Assert.Equal("怎么办？\n\n1. 换货\n2. 退货\n（回复数字就行，也可以直接说。）", MessageText.Plain(part));
        Assert.Empty(NumberedChoices.Written([CardAction.ImBack("1"), CardAction.ImBack("2")], "zh"));
    }

    [Theory]
    [InlineData("10.0.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("172.20.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    public void Only_public_addresses_are_asked(string address, bool isPublic) => Assert.Equal(isPublic, ChannelHttp.IsPublic(System.Net.IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://mp.weixin.qq.com/film", true)]
    [InlineData("http://mp.weixin.qq.com/film", false)]
    [InlineData("https://127.0.0.1/film", false)]
    [InlineData("https://weixin.qq.com.evil.example/film", false)]
    [InlineData("https://evilweixin.qq.com/film", false)]
    [InlineData("https://user@mp.weixin.qq.com/film", false)]
    [InlineData("https://mp.weixin.qq.com:8443/film", false)]
    [InlineData("file:///etc/passwd", false)]
    public void Only_hosts_of_the_list_are_asked(string address, bool isAllowed) => Assert.Equal(isAllowed, ChannelHttp.IsAllowed(new Uri(address), ["weixin.qq.com"]));

    private static string Anything(Random chance, int most) => string.Concat(Enumerable.Range(0, chance.Next(most)).Select(_ => Pieces[chance.Next(Pieces.Length)]));

    private static string Visible(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}

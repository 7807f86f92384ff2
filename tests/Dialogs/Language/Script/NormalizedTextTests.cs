using ComplaintBot.Dialogs.Language.Script;
using FsCheck;
using FsCheck.Fluent;

namespace ComplaintBot.Dialogs.Tests.Language.Script;

public sealed class NormalizedTextTests
{
    [Theory]
    [InlineData("收了３２６元！", "收了326元!")]
    [InlineData("電話：ＡＢＣ", "电话:abc")]
    [InlineData("太差了！！！！！！", "太差了!!!")]
    [InlineData("soooooo bad", "sooo bad")]
    [InlineData("10000000", "10000000")]
    [InlineData("a\u200Bb\u00ADc\u0007d", "abcd")]
    [InlineData("one\ttwo", "one two")]
    [InlineData("it’s “late” – again", "it's \"late\" - again")]
    [InlineData("", "")]
    public void Text_is_brought_into_one_form(string source, string expected) =>
        Assert.Equal(expected, NormalizedText.From(source).Text);

    [Fact]
    public void A_span_leads_back_to_what_was_written()
    {
        var text = NormalizedText.From("我\u200B的電話是１３９ 啊啊啊啊啊 OK");
        var at = text.Text.IndexOf("电话是139", StringComparison.Ordinal);
        Assert.Equal("電話是１３９", text.Original(at, 6));
        Assert.Equal("OK", text.Original(text.Text.IndexOf("ok", StringComparison.Ordinal), 2));
        Assert.Equal("", text.Original(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => text.Original(0, text.Text.Length + 1));
    }

    [Fact]
    public void Every_span_of_any_text_is_part_of_it() => Prop.ForAll<string?>(source =>
    {
        var text = NormalizedText.From(source ?? "");
        for (var start = 0; start < text.Text.Length; start++)
        {
            if (!text.Source.Contains(text.Original(start, text.Text.Length - start), StringComparison.Ordinal)) return false;
            if (text.Original(start, 1).Length != 1) return false;
        }
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Normalising_twice_changes_nothing() =>
        Prop.ForAll<string?>(source => NormalizedText.From(NormalizedText.From(source ?? "").Text).Text == NormalizedText.From(source ?? "").Text).QuickCheckThrowOnFailure();
}

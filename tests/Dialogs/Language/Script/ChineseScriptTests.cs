using ComplaintBot.Dialogs.Language.Script;
using FsCheck;
using FsCheck.Fluent;

namespace ComplaintBot.Dialogs.Tests.Language.Script;

public sealed class ChineseScriptTests
{
    [Theory]
    [InlineData("后面的事以后再说", "後面的事以後再說")]
    [InlineData("皇后", "皇后")]
    [InlineData("这里里面没有", "這裡裡面沒有")]
    [InlineData("公里", "公里")]
    [InlineData("发现头发", "發現頭髮")]
    [InlineData("理发店", "理髮店")]
    [InlineData("前面有一碗面条", "前面有一碗麵條")]
    [InlineData("面包", "麵包")]
    [InlineData("只有一只虫", "只有一隻蟲")]
    [InlineData("联系我，没关系，系统", "聯繫我，沒關係，系統")]
    [InlineData("我们会为您查清，并在今天之内答复", "我們會為您查清，並在今天之內答覆")]
    [InlineData("干净的饼干", "乾淨的餅乾")]
    [InlineData("台风吹倒了柜台", "颱風吹倒了櫃檯")]
    [InlineData("order 4410, 谢谢!", "order 4410, 謝謝!")]
    public void Traditional_script_follows_the_word(string simplified, string traditional) =>
        Assert.Equal(traditional, ChineseScript.ToTraditional(simplified));

    [Theory]
    [InlineData("貨單還沒來，東西壞掉了", "货单还没来，东西坏掉了")]
    [InlineData("麵裡有頭髮", "面里有头发")]
    [InlineData("退款為什麼還沒到帳", "退款为什么还没到帐")]
    [InlineData("no change 123", "no change 123")]
    public void Simplified_script_is_made_character_by_character(string traditional, string simplified) =>
        Assert.Equal(simplified, ChineseScript.ToSimplified(traditional));

    [Fact]
    public void Both_ways_keep_the_length_of_any_text() =>
        Prop.ForAll<string?>(text => ChineseScript.ToSimplified(text ?? "").Length == (text ?? "").Length
            && ChineseScript.ToTraditional(text ?? "").Length == (text ?? "").Length).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData('們', true, false)]
    [InlineData('们', false, true)]
    [InlineData('后', false, false)]
    [InlineData('人', false, false)]
    [InlineData('a', false, false)]
    public void A_character_of_one_script_only_is_known(char character, bool traditional, bool simplified)
    {
        Assert.Equal(traditional, ChineseScript.IsTraditionalOnly(character));
        Assert.Equal(simplified, ChineseScript.IsSimplifiedOnly(character));
    }
}

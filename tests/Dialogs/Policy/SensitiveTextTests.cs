using System.Globalization;
using ComplaintBot.Dialogs.Policy;
using FsCheck;
using FsCheck.Fluent;

namespace ComplaintBot.Dialogs.Tests.Policy;

public sealed class SensitiveTextTests
{
    [Theory]
    [InlineData("my card 4111111111111111 was charged", "my card ************1111 was charged")]
    [InlineData("4111 1111 1111 1111", "**** **** **** 1111")]
    [InlineData("4111-1111-1111-1111", "****-****-****-1111")]
    [InlineData("4111  1111 – 1111　1111", "****  **** – ****　1111")]
    [InlineData("４１１１１１１１１１１１１１１１", "************１１１１")]
    [InlineData("3782 822463 10005", "**** ****** *0005")]
    [InlineData("卡是6212345678900000003的", "卡是***************0003的")]
    [InlineData("visa4111111111111111", "visa************1111")]
    [InlineData("it is4111111111111111ok", "it is************1111ok")]
    [InlineData("4111111111111111 12/28", "************1111 12/28")]
    [InlineData("4111 1111 1111 1112", "**** **** **** 1112")]
    [InlineData("卡号：6222021234567891", "卡号：************7891")]
    [InlineData("銀行卡號是 6222021234567891", "銀行卡號是 ************7891")]
    [InlineData("9558801234567890128", "***************0128")]
    [InlineData("2221000000000009", "************0009")]
    [InlineData("order number 4111 1111 1111 1111", "order number **** **** **** 1111")]
    public void A_card_number_keeps_its_last_four_digits(string text, string masked) => Assert.Equal(masked, SensitiveText.Mask(text));

    [Theory]
    [InlineData("验证码是123456", "验证码是******")]
    [InlineData("驗證碼：１２３４", "驗證碼：****")]
    [InlineData("支付密码 88 66 22", "支付密码 ** ** **")]
    [InlineData("My PIN is 4821 call me", "My PIN is **** call me")]
    [InlineData("pin 4821 13812345678", "pin **** 13812345678")]
    [InlineData("the one-time code they sent me was 339201.", "the one-time code they sent me was ******.")]
    [InlineData("CVV2: 123", "CVV2: ***")]
    [InlineData("cvv(123)", "cvv(***)")]
    [InlineData("482913是我的验证码", "******是我的验证码")]
    [InlineData("4829 is my PIN", "**** is my PIN")]
    public void A_code_behind_its_name_becomes_stars(string text, string masked) => Assert.Equal(masked, SensitiveText.Mask(text));

    [Theory]
    [InlineData("我的身份证11010519491231002X", "我的身份证**************002X")]
    [InlineData("11010519491231002x", "**************002x")]
    [InlineData("440524 19800101 0013", "****** ******** 0013")]
    [InlineData("身份证号码：130503670401001", "身份证号码：***********1001")]
    public void An_identity_number_keeps_its_last_four_characters(string text, string masked) => Assert.Equal(masked, SensitiveText.Mask(text));

    [Theory]
    [InlineData("356938035643809")]
    [InlineData("IMEI 490154203237518")]
    [InlineData("订单号4111111111111111")]
    [InlineData("tracking no. 6212345678900000003")]
    [InlineData("会员卡号 6212345678900000003")]
    [InlineData("order 123456, password reset never came")]
    [InlineData("11010519491231002")]
    [InlineData("110105194912310021")]
    [InlineData("13812345678")]
    [InlineData("138 1234 5678 再打 010-12345678")]
    [InlineData("+86 138 1234 5678")]
    [InlineData("8613812345678")]
    [InlineData("0044 7700 900123")]
    [InlineData("+44 7700 900123")]
    [InlineData("13812345678 2026-11-20")]
    [InlineData("2026-11-20 16:00 到 2026-11-21")]
    [InlineData("C-20261120-123456")]
    [InlineData("C-20261120-123455")]
    [InlineData("SF1234567890128")]
    [InlineData("JD0123456789012")]
    [InlineData("order 20261120-7788")]
    [InlineData("the shipping 123456 was late")]
    [InlineData("密码忘了，打10086没人接")]
    [InlineData("PIN pad broken, paid 300 in cash at 18:30")]
    [InlineData("流水号4200001234202611201234567890")]
    [InlineData("京A12345")]
    [InlineData("")]
    public void What_the_complaint_needs_is_left_alone(string text) => Assert.Same(text, SensitiveText.Mask(text));

    [Fact]
    public void No_number_that_a_card_network_could_have_issued_is_left() => Prop.ForAll(Cards().ToArbitrary(), drawn =>
    {
        var masked = SensitiveText.Mask($"{drawn.Before} {drawn.Card} {drawn.After}");
        return masked.Count(char.IsDigit) == (drawn.Before + drawn.After).Count(char.IsDigit) + 4;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_number_that_no_card_network_issues_is_left_whatever_its_check_digit() => Prop.ForAll(
        (from head in Gen.Elements(0, 1, 7, 8, 9)
         from digits in Gen.ArrayOf(Gen.Choose(0, 9), 14)
         from before in Gen.Elements("", "单号", "order ", "IMEI:")
         select before + Checked([head, head == 8 ? 6 : 0, .. digits])).ToArbitrary(),
        text => ReferenceEquals(text, SensitiveText.Mask(text))).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_called_an_order_stays_even_where_it_looks_like_a_card() => Prop.ForAll(
        (from card in Cards()
         from before in Gen.Elements("订单号：", "运单号是", "my order number is ", "IMEI ", "流水号", "serial no. ")
         where !card.Card.Contains(' ') && !card.Card.Contains('-')
         select before + card.Card).ToArbitrary(),
        text => ReferenceEquals(text, SensitiveText.Mask(text))).QuickCheckThrowOnFailure();

    [Fact]
    public void Masking_twice_changes_nothing_more_and_never_the_length() => Prop.ForAll(
        Gen.ArrayOf(Gen.Elements("4111111111111111", "1", "22", "333", "密码", "pin", " ", "-", "C-", "card", "验证码是", "是", "0044", "a", "。", "6222 0212 3456 7890")).ToArbitrary(),
        parts =>
        {
            var text = string.Concat(parts);
            var masked = SensitiveText.Mask(text);
            return masked.Length == text.Length && masked.Zip(text).All(pair => pair.First == pair.Second || (pair.First == '*' && char.IsDigit(pair.Second)));
        }).QuickCheckThrowOnFailure();

    /// <summary>Work in proportion to the square of this length would not come to an end in the time a test run has.</summary>
    [Theory]
    [InlineData("1 ")]
    [InlineData("12 ")]
    [InlineData("a411111111111111-")]
    [InlineData("密码1 ")]
    [InlineData("4111111111111111 ")]
    public void A_long_hostile_text_is_worked_off_group_by_group(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 400_000 / piece.Length)) + " 密码是4821";

        var masked = SensitiveText.Mask(text);

        Assert.Equal(text.Length, masked.Length);
        Assert.EndsWith("密码是****", masked, StringComparison.Ordinal);
    }

    private static Gen<(string Before, string Card, string After)> Cards() =>
        from issuer in Gen.Elements<(string Head, int Length)>(("4", 16), ("4", 13), ("4", 19), ("51", 16), ("55", 16), ("2221", 16), ("2720", 16), ("34", 15), ("37", 15), ("3528", 16), ("6011", 16), ("62", 16), ("62", 17), ("62", 19), ("8171", 16), ("6759", 18))
        from digits in Gen.ArrayOf(Gen.Choose(0, 9), issuer.Length - issuer.Head.Length - 1)
        from style in Gen.Elements("", " ", "-", "full")
        from before in Gen.Elements("", "卡", "I paid with", "请看", "3 times:")
        from after in Gen.Elements("", "谢谢", "and then 2 more came", "。")
        select (before, Written(Checked([.. issuer.Head.Select(digit => digit - '0'), .. digits]), style), after);

    /// <summary>Digits with the check digit behind them.</summary>
    private static string Checked(int[] digits)
    {
        var sum = digits.Reverse().Select((digit, place) => place % 2 == 1 ? digit : digit > 4 ? (digit * 2) - 9 : digit * 2).Sum();
        return string.Concat(digits) + ((10 - (sum % 10)) % 10).ToString(CultureInfo.InvariantCulture);
    }

    private static string Written(string digits, string style) => style switch
    {
        "" => digits,
        "full" => string.Concat(digits.Select(digit => (char)(digit - '0' + '０'))),
        _ => string.Join(style, digits.Chunk(4).Select(group => new string(group))),
    };
}

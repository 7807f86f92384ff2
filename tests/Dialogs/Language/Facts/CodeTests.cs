namespace ComplaintBot.Dialogs.Tests.Language.Facts;

public sealed class CodeTests
{
    [Theory]
    [InlineData("电话13912345678", "13912345678")]
    [InlineData("打１３９ １２３４ ５６７８找我", "13912345678")]
    [InlineData("+86 139-1234-5678", "8613912345678")]
    [InlineData("座机0571-88886666转803", "057188886666803")]
    [InlineData("手機0912345678", "0912345678")]
    [InlineData("my number is 07700 900111", "07700900111")]
    [InlineData("call me on (212) 555-0100", "2125550100")]
    [InlineData("+44 20 7946 0000", "442079460000")]
    [InlineData("订单4410，13912345678", "13912345678")]
    public void A_telephone_number_is_its_digits(string message, string digits)
    {
        Assert.Equal(digits, FactsOf.Value(message, "contact_phone"));
        Assert.Null(FactsOf.Value(message, "amount"));
    }

    [Theory]
    [InlineData("卡号6217 0001 2345 6789 012，帮我看看")]
    [InlineData("6217000123456789012")]
    [InlineData("my card 4111 1111 1111 1111 was charged")]
    [InlineData("单号4111 1111 1111 1111")]
    [InlineData("身份证110101199003071234")]
    public void The_number_of_a_card_or_paper_is_never_a_fact(string message)
    {
        foreach (var asked in new[] { null, "order_number", "contact_phone", "amount", "wants" })
            Assert.DoesNotContain(FactsOf.Read(message, asked), mention => mention.Name != "wants" && mention.Value.Count(char.IsDigit) > 4);
    }

    [Theory]
    [InlineData("单号LB-0771", "LB-0771")]
    [InlineData("小票号是 A-90211", "A-90211")]
    [InlineData("订单尾号6605", "6605")]
    [InlineData("订单编号：２０２６１１０８７７１２", "２０２６１１０８７７１２")]
    [InlineData("运单SF1029384756还没到", "SF1029384756")]
    [InlineData("88213307是我的订单号", "88213307")]
    [InlineData("order #55102", "55102")]
    [InlineData("my ref is QX-44071", "QX-44071")]
    [InlineData("HT20261105 这单", "HT20261105")]
    public void An_order_number_is_found_by_its_cue_or_its_shape(string message, string code) => Assert.Equal(code, FactsOf.Value(message, "order_number"));

    [Theory]
    [InlineData("订单3个都没到")]
    [InlineData("order 2 days late")]
    [InlineData("K11商场")]
    [InlineData("account ending 7715")]
    [InlineData("2026-11-08买的")]
    public void Not_every_number_is_an_order(string message) => Assert.Null(FactsOf.Value(message, "order_number"));

    [Theory]
    [InlineData("车牌苏C7M390", "plate_or_vin", "苏C7M390")]
    [InlineData("我的车粤A·12D45", "plate_or_vin", "粤A·12D45")]
    [InlineData("LSVAA4182E2123456", "plate_or_vin", "LSVAA4182E2123456")]
    [InlineData("批号 B20260911", "batch_or_serial", "B20260911")]
    [InlineData("serial number ZX-1100-92", "batch_or_serial", "ZX-1100-92")]
    [InlineData("案件号c-20261030-000123", "case_number", "C-20261030-000123")]
    [InlineData("mail me at Jo.Park+x@example.com.", "contact_email", "Jo.Park+x@example.com")]
    public void Other_codes_have_their_own_places(string message, string fact, string value) => Assert.Equal(value, FactsOf.Value(message, fact));

    [Theory]
    [InlineData("7712", "order_number", "7712")]
    [InlineData("取衣单0881", "order_number", "0881")]
    [InlineData("标签上是QF6-20260", "batch_or_serial", "QF6-20260")]
    [InlineData("Booking under Baker", "order_number", "Baker")]
    public void What_was_asked_for_decides_what_a_code_is(string message, string expected, string value) => Assert.Equal(value, FactsOf.Value(message, expected, expected));
}

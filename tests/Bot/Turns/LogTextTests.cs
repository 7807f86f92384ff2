using ComplaintBot.Turns;
using FsCheck;
using FsCheck.Fluent;

namespace ComplaintBot.Tests.Turns;

public sealed class LogTextTests
{
    [Theory]
    [InlineData("+86 138 1234 5678", "+** *** **** **78")]
    [InlineData("sms:13812345678", "sms:*********78")]
    [InlineData("whatsapp 447700900123 refused", "whatsapp **********23 refused")]
    [InlineData("mail from anna.li@example.com", "mail from a******@example.com")]
    [InlineData("卡号 4111111111111111", "卡号 ************1111")]
    [InlineData("010-6655 4433", "***-**** **33")]
    public void Whom_a_line_is_about_cannot_be_read_from_it(string text, string masked) => Assert.Equal(masked, LogText.Of(text));

    [Theory]
    [InlineData("C-20261120-123456")]
    [InlineData("2026-11-20 16:00")]
    [InlineData("0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("line 4711 of 10000")]
    [InlineData("")]
    public void What_finds_the_fault_stays(string text) => Assert.Equal(text, LogText.Of(text));

    [Fact]
    public void No_seven_digits_in_a_row_and_no_address_are_left_between_words() => Prop.ForAll(
        Gen.ArrayOf(Gen.Elements("13912345678", "call", "+44 20 7946 0018", "bo@x.org", "at", "12", "。", "4111 1111 1111 1111")).ToArbitrary(),
        parts =>
        {
            var masked = LogText.Of(string.Join(" / ", parts));
            return !masked.Split(" / ").Any(part => part.Count(char.IsAsciiDigit) >= 7 || part.StartsWith("bo@", StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();
}

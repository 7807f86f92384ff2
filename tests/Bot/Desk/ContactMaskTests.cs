using ComplaintBot.Desk;

namespace ComplaintBot.Tests.Desk;

public sealed class ContactMaskTests
{
    [Theory]
    [InlineData("打我电话 13812345678", "打我电话 *********78")]
    [InlineData("write to ann.lee@example.com please", "write to *******@example.com please")]
    [InlineData("order 4711 was late by 3 days", "order 4711 was late by 3 days")]
    [InlineData("", "")]
    public void How_a_customer_is_reached_is_hidden(string text, string shown) => Assert.Equal(shown, ContactMask.Hide(text));

    [Fact]
    public void Of_a_fact_only_its_end_is_shown() => Assert.Equal("*********78", ContactMask.HideAll("13812345678"));
}

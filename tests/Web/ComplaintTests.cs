using ComplaintBot.Web.Tests.Driving;
using static Microsoft.Playwright.Assertions;

namespace ComplaintBot.Web.Tests;

/// <summary>Whole complaints through our chat, as a customer makes them.</summary>
public sealed class ComplaintTests(Chromium chromium) : IClassFixture<Chromium>
{
    public static TheoryData<string, bool> Customers => new() { { "zh", false }, { "zh", true }, { "en", false }, { "en", true } };

    [Theory]
    [MemberData(nameof(Customers))]
    public async Task A_whole_complaint_is_made_on_a_desktop_and_on_a_phone(string language, bool isPhone)
    {
        await using var profile = await chromium.ProfileAsync(isPhone: isPhone);
        var chat = await ChatPage.OpenAsync(profile, $"{chromium.Server.Url}/?lang={language}");
        var customer = language == "zh" ? Customer.Chinese : Customer.English;

        var met = await customer.ComplainAsync(chat);

        Assert.Contains("offer", met);
        await Expect(chat.Own.First).ToHaveTextAsync(customer.Grievance);
        await Expect(chat.CaseNumber).ToHaveTextAsync(ChatPage.NumberOfCase);
        await Expect(chat.State).ToHaveTextAsync(language == "zh" ? "已送达" : "Delivered");
        Assert.Empty(chat.Complaints);
        Assert.All(chat.Requests, address => Assert.Contains(chromium.Server.Url[4..], address, StringComparison.Ordinal));
    }
}

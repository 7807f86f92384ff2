using ComplaintBot.Web.Tests.Driving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplaintBot.Web.Tests;

/// <summary>The chat for people who don't see it, don't use a mouse, or see little.</summary>
public sealed class AccessibilityTests(Chromium chromium) : IClassFixture<Chromium>
{
    public static TheoryData<string, ColorScheme, bool> Looks
    {
        get
        {
            var looks = new TheoryData<string, ColorScheme, bool>();
            foreach (var language in (string[])["zh", "en"])
                foreach (var theme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
                    foreach (var isPhone in (bool[])[true, false]) looks.Add(language, theme, isPhone);
            return looks;
        }
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task No_rule_of_accessibility_is_broken_at_any_point_of_a_conversation(string language, ColorScheme theme, bool isPhone)
    {
        await using var profile = await chromium.ProfileAsync(theme: theme, isPhone: isPhone);
        var chat = await ChatPage.NewAsync(profile);
        await chat.Page.GotoAsync($"{chromium.Server.Url}/?lang={language}");
        await HoldsAsync(chat, "the page");
        await chat.Launcher.ClickAsync();
        await Expect(chat.Answers.First).ToBeVisibleAsync();
        await HoldsAsync(chat, "opened");
        await chat.SayAsync(language == "zh" ? "账单算错了，多收了十二块" : "The bill was wrong by 12 yuan");
        await chat.NextAnswerAsync();
        await chat.Chat.Locator(".person").ClickAsync();
        await Expect(chat.CaseNumber).ToBeVisibleAsync();
        await chat.Chat.Locator("input.files").SetInputFilesAsync(Pictures.Small);
        await HoldsAsync(chat, "in the middle");
        await profile.SetOfflineAsync(true);
        await chat.SendButton.ClickAsync();
        await Expect(chat.Banner).ToBeVisibleAsync();
        await chat.Chat.Locator(".menu > .icon").ClickAsync();
        await HoldsAsync(chat, "offline");
    }

    [Fact]
    public async Task The_second_page_of_the_demonstration_holds_the_rules_too()
    {
        await using var profile = await chromium.ProfileAsync("en-GB", ColorScheme.Dark);
        var chat = await ChatPage.OpenAsync(profile, $"{chromium.Server.Url}/shop/?lang=en");
        await Expect(chat.Answers.First).ToContainTextAsync("Yuqing Stores");
        await HoldsAsync(chat, "the shop");
    }

    [Fact]
    public async Task Everything_can_be_done_with_the_keyboard_and_focus_comes_back()
    {
        await using var profile = await chromium.ProfileAsync();
        var chat = await ChatPage.NewAsync(profile);
        await chat.Page.GotoAsync($"{chromium.Server.Url}/?lang=en");
        await chat.Launcher.FocusAsync();
        await chat.Page.Keyboard.PressAsync("Enter");
        await Expect(chat.Box).ToBeFocusedAsync();

        await chat.Page.Keyboard.TypeAsync("The soup was cold");
        await chat.Page.Keyboard.PressAsync("Shift+Enter");
        await chat.Page.Keyboard.TypeAsync("and late");
        await chat.Page.Keyboard.PressAsync("Enter");
        await Expect(chat.Own).ToHaveTextAsync(["The soup was cold\nand late"]);
        await Expect(chat.Box).ToBeFocusedAsync();

        await chat.Page.Keyboard.PressAsync("Escape");
        await Expect(chat.Launcher).ToBeFocusedAsync();
        await chat.Page.Keyboard.PressAsync("Enter");
        for (var tabs = 0; tabs < 8 && !await chat.Chat.Locator(".person").EvaluateAsync<bool>("one => one.matches(':focus')"); tabs++) await chat.Page.Keyboard.PressAsync("Shift+Tab");
        await chat.Page.Keyboard.PressAsync("Enter");
        await Expect(chat.Own.Last).ToHaveTextAsync("I'd like to talk to a person");
    }

    [Fact]
    public async Task A_line_is_read_out_once_and_old_lines_are_not()
    {
        await using var profile = await chromium.ProfileAsync();
        var chat = await ChatPage.OpenAsync(profile, $"{chromium.Server.Url}/?lang=en");
        var spoken = chat.Chat.GetByRole(AriaRole.Log).Locator("p");
        await Expect(spoken).ToHaveCountAsync(1);
        await Expect(spoken.First).ToContainTextAsync("Robin · automated assistant: ");

        await chat.SayAsync("The soup was cold");
        await chat.NextAnswerAsync();
        await Expect(spoken).ToHaveCountAsync(chat.Heard);
        await profile.SetOfflineAsync(true);
        await Expect(chat.Banner).ToBeVisibleAsync();
        await profile.SetOfflineAsync(false);
        await Expect(chat.Banner).ToHaveCountAsync(0);
        await Expect(spoken).ToHaveCountAsync(chat.Heard);

        await chat.ReloadAsync();
        await Expect(chat.Own).ToHaveCountAsync(1);
        await Expect(spoken).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Enter_that_ends_the_choice_of_a_character_sends_nothing()
    {
        await using var profile = await chromium.ProfileAsync();
        var chat = await ChatPage.OpenAsync(profile, $"{chromium.Server.Url}/?lang=zh");
        await chat.Box.FillAsync("tang");

        await chat.Box.DispatchEventAsync("keydown", new { key = "Enter", isComposing = true, bubbles = true, cancelable = true });
        await Expect(chat.Own).ToHaveCountAsync(0);
        await chat.Box.PressAsync("Enter");

        await Expect(chat.Own).ToHaveTextAsync(["tang"]);
    }

    private static async Task HoldsAsync(ChatPage chat, string moment)
    {
        var broken = await chat.Page.BrokenRulesAsync();
        Assert.True(broken.Count == 0, $"{moment}: {string.Join("; ", broken)}");
    }
}

using System.Text.Json;
using ComplaintBot.Web.Tests.Driving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplaintBot.Web.Tests;

/// <summary>What can be said, tapped, shown and copied.</summary>
public sealed class MessageTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Harmful = "<img src=x onerror=\"window.harmed=1\"><script>window.harmed=1</script><b>bold</b> &amp; {{7*7}} ${1+1}";

    public static TheoryData<string, string> OddTexts => new()
    {
        { "five thousand characters", string.Concat(Enumerable.Repeat("汤里有头发。The soup had a hair. ", 250))[..5_000].Trim() },
        { "emoji", "😡😡 👨‍👩‍👧‍👦 🇨🇳 👍🏽 家里四口都等着 ☕️" },
        { "right to left", "الحساء كان باردا، وانتظرنا أربعين دقيقة (order 20931)" },
        { "HTML and script", Harmful },
        { "lines", "first line\n\n  second   line\n\tthird" },
        { "half-width, full-width and rare characters", "单号２０９３１ 𠮷野家 ﷽ a\u0301 z\u200Dw" },
    };

    [Theory]
    [MemberData(nameof(OddTexts))]
    public async Task A_text_is_shown_and_kept_exactly_as_it_was_written(string kind, string text)
    {
        Assert.NotEmpty(kind);
        await using var profile = await chromium.ProfileAsync();
        var chat = await ChatPage.OpenAsync(profile, $"{chromium.Server.Url}/?lang=en");

        await chat.SayAsync(text);
        await Expect(chat.State).ToHaveTextAsync("Delivered");
        await Expect(chat.Answers.Nth(1)).ToBeVisibleAsync();
        await chat.ReloadAsync();

        Assert.Equal([text], await chat.Own.EvaluateAllAsync<string[]>("all => all.map(one => one.textContent)"));
        Assert.Equal(0, await chat.Own.Locator("*").CountAsync());
        Assert.True(await chat.Page.EvaluateAsync<bool>("() => window.harmed === undefined"));
        Assert.Empty(chat.Complaints);
    }

    [Fact]
    public async Task Nothing_from_the_server_is_taken_for_markup_or_run()
    {
        await using var profile = await chromium.ProfileAsync();
        var chat = await ChatPage.NewAsync(profile);
        var harmful = JsonSerializer.Serialize(new
        {
            activities = new[]
            {
                new
                {
                    type = "message",
                    id = "x|0000900",
                    text = $"{Harmful} javascript:alert(1) https://example.org/a?b=<i>",
                    from = new { id = "bot", role = "bot", name = Harmful },
                    attachments = new[] { new { contentType = "text/html", contentUrl = "javascript:window.harmed=1", name = Harmful }, new { contentType = "image/png", contentUrl = "https://elsewhere.example/spy.png", name = "spy" } },
                    suggestedActions = new { actions = new[] { new { type = "openUrl", title = "Open", value = "javascript:window.harmed=1" }, new { type = "imBack", title = Harmful, value = "fine" } } },
                },
            },
            watermark = "900",
        });
        await chat.Page.RouteWebSocketAsync("**/stream*", socket =>
        {
            _ = socket.ConnectToServer();
            socket.Send(harmful);
        });
        await chat.Page.GotoAsync($"{chromium.Server.Url}/?lang=en");
        await chat.Launcher.ClickAsync();

        await Expect(chat.Answers.Last).ToContainTextAsync("{{7*7}}");

        await Expect(chat.Answers.Last.Locator("img, script, b, i")).ToHaveCountAsync(0);
        await Expect(chat.Answers.Last.Locator("a")).ToHaveAttributeAsync("href", "https://example.org/a?b=");
        await Expect(chat.Choices).ToHaveTextAsync([Harmful]);
        await Expect(chat.Chat.Locator(".files > *")).ToHaveCountAsync(0);
        Assert.True(await chat.Page.EvaluateAsync<bool>("() => window.harmed === undefined"));
        Assert.All(chat.Requests, address => Assert.Contains(chromium.Server.Url[4..], address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_hundred_messages_in_a_second_all_arrive_once_and_in_order_though_the_server_slows_them_down()
    {
        await using var server = await BotServer.StartAsync(("Limits__MessagesPerMinute", "80"));
        await using var profile = await chromium.ProfileAsync();
        var chat = await ChatPage.OpenAsync(profile, $"{server.Url}/?lang=en");

        await chat.Chat.EvaluateAsync("""
            async (chat) => {
              const composer = chat.shadowRoot.querySelector('complaint-chat-composer');
              for (let i = 1; i <= 100; i++) composer.dispatchEvent(new CustomEvent('written', { detail: { text: `message ${i}`, files: [] } }));
            }
            """);

        var expected = Enumerable.Range(1, 100).Select(i => $"message {i}").ToArray();
        await Expect(chat.Own).ToHaveTextAsync(expected);
        await Expect(chat.State).ToHaveTextAsync("Going out one by one");
        await Expect(chat.State).ToHaveTextAsync("Delivered", new() { Timeout = 180_000 });
        await chat.ReloadAsync();
        await Expect(chat.Own).ToHaveTextAsync(expected);
    }

    [Fact]
    public async Task A_photo_goes_with_its_text_and_can_be_seen_after_a_reload()
    {
        await using var profile = await chromium.ProfileAsync(isPhone: true);
        var chat = await ChatPage.OpenAsync(profile, $"{chromium.Server.Url}/?lang=zh");
        await chat.Chat.Locator("input.files").SetInputFilesAsync(Pictures.Small);
        await Expect(chat.Chat.Locator("complaint-chat-composer li")).ToHaveCountAsync(1);

        await chat.SayAsync("汤里的就是这个");
        await Expect(chat.State).ToHaveTextAsync("已送达");
        await chat.ReloadAsync();

        var photo = chat.Chat.Locator(".line.mine .files img");
        await Expect(photo).ToHaveAttributeAsync("alt", "soup.png");
        await Expect(photo).ToHaveJSPropertyAsync("naturalWidth", 8);
        await Expect(chat.Own).ToHaveTextAsync(["汤里的就是这个"]);
        Assert.Empty(chat.Complaints);
    }

    [Fact]
    public async Task A_large_photo_that_is_dropped_is_made_small_enough_and_shows_how_far_it_is()
    {
        await using var profile = await chromium.ProfileAsync();
        var chat = await ChatPage.OpenAsync(profile, $"{chromium.Server.Url}/?lang=en");
        await chat.Chat.EvaluateAsync("""
            (chat) => new MutationObserver(() => chat.shadowRoot.querySelector('progress') && (window.showedProgress = true)).observe(chat.shadowRoot, { childList: true, subtree: true })
            """);

        var size = await chat.Chat.EvaluateAsync<int>(Pictures.DropLarge);
        Assert.InRange(size, 4_194_304, 40_000_000);
        await Expect(chat.Chat.Locator("complaint-chat-composer li")).ToHaveCountAsync(1);
        await chat.SendButton.ClickAsync();
        await Expect(chat.State).ToHaveTextAsync("Delivered");
        await chat.ReloadAsync();

        await Expect(chat.Chat.Locator(".line.mine .files img")).ToHaveJSPropertyAsync("naturalWidth", 2_048);
        Assert.Empty(chat.Complaints);
    }

    [Fact]
    public async Task A_photo_is_pasted_and_a_file_of_the_wrong_kind_is_refused_with_a_sentence()
    {
        await using var profile = await chromium.ProfileAsync();
        var chat = await ChatPage.OpenAsync(profile, $"{chromium.Server.Url}/?lang=en");
        await chat.Box.EvaluateAsync("""
            (box) => {
              const data = new DataTransfer();
              data.items.add(new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], 'image.png', { type: 'image/png' }));
              box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        await Expect(chat.Chat.Locator("complaint-chat-composer li")).ToContainTextAsync("Pasted picture.png");

        await chat.Chat.Locator("input.files").SetInputFilesAsync(new FilePayload { Name = "a.exe", MimeType = "application/x-msdownload", Buffer = [77, 90] });
        await Expect(chat.Chat.GetByRole(AriaRole.Alert)).ToContainTextAsync("We can't take a.exe");

        await chat.Chat.Locator("input.files").SetInputFilesAsync(new FilePayload { Name = "b.png", MimeType = "image/png", Buffer = [77, 90] });
        await chat.SendButton.ClickAsync();
        await Expect(chat.State).ToContainTextAsync("We can't take this kind of file");
        await chat.Chat.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(chat.Chat.Locator(".refused")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_case_number_is_copied_and_a_person_is_one_tap_away_at_any_time()
    {
        await using var profile = await chromium.ProfileAsync();
        var chat = await ChatPage.OpenAsync(profile, $"{chromium.Server.Url}/?lang=zh");
        var person = chat.Chat.GetByRole(AriaRole.Button, new() { Name = "找真人" });
        await Expect(person).ToBeInViewportAsync();
        await chat.SayAsync("等了一个小时菜还没上，气死我了");
        await chat.NextAnswerAsync();

        await person.ClickAsync();

        await Expect(chat.Own.Last).ToHaveTextAsync("转人工");
        await Expect(chat.Chat.Locator(".bar")).ToContainTextAsync("正在为您转真人");
        await Expect(person).ToBeInViewportAsync();
        await chat.CaseNumber.ClickAsync();
        await Expect(chat.Chat.Locator(".case")).ToContainTextAsync("已复制");
        Assert.Equal(await chat.CaseNumber.TextContentAsync(), await chat.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task An_answer_that_comes_while_the_chat_is_folded_away_is_counted_and_nothing_pops_up()
    {
        await using var profile = await chromium.ProfileAsync();
        var chat = await ChatPage.OpenAsync(profile, $"{chromium.Server.Url}/?lang=en");
        var folded = new TaskCompletionSource();
        await profile.RouteAsync("**/activities", async route =>
        {
            await folded.Task;
            await route.ContinueAsync();
        });
        await chat.SayAsync("The soup was cold");
        await chat.Box.PressAsync("Escape");
        await Expect(chat.Launcher).ToBeVisibleAsync();
        folded.SetResult();

        await Expect(chat.Launcher).ToContainTextAsync("New reply");
        await Expect(chat.Chat.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await chat.Launcher.ClickAsync();
        await Expect(chat.Own).ToHaveTextAsync(["The soup was cold"]);
    }
}

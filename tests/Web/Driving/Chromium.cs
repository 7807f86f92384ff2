using Microsoft.Playwright;

namespace ComplaintBot.Web.Tests.Driving;

/// <summary>One browser and one server for the tests of a class; every test gets a profile of its own.</summary>
public class Chromium : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The server that tests share which don't harm it.</summary>
    internal BotServer Server { get; private set; } = null!;

    /// <inheritdoc/>
    public virtual async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(20_000);
        Server = await StartServerAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = OnPath("chromium"), Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        await Server.DisposeAsync();
    }

    /// <summary>Starts that server.</summary>
    private protected virtual Task<BotServer> StartServerAsync() => BotServer.StartAsync();

    /// <summary>A profile: its pages share what they keep, as the tabs of a browser do.</summary>
    internal async Task<IBrowserContext> ProfileAsync(string locale = "zh-CN", ColorScheme theme = ColorScheme.Light, bool isPhone = false)
    {
        var context = await browser!.NewContextAsync(new()
        {
            Locale = locale,
            ColorScheme = theme,
            ViewportSize = isPhone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 860 },
            HasTouch = isPhone,
            IsMobile = isPhone,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        context.SetDefaultTimeout(30_000);
        return context;
    }

    private static string OnPath(string command) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, command)).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException($"{command} is not on the PATH. Install it: sudo apt-get install {command}");
}

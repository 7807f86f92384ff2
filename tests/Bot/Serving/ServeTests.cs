using System.Diagnostics;
using System.Text.Json.Nodes;
using ComplaintBot.Tests.Commands;
using ComplaintBot.Tests.Doubles;

namespace ComplaintBot.Tests.Serving;

/// <summary>The product as a process of its own: started, asked to stop, killed, and started again.</summary>
public sealed class ServeTests : IDisposable
{
    /// <summary>The test polls without a pause.</summary>
    private static readonly (string Name, string Value) Patient = ("Limits__RequestsPerMinute", "1000000");

    private readonly TempFolder folder = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });

    public void Dispose()
    {
        http.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task It_says_what_it_works_with_and_stops_when_it_is_asked_to()
    {
        using var product = Product.Start(Product.English, Serve("--playbook", "retail"));
        var said = await product.UntilAsync("Ready.");
        var live = await http.GetAsync(new Uri(Product.AddressOf(said) + "/healthz/live"));

        await product.SignalAsync("TERM");
        var end = (await product.RestAsync()).Well();

        Assert.Equal(200, (int)live.StatusCode);
        Assert.Contains(folder.File("data"), said, StringComparison.Ordinal);
        Assert.Contains("retail", said, StringComparison.Ordinal);
        Assert.Contains("Stopped.", end.Output, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder.File("data"), "token.key")));
    }

    [Fact]
    public async Task Without_arguments_it_serves()
    {
        var start = new ProcessStartInfo("dotnet", [Product.File]) { WorkingDirectory = folder.Path, RedirectStandardOutput = true };
        start.Environment["Server__Urls"] = "http://127.0.0.1:0";
        start.Environment["LANG"] = Product.English;
        using var process = Process.Start(start)!;
        string? line;
        do line = await process.StandardOutput.ReadLineAsync();
        while (line?.StartsWith("Ready.", StringComparison.Ordinal) == false);
        process.Kill();
        await process.WaitForExitAsync();

        Assert.NotNull(line);
        Assert.True(Directory.Exists(folder.File("data")));
    }

    [Theory]
    [InlineData(Product.Chinese, "--urls", "nonsense", "写监听地址")]
    [InlineData(Product.English, "--playbook", "no-such", "playbooks check")]
    public Task Wrong_settings_end_the_start_with_a_sentence(string language, string option, string value, string remedy) => RefusedAsync(language, remedy, option, value);

    [Theory]
    [InlineData(Product.English, "Stop it, or take another address")]
    [InlineData(Product.Chinese, "已被占用")]
    public async Task A_taken_address_ends_the_start_with_what_to_do(string language, string remedy)
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();

        await RefusedAsync(language, remedy, "--urls", $"http://{taken.LocalEndpoint}");
    }

    [Theory]
    [InlineData("http://192.0.2.1:5080", "Take an address of this machine")]
    [InlineData("https://127.0.0.1:0", "dotnet dev-certs https")]
    public Task An_address_nobody_can_listen_on_ends_the_start_with_what_to_do(string address, string remedy) =>
        RefusedAsync(Product.English, remedy, "--urls", address);

    private async Task RefusedAsync(string language, string remedy, string option, string value)
    {
        // Where whoever runs the tests keeps a certificate for development, it is not to be found.
        using var product = Product.Start(language, ("HOME", folder.Path), "serve", "--data", folder.File("data"), option, value);
        var run = await product.RestAsync();

        Assert.Equal(1, run.Code);
        Assert.Contains(value, run.Errors, StringComparison.Ordinal);
        Assert.Contains(remedy, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_kill_the_conversation_goes_on_by_the_same_token_and_watermark()
    {
        OutsidePage page;
        string watermark, answeredId;
        var acknowledged = new List<string>();
        using (var first = Product.Start(Product.English, Patient, Serve()))
        {
            page = await OutsidePage.OpenAsync(http, Product.AddressOf(await first.UntilAsync("Ready.")), new() { ["locale"] = "en", ["playbook"] = "retail" });
            answeredId = await page.SayAsync("the shop overcharged me 20 yuan", "1");
            watermark = (await page.AnsweredAsync(answeredId)).Text("watermark");

            // Acknowledged and killed at once: whether their turns were run is left to chance.
            foreach (var (i, text) in ((string[])["it was the blue coat", "order 4711", "the cashier laughed at me"]).Index())
                acknowledged.Add(await page.SayAsync(text, $"more {i}"));
            await first.KillAsync();
        }

        using var second = Product.Start(Product.English, Patient, Serve());
        page = page with { Address = Product.AddressOf(await second.UntilAsync("Ready.")) };
        var repeated = await page.SayAsync("the cashier laughed at me", "more 2");
        var later = await page.AnsweredAsync(acknowledged[^1], watermark);
        var all = (await page.AnsweredAsync(acknowledged[^1])).Json!["activities"]!.AsArray();

        Assert.Equal(acknowledged[^1], repeated);
        Assert.Equal(acknowledged, later.Json!["activities"]!.AsArray().Where(IsCustomer).Select(Id));
        Assert.Equal([answeredId, .. acknowledged], all.Where(IsCustomer).Select(Id));
        Assert.Equal(all.Select(Id).Distinct(), all.Select(Id));
        Assert.Single(all.Where(activity => !IsCustomer(activity)).GroupBy(activity => activity!["text"]!.GetValue<string>()).Where(same => same.Count() > 1 && same.Key.Contains("assistant", StringComparison.Ordinal)).DefaultIfEmpty());
    }

    private string[] Serve(params string[] more) => ["serve", "--urls", "http://127.0.0.1:0", "--data", folder.File("data"), .. more];

    private static bool IsCustomer(JsonNode? activity) => activity!["from"]!["role"]!.GetValue<string>() == "user";

    private static string Id(JsonNode? activity) => activity!["id"]!.GetValue<string>();
}

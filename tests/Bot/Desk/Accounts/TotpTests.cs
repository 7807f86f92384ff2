using System.Text;
using System.Text.Json.Nodes;
using ComplaintBot.Desk.Accounts;
using ComplaintBot.Tests.DirectLine;

namespace ComplaintBot.Tests.Desk.Accounts;

public sealed class TotpTests : IAsyncLifetime
{
    private LiveServer server = null!;

    public async Task InitializeAsync() => server = await LiveServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    /// <summary>The values of RFC 6238, appendix B, for SHA-1, of which an app with six digits shows the last six.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.Code(Encoding.ASCII.GetBytes("12345678901234567890"), Totp.Step(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    /// <summary>The values of RFC 4648, section 10, without padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Secrets_are_written_as_the_standard_says(string bytes, string text)
    {
        Assert.Equal(text, Totp.Write(Encoding.ASCII.GetBytes(bytes)));
        Assert.Equal(bytes, Encoding.ASCII.GetString(Totp.Read(text)));
    }

    [Fact]
    public async Task With_an_authenticator_app_a_password_alone_is_not_enough()
    {
        var (secret, _) = await EnrolAsync();
        var browser = new DeskBrowser(server);

        Assert.Equal("401 code-needed", (await browser.SignInAsync("Root")).Is());
        Assert.Equal("401 wrong", (await browser.SignInAsync("Root", "wrong password here", Code(secret))).Is());
        Assert.Equal("401 wrong", (await browser.SignInAsync("Root", DeskBrowser.Password, "000000")).Is());
        server.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("200", (await browser.SignInAsync("Root", DeskBrowser.Password, Code(secret))).Is());
        Assert.True((await browser.GetAsync("me")).Json!["totp"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_code_is_taken_once_and_only_within_its_time()
    {
        var (secret, _) = await EnrolAsync();
        server.Clock.Advance(TimeSpan.FromMinutes(2));
        var code = Code(secret);

        Assert.Equal("200", (await new DeskBrowser(server).SignInAsync("Root", DeskBrowser.Password, code)).Is());
        Assert.Equal("401 wrong", (await new DeskBrowser(server).SignInAsync("Root", DeskBrowser.Password, code)).Is());
        server.Clock.Advance(TimeSpan.FromSeconds(60));
        var early = Code(secret);
        server.Clock.Advance(TimeSpan.FromSeconds(90));
        Assert.Equal("401 wrong", (await new DeskBrowser(server).SignInAsync("Root", DeskBrowser.Password, early)).Is());
    }

    [Fact]
    public async Task Wrong_codes_lock_the_name_too()
    {
        await EnrolAsync();
        var browser = new DeskBrowser(server);
        for (var i = 0; i < 4; i++) Assert.Equal("401 wrong", (await browser.SignInAsync("Root", DeskBrowser.Password, "000000")).Is());

        Assert.Equal("423 locked", (await browser.SignInAsync("Root", DeskBrowser.Password, "000000")).Is());
    }

    [Fact]
    public async Task A_recovery_code_lets_in_once()
    {
        var (_, recovery) = await EnrolAsync();
        Assert.Equal(10, recovery.Distinct().Count());

        Assert.Equal("200", (await new DeskBrowser(server).SignInAsync("Root", DeskBrowser.Password, recovery[0].ToLowerInvariant())).Is());
        Assert.Equal("401 wrong", (await new DeskBrowser(server).SignInAsync("Root", DeskBrowser.Password, recovery[0])).Is());
        Assert.Equal("200", (await new DeskBrowser(server).SignInAsync("Root", DeskBrowser.Password, recovery[1])).Is());
    }

    [Fact]
    public async Task An_app_is_added_with_a_right_code_and_removed_with_the_password()
    {
        var admin = await DeskBrowser.AdminAsync(server);
        Assert.Equal("400 wrong-code", (await admin.PostAsync("totp/confirm", new JsonObject { ["code"] = "123456" })).Is());
        var begun = await admin.PostAsync("totp/begin");
        Assert.Contains($"secret={begun.Text("secret")}", begun.Text("uri"), StringComparison.Ordinal);
        Assert.Equal("200", (await new DeskBrowser(server).SignInAsync("Root")).Is());
        Assert.Equal("200", (await admin.PostAsync("totp/confirm", new JsonObject { ["code"] = Code(begun.Text("secret")) })).Is());

        Assert.Equal("400 wrong-password", (await admin.DeleteAsync("totp", new JsonObject { ["password"] = "wrong password here" })).Is());
        Assert.Equal("204", (await admin.DeleteAsync("totp", new JsonObject { ["password"] = DeskBrowser.Password })).Is());
        Assert.Equal("200", (await new DeskBrowser(server).SignInAsync("Root")).Is());
    }

    [Fact]
    public async Task The_secret_is_nowhere_in_the_database()
    {
        var (secret, recovery) = await EnrolAsync();
        await server.EndAsync();

        foreach (var file in Directory.GetFiles(server.Data, "desk.db*"))
        {
            var bytes = await File.ReadAllTextAsync(file, Encoding.Latin1);
            Assert.DoesNotContain(secret, bytes, StringComparison.Ordinal);
            Assert.DoesNotContain(recovery[0], bytes, StringComparison.Ordinal);
            Assert.DoesNotContain(DeskBrowser.Password, bytes, StringComparison.Ordinal);
        }
    }

    private string Code(string secret) => Totp.Code(Totp.Read(secret), Totp.Step(server.Clock.GetUtcNow()));

    private async Task<(string Secret, string[] Recovery)> EnrolAsync()
    {
        var admin = await DeskBrowser.AdminAsync(server);
        var secret = (await admin.PostAsync("totp/begin")).Text("secret");
        var confirmed = await admin.PostAsync("totp/confirm", new JsonObject { ["code"] = Code(secret) });
        return (secret, [.. confirmed.Json!["recovery"]!.AsArray().Select(code => code!.GetValue<string>())]);
    }
}

using ComplaintBot.Commands;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Serving;
using ComplaintBot.Settings;
using Microsoft.Extensions.Configuration;

namespace ComplaintBot.Tests.Serving;

public sealed class SettingsTests
{
    [Fact]
    public void Without_any_settings_everything_has_its_default()
    {
        var (settings, errors) = Read();

        Assert.Empty(errors);
        Assert.Equal(["http://localhost:5080"], settings.Urls);
        Assert.Equal("data", settings.Data);
        Assert.Equal(TimeSpan.FromMinutes(30), settings.DirectLine.TokenLife);
        Assert.Empty(Assert.Single(settings.DirectLine.Sites).Value.Origins);
        Assert.Equal(TimeSpan.FromHours(8), settings.DirectLine.Zone.BaseUtcOffset);
    }

    [Theory]
    [InlineData("Server:Urls", "localhost:5080", "http://localhost:5080")]
    [InlineData("Server:StopWithinSeconds", "0", "from 1 to 300")]
    [InlineData("Server:FrameAncestors", "shop.example", "https://shop.example")]
    [InlineData("Server:Proxies", "proxy", "10.0.0.2")]
    [InlineData("Server:Proxies", "10.0.0.0/40", "10.0.0.0/24")]
    [InlineData("Server:Date", "data", "no setting")]
    [InlineData("Limits:MessagesPerMinute", "many", "from 6 to 6000")]
    [InlineData("Limits:MessagePerMinute", "6", "no setting")]
    [InlineData("DirectLine:TokenMinutes", "19", "from 20 to 1440")]
    [InlineData("DirectLine:TimeZone", "Moon/Base", "Asia/Shanghai")]
    [InlineData("DirectLine:PublicUrl", "https://care.example/path", "without a path")]
    [InlineData("DirectLine:SigningKey", "short", "openssl rand -base64 32")]
    [InlineData("DirectLine:FileKinds", "image/png, application/exe", "image/png")]
    [InlineData("DirectLine:Sites:shop:Origins", "https://shop.example/", "without a path")]
    [InlineData("DirectLine:Sites:shop:Secret", "short", "openssl rand -hex 24")]
    [InlineData("DirectLine:Sites:shop:Playbooks", "no-such", "playbooks check")]
    [InlineData("Store:Kind", "mysql", "write sqlite")]
    [InlineData("Store:Kind", "redis", "redis.internal:6379")]
    [InlineData("Store:Redis:Endpoints", "127.0.0.1:6379", "write redis as Store:Kind")]
    [InlineData("Store:Redis:Prefix", "{p}", "letters, digits and hyphens")]
    [InlineData("Store:Redis:Tls", "perhaps", "true or false")]
    [InlineData("Store:Redis:CommandTimeoutMilliseconds", "1", "from 100 to 60000")]
    [InlineData("Store:Redis:Passwort", "x", "no setting")]
    [InlineData("Ledger:Kind", "mysql", "write sqlite")]
    [InlineData("Ledger:Postgres:Connection", "Host=x", "write postgres as Ledger:Kind")]
    [InlineData("Ledger:Postgres:Passwort", "x", "no setting")]
    [InlineData("Telemetry:Endpoint", "collector:4317", "like http://collector.internal:4317")]
    [InlineData("Telemetry:Protocol", "udp", "write grpc or http")]
    [InlineData("Telemetry:Log", "xml", "write text or json")]
    [InlineData("Telemetry:SecondsBetween", "0", "from 1 to 600")]
    [InlineData("DirectLine:Sites:my_shop:Playbooks", "retail", "hyphens")]
    public void A_mistake_is_told_with_what_to_write(string name, string value, string remedy)
    {
        var error = Assert.Single(Read((name, value)).Errors);

        Assert.StartsWith(name[..name.LastIndexOf(':')], error, StringComparison.Ordinal);
        Assert.Contains(remedy, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Cases_in_PostgreSQL_need_conversations_in_Redis()
    {
        var error = Assert.Single(Read(("Ledger:Kind", "postgres"), ("Ledger:Postgres:Connection", "Host=db.internal;Database=complaints;Username=complaints")).Errors);

        Assert.StartsWith("Ledger:Kind", error, StringComparison.Ordinal);
        Assert.Contains("write redis as Store:Kind", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Proxies_are_addresses_or_networks()
    {
        var (settings, errors) = Read(("Server:Proxies", "10.0.0.2, 10.1.0.0/16, fd00::/8"));

        Assert.Empty(errors);
        Assert.Equal(["10.0.0.2/32", "10.1.0.0/16", "fd00::/8"], settings.Proxies.Select(proxy => $"{proxy}"));
    }

    [Fact]
    public void All_mistakes_are_told_at_once_and_no_secret_is_repeated()
    {
        var (_, errors) = Read(("Limits:BodyBytes", "x"), ("DirectLine:Sites:a:Secret", "pssst"), ("DirectLine:SigningKey", "hush"));

        Assert.Equal(3, errors.Count);
        Assert.All(errors, error => Assert.True(!error.Contains("pssst", StringComparison.Ordinal) && !error.Contains("hush", StringComparison.Ordinal)));
    }

    [Fact]
    public void Lists_may_be_written_as_one_text_or_as_a_list()
    {
        var (settings, errors) = Read(("DirectLine:Sites:a:Origins", "https://a.example, https://b.example"), ("DirectLine:Sites:b:Origins:0", "https://c.example"), ("DirectLine:Sites:b:Origins:1", "https://d.example"));

        Assert.Empty(errors);
        Assert.Equal(["https://a.example", "https://b.example"], settings.DirectLine.Sites["a"].Origins);
        Assert.Equal(["https://c.example", "https://d.example"], settings.DirectLine.Sites["b"].Origins);
    }

    [Theory]
    [InlineData("Store:Kind", "mysql", "Store:Kind 现在是“mysql”：单个节点用内置存储，写 sqlite；不限节点数，写 redis。")]
    [InlineData("Limits:BodyBytes", "1", "Limits:BodyBytes 现在是“1”：写 16384 到 16777216 之间的整数。")]
    [InlineData("DirectLine:SigningKey", "short", "DirectLine:SigningKey：写至少 32 个随机字节的 base64，比如用 openssl rand -base64 32 生成。")]
    [InlineData("Server:Date", "data", "没有 Server:Date 这个设置：删掉它，或者照设置表改成对的名字。")]
    [InlineData("Channels:WeChat:Mode", "safe", "Channels:WeChat:EncodingAESKey：没有写。safe 模式要用平台“基本配置”里显示的 43 位字母和数字。")]
    public void Mistakes_are_told_in_Chinese_too(string name, string value, string told) => Assert.Contains(told, Read(Tongue.ZhHans, (name, value)).Errors);

    [Fact]
    public void What_was_found_is_never_taken_for_a_placeholder_and_is_cut()
    {
        Assert.Contains("is '{setting} {remedy}'", Assert.Single(Read(("Store:Kind", "{setting} {remedy}")).Errors), StringComparison.Ordinal);
        Assert.Contains($"is '{new string('x', 80)}…'", Assert.Single(Read(("Store:Kind", new string('x', 81))).Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Tongue.ZhHans)]
    [InlineData(Tongue.En)]
    public void Every_remedy_has_its_words(Tongue tongue)
    {
        var texts = ConsoleTexts.In(tongue);

        Assert.All(Enum.GetValues<Remedy>(), remedy => Assert.NotEmpty(texts.Of(new("Some:Setting", remedy, null, IsMissing: false, []))));
    }

    private static (ServeSettings Settings, IReadOnlyList<string> Errors) Read(params (string Name, string Value)[] given) => Read(Tongue.En, given);

    private static (ServeSettings Settings, IReadOnlyList<string> Errors) Read(Tongue tongue, params (string Name, string Value)[] given)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(given.Select(one => KeyValuePair.Create(one.Name, (string?)one.Value))).Build();
        var (settings, mistakes) = SettingsFile.Read(configuration, [], name => name == "retail");
        return (settings, [.. mistakes.Select(ConsoleTexts.In(tongue).Of)]);
    }
}

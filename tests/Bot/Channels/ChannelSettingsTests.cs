using ComplaintBot.Commands;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Serving;
using Microsoft.Extensions.Configuration;

namespace ComplaintBot.Tests.Channels;

public sealed class ChannelSettingsTests
{
    private const string Token = "123456:AAbbCCddEEffGGhhIIjjKKllMMnnOOpp";

    [Fact]
    public void Without_a_section_a_channel_is_off()
    {
        var (settings, errors) = Read();

        Assert.Empty(errors);
        Assert.True(settings.Channels is { Telegram: null, WeChat: null });
    }

    [Fact]
    public void A_token_is_all_telegram_needs_and_is_written_nowhere()
    {
        var (settings, errors) = Read(("Channels:Telegram:Token", Token));

        Assert.Empty(errors);
        Assert.Equal("123456", settings.Channels.Telegram!.Bot);
        Assert.Equal(64, settings.Channels.Telegram.Secret.Length);
        Assert.DoesNotContain("AAbb", settings.Channels.Telegram.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Channels:Telegram:Secret", "with space", "A-Z")]
    [InlineData("Channels:Telegram:Token", "pssst", "@BotFather")]
    [InlineData("Channels:Telegram:PublicUrl", "http://care.example", "https://care.example")]
    [InlineData("Channels:Telegram:PublicUrl", "https://care.example:5000", "8443")]
    [InlineData("Channels:Telegram:Api", "http://api.example", "https://api.telegram.org")]
    [InlineData("Channels:Telegram:Playbooks", "no-such", "playbooks check")]
    [InlineData("Channels:Telegram:MediaBytes", "1", "from 65536")]
    [InlineData("Channels:Telegram:Tokens", "x", "no setting")]
    [InlineData("Channels:WeChat:EncodingAESKey", "short", "43 letters")]
    [InlineData("Channels:WeChat:Mode", "unsafe", "compatible")]
    [InlineData("Channels:WeChat:Mode", "safe", "EncodingAESKey: is missing")]
    [InlineData("Channels:WeChat:Token", "a b", "3 to 32")]
    [InlineData("Channels:WeChat:Choices", "buttons", "numbers or lines")]
    public void A_mistake_is_told_with_what_to_write(string name, string value, string remedy)
    {
        var error = Assert.Single(Read([("Channels:Telegram:Token", Token), ("Channels:WeChat:AppId", "wx1"), ("Channels:WeChat:Secret", "s"), ("Channels:WeChat:Token", "abc"), (name, value)]).Errors);

        Assert.Contains(remedy, error, StringComparison.Ordinal);
        Assert.DoesNotContain("pssst", error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_is_told_all_at_once()
    {
        var (_, errors) = Read(("Channels:WeChat:Mode", "plain"));

        Assert.Equal(["AppId", "Secret", "Token"], errors.Select(error => error.Split(':')[2]));
        Assert.All(errors, error => Assert.Contains("is missing", error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Channels:Kefu:People", "desk", "CorpId, Secret, Token, EncodingAESKey")]
    [InlineData("Channels:WeCom:MediaBytes", "70000", "CorpId, Secret, Token, EncodingAESKey, AgentId")]
    [InlineData("Channels:BotFramework:Cloud", "public", "AppId, Secret")]
    public void A_channel_that_is_begun_is_finished(string name, string value, string missing)
    {
        var (_, errors) = Read((name, value));

        Assert.Equal(missing, string.Join(", ", errors.Select(error => error.Split(':')[2])));
        Assert.All(errors, error => Assert.Contains("is missing", error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Channels:BotFramework:Tenant", "contoso", "directory")]
    [InlineData("Channels:BotFramework:Callers", "somebody", "app ids")]
    [InlineData("Channels:BotFramework:Hosts", "http://x", "without scheme")]
    [InlineData("Channels:BotFramework:Cloud", "mars", "government")]
    [InlineData("Channels:BotFramework:People", "office", "desk or platform")]
    [InlineData("Channels:BotFramework:PublicUrl", "http://care.example", "https://care.example")]
    [InlineData("Channels:BotFramework:Login", "http://login.example", "https://login.microsoftonline.com")]
    public void A_mistake_of_the_bot_framework_is_told_with_what_to_write(string name, string value, string remedy)
    {
        var error = Assert.Single(Read(("Channels:BotFramework:AppId", LoopbackAzure.AppId), ("Channels:BotFramework:Secret", "pssst"), (name, value)).Errors);

        Assert.Contains(remedy, error, StringComparison.Ordinal);
        Assert.DoesNotContain("pssst", error, StringComparison.Ordinal);
    }

    private static (ServeSettings Settings, IReadOnlyList<string> Errors) Read(params (string Name, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>();
        foreach (var (name, value) in settings) values[name] = value;
        var (read, mistakes) = SettingsFile.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build(), [], name => name == "property");
        return (read, [.. mistakes.Select(ConsoleTexts.In(Tongue.En).Of)]);
    }
}

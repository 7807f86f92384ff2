using ComplaintBot.Commands;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Language;
using Microsoft.Extensions.Configuration;

namespace ComplaintBot.Tests.Language;

public sealed class AzureLanguageSettingsTests
{
    private const string Endpoint = "https://care.cognitiveservices.azure.com";

    [Fact]
    public void Without_an_endpoint_it_is_off()
    {
        var (settings, errors) = Read();
        Assert.Null(settings);
        Assert.Empty(errors);
    }

    [Fact]
    public void Everything_can_be_set()
    {
        var (settings, errors) = Read(("Endpoint", "https://chinaeast2.api.cognitive.azure.cn/"), ("Identity", "system"), ("TimeoutMilliseconds", "300"), ("Tasks", "sentiment, key-phrases"));
        Assert.Empty(errors);
        Assert.Equal(("system", TimeSpan.FromMilliseconds(300)), (settings!.Identity, settings.Timeout));
        Assert.Equal([LanguageTask.Sentiment, LanguageTask.KeyPhrases], settings.Tasks);
        Assert.True(settings.IsChina);
    }

    [Fact]
    public void The_defaults_ask_for_everything_and_wait_eight_tenths_of_a_second()
    {
        var (settings, _) = Read(("Endpoint", Endpoint), ("Key", "abc"));
        Assert.Equal(TimeSpan.FromMilliseconds(800), settings!.Timeout);
        Assert.Equal(3, settings.Tasks.Count);
        Assert.False(settings.IsChina);
    }

    [Theory]
    [InlineData("Endpoint", "care.cognitiveservices.azure.com", "https://care.cognitiveservices.azure.com")]
    [InlineData("Endpoint", "http://care.cognitiveservices.azure.com", "scheme and host")]
    [InlineData("Endpoint", "https://care.cognitiveservices.azure.com/language", "without a path")]
    [InlineData("TimeoutMilliseconds", "801", "100 to 800")]
    [InlineData("TimeoutMilliseconds", "soon", "100 to 800")]
    [InlineData("Tasks", "sentiment, poems", "personal-data")]
    [InlineData("Kay", "abc", "Kay is no setting")]
    [InlineData("Identity", "me", "either Key")]
    public void A_mistake_is_answered_with_what_to_write(string name, string value, string said)
    {
        var (settings, errors) = Read(("Endpoint", Endpoint), ("Key", "abc"), (name, value));
        Assert.Null(settings);
        Assert.Contains(said, Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_without_an_endpoint_is_a_mistake() => Assert.Contains("Endpoint: is not set", Assert.Single(Read(("Key", "abc")).Errors), StringComparison.Ordinal);

    [Fact]
    public void A_key_is_never_shown()
    {
        var (_, errors) = Read(("Endpoint", Endpoint), ("Key", "se cret"));
        Assert.DoesNotContain("cret", Assert.Single(errors), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Read(("Endpoint", Endpoint), ("Key", "secret")).Settings!.ToString(), StringComparison.Ordinal);
    }

    private static (AzureLanguageSettings? Settings, IReadOnlyList<string> Errors) Read(params (string Name, string Value)[] set)
    {
        var values = new Dictionary<string, string?>();
        foreach (var (name, value) in set) values[$"Language:Azure:{name}"] = value;
        var (settings, mistakes) = AzureLanguageSettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        return (settings, [.. mistakes.Select(ConsoleTexts.In(Tongue.En).Of)]);
    }
}

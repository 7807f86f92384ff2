using System.Collections.Frozen;
using YamlDotNet.Serialization;

namespace ComplaintBot.Desk.Accounts;

/// <summary>What the desk says to its people about signing in, from <c>texts.*.yaml</c>.</summary>
internal sealed class AccountTexts
{
    private static readonly Lazy<AccountTexts> Chinese = new(() => Load("zh-Hans"));
    private static readonly Lazy<AccountTexts> English = new(() => Load("en"));

    private readonly FrozenDictionary<string, string> texts;

    private AccountTexts(string language, FrozenDictionary<string, string> texts) => (Language, this.texts) = (language, texts);

    /// <summary>The tag of the language.</summary>
    public string Language { get; }

    /// <summary>A text.</summary>
    /// <exception cref="KeyNotFoundException">There is none of this name.</exception>
    public string this[string key] => texts.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"No desk text '{key}'.");

    /// <summary>The texts for the list of an <c>Accept-Language</c> header, chosen as the channels choose theirs.</summary>
    public static AccountTexts For(string? accepted) => Channels.ChannelTexts.For(accepted).Language == "en" ? English.Value : Chinese.Value;

    private static AccountTexts Load(string language)
    {
        var name = $"Desk.Accounts.texts.{language}.yaml";
        using var stream = typeof(AccountTexts).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The resource '{name}' is missing from the build.");
        using var reader = new StreamReader(stream);
        return new(language, new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(reader).ToFrozenDictionary());
    }
}

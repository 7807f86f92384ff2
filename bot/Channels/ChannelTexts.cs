using System.Collections.Frozen;
using YamlDotNet.Serialization;

namespace ComplaintBot.Channels;

/// <summary>What channels say to people and programs in their own name, from <c>texts.*.yaml</c>.</summary>
internal sealed class ChannelTexts
{
    private static readonly Lazy<ChannelTexts> Chinese = new(() => Load("zh-Hans"));
    private static readonly Lazy<ChannelTexts> English = new(() => Load("en"));

    private readonly FrozenDictionary<string, string> texts;

    private ChannelTexts(string language, FrozenDictionary<string, string> texts) => (Language, this.texts) = (language, texts);

    /// <summary>The tag of the language.</summary>
    public string Language { get; }

    /// <summary>A text.</summary>
    /// <exception cref="KeyNotFoundException">There is none of this name.</exception>
    public string this[string key] => texts.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"No channel text '{key}'.");

    /// <summary>The texts for a language tag or the list of an <c>Accept-Language</c> header: the first language we speak; English for others, Chinese for none.</summary>
    public static ChannelTexts For(string? accepted)
    {
        if (string.IsNullOrWhiteSpace(accepted)) return Chinese.Value;
        foreach (var range in accepted.Split(',', 8))
        {
            var tag = range.AsSpan().Trim();
            if (tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase)) return Chinese.Value;
            if (tag.StartsWith("en", StringComparison.OrdinalIgnoreCase)) return English.Value;
        }

        return English.Value;
    }

    private static ChannelTexts Load(string language)
    {
        var name = $"Channels.texts.{language}.yaml";
        using var stream = typeof(ChannelTexts).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The resource '{name}' is missing from the build.");
        using var reader = new StreamReader(stream);
        return new(language, new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(reader).ToFrozenDictionary());
    }
}

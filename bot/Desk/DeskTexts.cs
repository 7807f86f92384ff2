using System.Collections.Frozen;
using YamlDotNet.Serialization;

namespace ComplaintBot.Desk;

/// <summary>What the desk's server says to people at it, in one language.</summary>
internal sealed class DeskTexts
{
    private static readonly Lazy<DeskTexts> Chinese = new(() => Load("zh-Hans"));
    private static readonly Lazy<DeskTexts> English = new(() => Load("en"));

    private readonly FrozenDictionary<string, string> texts;

    private DeskTexts(string language, FrozenDictionary<string, string> texts) => (Language, this.texts) = (language, texts);

    /// <summary>The tag of the language.</summary>
    public string Language { get; }

    /// <summary>A text by its key.</summary>
    /// <exception cref="KeyNotFoundException">There is none of this name.</exception>
    public string this[string key] => texts.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"No text of the desk '{key}'.");

    /// <summary>The texts for an <c>Accept-Language</c> header: the first language we speak; English for others, Chinese for none.</summary>
    public static DeskTexts For(string? accepted)
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

    private static DeskTexts Load(string language)
    {
        var name = $"Desk.texts.{language}.yaml";
        using var stream = typeof(DeskTexts).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The resource '{name}' is missing from the build.");
        using var reader = new StreamReader(stream);
        return new(language, new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(reader).ToFrozenDictionary());
    }
}

using System.Collections.Frozen;
using System.Text.RegularExpressions;
using YamlDotNet.Serialization;

namespace ComplaintBot.Desk.Paging;

/// <summary>What pages say, from <c>texts.*.yaml</c>.</summary>
internal sealed partial class PageTexts
{
    private static readonly Lazy<PageTexts> Chinese = new(() => Load("zh-Hans"));
    private static readonly Lazy<PageTexts> English = new(() => Load("en"));

    private readonly FrozenDictionary<string, string> texts;

    private PageTexts(string language, FrozenDictionary<string, string> texts) => (Language, this.texts) = (language, texts);

    /// <summary>The tag of the language.</summary>
    public string Language { get; }

    /// <summary>A text.</summary>
    /// <exception cref="KeyNotFoundException">There is none of this name.</exception>
    public string this[string key] => texts.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"No page text '{key}'.");

    /// <summary>The texts of a language, or of an <c>Accept-Language</c> header.</summary>
    public static PageTexts For(string? accepted) => Channels.ChannelTexts.For(accepted).Language == "en" ? English.Value : Chinese.Value;

    /// <summary>Fills the names in braces in one pass, so that braces in a customer's words stay what they are.</summary>
    /// <param name="template">The text; a name nobody knows stays as it is.</param>
    /// <param name="values">What to fill in.</param>
    /// <param name="write">How the place wants it written.</param>
    public static string Fill(string template, IReadOnlyDictionary<string, string> values, Func<string, string> write) =>
        Placeholder().Replace(template, match => values.TryGetValue(match.Groups[1].Value, out var value) ? write(value) : match.Value);

    [GeneratedRegex("""\{([a-z]{1,20})\}""")]
    private static partial Regex Placeholder();

    private static PageTexts Load(string language)
    {
        var name = $"Desk.Paging.texts.{language}.yaml";
        using var stream = typeof(PageTexts).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The resource '{name}' is missing from the build.");
        using var reader = new StreamReader(stream);
        return new(language, new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(reader).ToFrozenDictionary());
    }
}

using System.Collections.Frozen;
using YamlDotNet.Serialization;

namespace ComplaintBot.Channels;

/// <summary>Texts of one language, from a <c>texts.*.yaml</c> beside the code that says them.</summary>
internal sealed class Texts
{
    private readonly string file;
    private readonly FrozenDictionary<string, string> texts;

    private Texts(string language, string file, FrozenDictionary<string, string> texts) => (Language, this.file, this.texts) = (language, file, texts);

    /// <summary>The tag of the language.</summary>
    public string Language { get; }

    /// <summary>A text.</summary>
    /// <exception cref="KeyNotFoundException">There is none of this name.</exception>
    public string this[string key] => texts.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"No text '{key}' in {file}.");

    /// <summary>Reads the texts of a room.</summary>
    /// <param name="room">Its namespace below the product's root.</param>
    /// <param name="language">The tag of the language.</param>
    public static Texts Load(string room, string language)
    {
        var file = $"{room}.texts.{language}.yaml";
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream(file) ?? throw new InvalidOperationException($"The resource '{file}' is missing from the build.");
        using var reader = new StreamReader(stream);
        return new(language, file, new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(reader).ToFrozenDictionary());
    }
}

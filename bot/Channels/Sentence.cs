using System.Globalization;

namespace ComplaintBot.Channels;

/// <summary>What somebody who runs the server is told of a messenger, in the language they read.</summary>
/// <param name="Key">Its text.</param>
/// <param name="Values">What stands in its places.</param>
internal sealed record Sentence(string Key, params IReadOnlyList<(string Name, string Value)> Values)
{
    /// <summary>A sentence with the code the other side gave.</summary>
    public static Sentence Of(string key, long code) => new(key, ("code", code.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The words in a language.</summary>
    /// <param name="language">Its tag.</param>
    public string In(string language)
    {
        var text = ChannelTexts.For(language)[Key];
        foreach (var (name, value) in Values) text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        return text;
    }

    /// <summary>In English, as logs and files are.</summary>
    public override string ToString() => In("en");
}

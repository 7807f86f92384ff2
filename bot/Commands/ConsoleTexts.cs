using System.Text.Json;
using ComplaintBot.Channels;
using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Settings;

namespace ComplaintBot.Commands;

/// <summary>What the commands say in a terminal, from <c>texts.*.yaml</c>.</summary>
internal sealed class ConsoleTexts
{
    private const int LongestFound = 80;

    private readonly Texts texts;
    private readonly bool traditional;

    private ConsoleTexts(Texts texts, bool traditional) => (this.texts, this.traditional) = (texts, traditional);

    /// <summary>The tag of the language the texts are written in.</summary>
    public string Language => texts.Language;

    /// <summary>The texts of a language.</summary>
    public static ConsoleTexts In(Tongue tongue) => new(Texts.Load("Commands", tongue == Tongue.En ? "en" : "zh-Hans"), tongue == Tongue.ZhHant);

    /// <summary>The language of the terminal, by <c>LC_ALL</c>, <c>LC_MESSAGES</c> or <c>LANG</c>: Chinese unless it is another one.</summary>
    public static Tongue OfTerminal()
    {
        foreach (var variable in (ReadOnlySpan<string>)["LC_ALL", "LC_MESSAGES", "LANG"])
        {
            var value = Environment.GetEnvironmentVariable(variable)?.Replace('_', '-');
            if (string.IsNullOrEmpty(value) || value is "C" or "POSIX" || value.StartsWith("C.", StringComparison.Ordinal)) continue;
            return TongueTags.TryParse(value.Split('.')[0], out var tongue) ? tongue : Tongue.En;
        }

        return Tongue.ZhHans;
    }

    /// <summary>What is wrong with a setting, and what to write.</summary>
    public string Of(SettingMistake mistake)
    {
        if (mistake.Remedy is not { } remedy) return this["setting-unknown", ("setting", mistake.Setting)];
        var toWrite = this[$"remedy-{JsonNamingPolicy.KebabCaseLower.ConvertName($"{remedy}")}", [.. mistake.Values]];
        if (mistake.IsMissing) return this["setting-missing", ("setting", mistake.Setting), ("remedy", toWrite)];
        if (mistake.Found is not { } found) return this["setting-wrong", ("setting", mistake.Setting), ("remedy", toWrite)];
        return this["setting-wrong-found", ("setting", mistake.Setting), ("remedy", toWrite), ("found", found.Length <= LongestFound ? found : $"{found[..LongestFound]}…")];
    }

    /// <summary>A text with its placeholders filled.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public string this[string key, params ReadOnlySpan<(string Name, string Value)> values]
    {
        get
        {
            var text = texts[key];
            if (traditional) text = ChineseScript.ToTraditional(text);
            foreach (var (name, value) in values) text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
            return text;
        }
    }
}

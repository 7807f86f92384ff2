using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace ComplaintBot.Settings;

/// <summary>
/// Reads settings one by one, with their bounds and defaults. A mistake is noted with what to write, and reading goes on, so that all
/// of them are shown at once; so are names that were never asked for.
/// </summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly HashSet<string> asked = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<SettingMistake> mistakes = [];

    /// <summary>A text, or the default where there is none.</summary>
    public string? Text(string name, string? byDefault = null)
    {
        asked.Add(name);
        return configuration[name] is { Length: > 0 } text ? text : byDefault;
    }

    /// <summary>One of two words; the first where there is none.</summary>
    public string OneOf(string name, string first, string second)
    {
        var text = Text(name, first)!;
        if (text != first && text != second) Wrong(name, Remedy.OneOfTwo, text, (nameof(first), first), (nameof(second), second));
        return text;
    }

    /// <summary>Yes or no, as <c>true</c> or <c>false</c>.</summary>
    public bool Truth(string name, bool byDefault)
    {
        if (Text(name) is not { } text) return byDefault;
        if (bool.TryParse(text, out var isSo)) return isSo;
        Wrong(name, Remedy.TrueOrFalse, text);
        return byDefault;
    }

    /// <summary>A whole number between two bounds, both allowed.</summary>
    public int Number(string name, int byDefault, int least, int most)
    {
        if (Text(name) is not { } text) return byDefault;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        Wrong(name, Remedy.WholeNumber, text, (nameof(least), least.ToString(CultureInfo.InvariantCulture)), (nameof(most), most.ToString(CultureInfo.InvariantCulture)));
        return byDefault;
    }

    /// <summary>A list: one value, several separated by commas or spaces, or a list of the file.</summary>
    public IReadOnlyList<string> List(string name, params ReadOnlySpan<string> byDefault)
    {
        string[] values = [.. configuration.GetSection(name).GetChildren().Select(child => child.Value ?? "")];
        foreach (var i in Enumerable.Range(0, values.Length)) asked.Add($"{name}:{i}");
        if (values.Length == 0) values = Text(name)?.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? byDefault.ToArray();
        return values;
    }

    /// <summary>The names below a section.</summary>
    public IReadOnlyList<string> Names(string section) => [.. configuration.GetSection(section).GetChildren().Select(child => child.Key)];

    /// <summary>Notes that a setting is wrong.</summary>
    /// <param name="name">The setting.</param>
    /// <param name="remedy">What to write.</param>
    /// <param name="found">What was found; null for secrets.</param>
    /// <param name="values">What fills the placeholders of the remedy.</param>
    public void Wrong(string name, Remedy remedy, string? found = null, params ReadOnlySpan<(string Name, string Value)> values) => mistakes.Add(new(name, remedy, found, IsMissing: false, values.ToArray()));

    /// <summary>Notes that a setting is missing.</summary>
    /// <param name="name">The setting.</param>
    /// <param name="remedy">What to write.</param>
    /// <param name="values">What fills the placeholders of the remedy.</param>
    public void Missing(string name, Remedy remedy, params ReadOnlySpan<(string Name, string Value)> values) => mistakes.Add(new(name, remedy, null, IsMissing: true, values.ToArray()));

    /// <summary>All mistakes, and the names below some sections that nobody knows.</summary>
    public IReadOnlyList<SettingMistake> Mistakes(params ReadOnlySpan<string> sections)
    {
        var all = new List<SettingMistake>(mistakes);
        foreach (var section in sections)
            foreach (var (name, value) in configuration.GetSection(section).AsEnumerable())
                if (value is not null && !asked.Contains(name)) all.Add(new(name, null, null, IsMissing: false, []));
        return all;
    }
}

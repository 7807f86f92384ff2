using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace ComplaintBot.Settings;

/// <summary>
/// Reads settings one by one, with their bounds and defaults. A mistake is noted as a sentence that says what to write, and reading
/// goes on, so that all of them are shown at once; so are names that were never asked for.
/// </summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly HashSet<string> asked = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> errors = [];

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
        if (text != first && text != second) Wrong(name, $"write {first} or {second}", text);
        return text;
    }

    /// <summary>Yes or no, as <c>true</c> or <c>false</c>.</summary>
    public bool Truth(string name, bool byDefault)
    {
        if (Text(name) is not { } text) return byDefault;
        if (bool.TryParse(text, out var isSo)) return isSo;
        Wrong(name, "write true or false", text);
        return byDefault;
    }

    /// <summary>A whole number between two bounds, both allowed.</summary>
    public int Number(string name, int byDefault, int least, int most)
    {
        if (Text(name) is not { } text) return byDefault;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        Wrong(name, $"write a whole number from {least.ToString(CultureInfo.InvariantCulture)} to {most.ToString(CultureInfo.InvariantCulture)}", text);
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
    /// <param name="found">What was found; left out for secrets.</param>
    public void Wrong(string name, string remedy, string? found = null) =>
        errors.Add(found is null ? $"{name}: {remedy}." : $"{name} is '{(found.Length <= 80 ? found : found[..80] + "…")}': {remedy}.");

    /// <summary>All mistakes, and the names below some sections that nobody knows.</summary>
    public IReadOnlyList<string> Errors(params ReadOnlySpan<string> sections)
    {
        var all = new List<string>(errors);
        foreach (var section in sections)
            foreach (var (name, value) in configuration.GetSection(section).AsEnumerable())
                if (value is not null && !asked.Contains(name)) all.Add($"{name} is no setting: remove it, or take its right name from the table of settings.");
        return all;
    }
}

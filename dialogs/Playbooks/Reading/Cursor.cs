using System.Globalization;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Playbooks.Reading;

/// <summary>
/// A value that is being read, with its path for messages. A conversion that fails tells the findings and goes on with a stand-in, so that
/// the next mistake is found too; a playbook with findings is never used.
/// </summary>
/// <param name="node">The value.</param>
/// <param name="findings">Where mistakes are told.</param>
/// <param name="parent">The map or list around it; null for the whole file.</param>
/// <param name="key">Its key in a map; null in a list.</param>
/// <param name="number">Its 1-based number in a list.</param>
internal sealed class Cursor(Node node, Findings findings, Cursor? parent = null, string? key = null, int number = 0)
{
    /// <summary>Longer texts are no phrases.</summary>
    public const int LongestText = 2000;

    public Node Node => node;

    /// <summary>Where it stands, keys joined by full stops. Put together only when there is something to tell: most values are right.</summary>
    public string Path => parent is null ? "" : key is null ? $"{parent.Path}[{number}]" : PathOf(parent, key);

    public Findings Findings => findings;

    /// <summary>The path of a key below a value.</summary>
    public static string PathOf(Cursor parent, string key) => parent.Path is { Length: > 0 } path ? $"{path}.{key}" : key;

    /// <summary>Tells that this value is not what was expected.</summary>
    public void Refuse(string expected)
    {
        if (node is not RefusedNode)
            findings.Add(node, $"{node.Said} at {Path}", expected);
    }

    /// <summary>Its entries; an empty map when it is none.</summary>
    public MapView AsMap()
    {
        if (node is MapNode map)
            return new MapView(this, map);
        Refuse("a map");
        return new MapView(this, new MapNode(node.File, node.Line, []), isStandIn: true);
    }

    /// <summary>Its items, at least so many.</summary>
    public IReadOnlyList<Cursor> AsList(int least = 0, int most = int.MaxValue)
    {
        if (node is not ListNode list)
        {
            Refuse("a list");
            return [];
        }
        if (list.Items.Count < least || list.Items.Count > most)
            findings.Add(node, $"{list.Items.Count} items at {Path}", most == int.MaxValue ? $"at least {least}" : $"{least} to {most}");
        return [.. list.Items.Select((item, i) => new Cursor(item, findings, this, number: i + 1))];
    }

    /// <summary>A text that is not empty and that YAML does not take for something else.</summary>
    public string AsText(string expected = "a text")
    {
        if (node is ScalarNode scalar)
        {
            if (scalar.Value.Length > LongestText)
                Refuse($"at most {LongestText} characters");
            else if (Scalars.KindOf(scalar) is ScalarKind.Number or ScalarKind.Truth)
                Refuse($"{expected}, in quotes");
            else if (!string.IsNullOrWhiteSpace(scalar.Value) && Scalars.KindOf(scalar) == ScalarKind.Text)
                return scalar.Value;
            else
                Refuse(expected);
            return "";
        }
        Refuse(expected);
        return "";
    }

    /// <summary>A text that passes a check of its spelling.</summary>
    public string AsText(string expected, Func<string, bool> isValid)
    {
        var text = AsText(expected);
        if (text.Length > 0 && !isValid(text))
            Refuse(expected);
        return text;
    }

    /// <summary>Texts without twins.</summary>
    public IReadOnlyList<string> AsTexts(int least = 0)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var texts = new List<string>();
        foreach (var item in AsList(least))
        {
            var text = item.AsText();
            if (text.Length > 0 && !seen.Add(text))
                item.Refuse("each text once");
            texts.Add(text);
        }
        return [.. texts];
    }

    /// <summary>An identifier of the vocabulary.</summary>
    public T AsId<T>() where T : struct, Enum
    {
        if (Identifiers.TryParse<T>((node as ScalarNode)?.Value, out var value))
            return value;
        Refuse(NearestWord.Expected((node as ScalarNode)?.Value ?? "", [.. Identifiers.All<T>()]));
        return default;
    }

    /// <summary>Identifiers of the vocabulary without twins.</summary>
    public IReadOnlyList<T> AsIds<T>(int least = 0) where T : struct, Enum
    {
        var values = new List<T>();
        foreach (var item in AsList(least))
        {
            var value = item.AsId<T>();
            if (values.Contains(value) && item.Node is ScalarNode scalar && Identifiers.TryParse<T>(scalar.Value, out _))
                item.Refuse("each once");
            values.Add(value);
        }
        return [.. values];
    }

    /// <summary>One of the names that exist.</summary>
    public string AsOneOf(IReadOnlyCollection<string> known, string kind)
    {
        var text = AsText(kind);
        if (text.Length > 0 && !known.Contains(text))
            Refuse($"{kind}: {NearestWord.Expected(text, known)}");
        return text;
    }

    /// <summary>Names that exist, without twins.</summary>
    public IReadOnlyList<string> AsManyOf(IReadOnlyCollection<string> known, string kind, int least = 0, int most = int.MaxValue)
    {
        var names = new List<string>();
        foreach (var item in AsList(least, most))
        {
            var name = item.AsOneOf(known, kind);
            if (name.Length > 0 && names.Contains(name))
                item.Refuse("each once");
            names.Add(name);
        }
        return [.. names];
    }

    /// <summary>A number within bounds; null when it is none.</summary>
    public decimal? AsNumber(decimal least, decimal most)
    {
        if (node is ScalarNode scalar && Scalars.TryDecimal(scalar, out var number) && number >= least && number <= most)
            return number;
        Refuse(string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}, without quotes"));
        return null;
    }

    /// <summary>A whole number within bounds.</summary>
    public int AsWhole(int least, int most)
    {
        if (node is ScalarNode scalar && Scalars.TryDecimal(scalar, out var number) && number >= least && number <= most && number == decimal.Truncate(number))
            return (int)number;
        Refuse(string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}, without quotes"));
        return most;
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool AsFlag()
    {
        if (node is ScalarNode scalar && Scalars.KindOf(scalar) == ScalarKind.Truth)
            return scalar.Value[0] is 't' or 'T';
        Refuse("true or false");
        return false;
    }

    /// <summary>A length of time above zero and of at most 400 days.</summary>
    public Clock AsClock(bool mayBeWorking = true)
    {
        var expected = mayBeWorking ? "a time above zero and up to 400d, such as 30m, 4h, 2d or '5d working'" : "a time above zero and up to 400d, such as 30m, 4h or 2d";
        var text = AsText(expected);
        if (text.Length == 0)
            return new Clock(TimeSpan.FromDays(1), false);
        if (Scalars.TryClock(text, out var clock) && clock.Span > TimeSpan.Zero && clock.Span <= TimeSpan.FromDays(400) && (mayBeWorking || !clock.Working))
            return clock;
        Refuse(expected);
        return new Clock(TimeSpan.FromDays(1), false);
    }
}

using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.CompilerServices;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Phrases;

/// <summary>
/// Everything the bot says, in both languages, read once from the YAML files beside this one. Immutable and shared by all
/// conversations; what a conversation has heard is in its <see cref="Speech"/>.
/// </summary>
public sealed class PhraseBook
{
    private const string ResourcePrefix = "Phrases.";

    private readonly FrozenDictionary<Situation, PhraseSet> _zh;
    private readonly FrozenDictionary<Situation, PhraseSet> _en;
    private readonly Func<string, string> _toTraditional;
    private readonly ConditionalWeakTable<Playbook, PhraseOverrides> _overrides = [];

    private PhraseBook(PhraseReader reader, Func<string, string> toTraditional)
    {
        _zh = reader.Zh.ToFrozenDictionary();
        _en = reader.En.ToFrozenDictionary();
        _toTraditional = toTraditional;
    }

    /// <summary>Reads the phrases shipped with this assembly; zh-Hant is left in simplified script.</summary>
    /// <exception cref="PhraseBookException">The files have mistakes; it lists all of them.</exception>
    public static PhraseBook Load() => Load(static text => text);

    /// <summary>Reads the phrases shipped with this assembly.</summary>
    /// <param name="toTraditional">Turns a Chinese text from simplified into traditional script.</param>
    /// <exception cref="PhraseBookException">The files have mistakes; it lists all of them.</exception>
    public static PhraseBook Load(Func<string, string> toTraditional) => From(Shipped(), toTraditional);

    /// <summary>Reads phrases from given files.</summary>
    internal static PhraseBook From(IEnumerable<PhraseSource> sources, Func<string, string> toTraditional)
    {
        var reader = new PhraseReader();
        foreach (var source in sources) reader.Read(source);
        reader.CheckCompleteness();
        return reader.Mistakes.Count == 0 ? new PhraseBook(reader, toTraditional) : throw new PhraseBookException(reader.Mistakes);
    }

    /// <summary>The files shipped with this assembly.</summary>
    internal static IEnumerable<PhraseSource> Shipped()
    {
        var assembly = typeof(PhraseBook).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            yield return new PhraseSource(name[ResourcePrefix.Length..], ReadText(assembly, name));
        }
    }

    /// <summary>
    /// The line to be said now, in the language of the conversation: the first variant whose filled text this conversation has not
    /// heard, beginning at one its seed and earlier uses decide, then the short forms. The line counts as said from then on.
    /// </summary>
    /// <returns>The line, or null when everything was said before: better silent than twice the same.</returns>
    /// <exception cref="ArgumentException">A placeholder got no value, or the situation is one only people speak in.</exception>
    public string? Say(Situation situation, Speech speech, params ReadOnlySpan<PhraseArgument> arguments)
    {
        var common = SetOf(situation, speech.Tongue);
        return common.ForBot ? Next(situation, common, speech, arguments) : throw new ArgumentException($"{situation.Id()} is for people only.", nameof(situation));
    }

    /// <summary>The same for a line that goes out in the name of a person, who asked for it.</summary>
    /// <returns>The line, or null when everything was said before.</returns>
    /// <exception cref="ArgumentException">A placeholder got no value, or the situation is one only the bot speaks in.</exception>
    public string? SayForPerson(Situation situation, Speech speech, params ReadOnlySpan<PhraseArgument> arguments)
    {
        var common = SetOf(situation, speech.Tongue);
        return common.ForAgents ? Next(situation, common, speech, arguments) : throw new ArgumentException($"{situation.Id()} is for the bot only.", nameof(situation));
    }

    /// <summary>The same for what a customer must be told each time: where every form was said before, the one said longest ago is said again.</summary>
    /// <exception cref="ArgumentException">A placeholder got no value, or the situation is one only the bot speaks in.</exception>
    public string SayForPersonEachTime(Situation situation, Speech speech, params ReadOnlySpan<PhraseArgument> arguments)
    {
        if (SayForPerson(situation, speech, arguments) is { } fresh) return fresh;
        var set = SetOf(situation, speech.Tongue);
        var lines = new List<string>(set.Say.Count + set.Short.Count);
        foreach (var template in OwnOf(situation, speech) ?? [.. set.Say, .. set.Short]) lines.Add(Written(template.Fill(arguments), speech.Tongue));
        speech.CountUse(situation);
        return speech.SayAgain(lines);
    }

    /// <summary>What people may be offered to say in a situation, filled in; what this conversation has heard already is left out, and nothing counts as said.</summary>
    public IReadOnlyList<string> Offered(Situation situation, Speech speech, params ReadOnlySpan<PhraseArgument> arguments)
    {
        var set = SetOf(situation, speech.Tongue);
        if (!set.ForAgents) return [];
        var lines = new List<string>(set.Say.Count);
        foreach (var template in set.Say)
            if (Written(template.Fill(arguments), speech.Tongue) is var line && !speech.WasSaid(line)) lines.Add(line);
        return lines;
    }

    private string? Next(Situation situation, PhraseSet common, Speech speech, ReadOnlySpan<PhraseArgument> arguments)
    {
        var own = OwnOf(situation, speech);
        var line = FirstUnsaid(own ?? common.Say, StartOf(situation, speech), speech, arguments)
            ?? (own is null ? FirstUnsaid(common.Short, 0, speech, arguments) : null);
        if (line is not null) speech.CountUse(situation);
        return line;
    }

    /// <summary>The common wordings of a situation with their placeholders in braces, for the desk's quick phrases and for tests.</summary>
    /// <param name="s">The situation.</param>
    /// <param name="t">The language.</param>
    /// <param name="forAgents">True for what people are offered, false for what the bot says; empty when the situation is not for them.</param>
    public IReadOnlyList<string> Variants(Situation s, Tongue t, bool forAgents)
    {
        var set = SetOf(s, t);
        if (!(forAgents ? set.ForAgents : set.ForBot)) return [];
        return [.. set.Say.Select(template => Written(template.Text, t))];
    }

    /// <summary>What is wrong with a playbook's own phrases: unknown situations, placeholders that are not the situation's. Wrong wordings are never said.</summary>
    public IReadOnlyList<string> MistakesOf(Playbook playbook) => OverridesOf(playbook).Mistakes;

    /// <summary>The wordings of a situation, the short forms among them.</summary>
    internal PhraseSet SetOf(Situation situation, Tongue tongue) => (tongue == Tongue.En ? _en : _zh)[situation];

    private static string ReadText(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static uint StartOf(Situation situation, Speech speech)
    {
        // Fibonacci hashing spreads neighbouring seeds and situations, so that a conversation doesn't open every list at the same place.
        var mixed = unchecked(((uint)speech.Seed ^ ((uint)situation << 20)) * 2654435769u) >> 16;
        return mixed + (uint)speech.UsesOf(situation);
    }

    private PhraseOverrides OverridesOf(Playbook playbook) => _overrides.GetValue(playbook, static key => new PhraseOverrides(key));

    /// <summary>What a playbook says in place of the common words; null when it leaves them.</summary>
    private IReadOnlyList<PhraseTemplate>? OwnOf(Situation situation, Speech speech) =>
        speech.Playbook is { Phrases.Count: > 0 } playbook ? OverridesOf(playbook).Of(situation, speech.Tongue) : null;

    private string? FirstUnsaid(IReadOnlyList<PhraseTemplate> templates, uint start, Speech speech, ReadOnlySpan<PhraseArgument> arguments)
    {
        for (var step = 0u; step < templates.Count; step++)
        {
            var line = Written(templates[(int)((start + step) % (uint)templates.Count)].Fill(arguments), speech.Tongue);
            if (speech.TryClaim(line)) return line;
        }
        return null;
    }

    private string Written(string text, Tongue tongue) => tongue == Tongue.ZhHant ? _toTraditional(text) : text;
}

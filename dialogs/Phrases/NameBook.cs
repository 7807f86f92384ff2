using System.Collections.Frozen;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;
using YamlDotNet.Serialization;

namespace ComplaintBot.Dialogs.Phrases;

/// <summary>What duties and case states are called when a customer hears of them, what buttons say, and the words of the desk's brief, from <c>Names/names.*.yaml</c>.</summary>
public sealed class NameBook
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, LocalizedText>> names;
    private readonly Func<string, string> toTraditional;

    private NameBook(FrozenDictionary<string, FrozenDictionary<string, LocalizedText>> names, Func<string, string> toTraditional) => (this.names, this.toTraditional) = (names, toTraditional);

    /// <summary>Loads the names.</summary>
    /// <param name="toTraditional">Turns simplified script into traditional.</param>
    /// <exception cref="InvalidOperationException">A duty or state has no name in a language; the message lists all that are missing.</exception>
    public static NameBook Load(Func<string, string> toTraditional)
    {
        var (zh, en) = (Read("zh-Hans"), Read("en"));
        List<string> missing = [];
        var names = new Dictionary<string, FrozenDictionary<string, LocalizedText>>();
        foreach (var (kind, ids) in Kinds) names[kind] = Join(zh, en, kind, ids, missing);
        if (missing.Count > 0) throw new InvalidOperationException($"Names are missing: {string.Join(", ", missing)}.");
        return new(names.ToFrozenDictionary(), toTraditional);
    }

    /// <summary>A duty's name; one that a playbook invented is the head of the department.</summary>
    public string Duty(string duty, Tongue tongue) => In(names["duties"].TryGetValue(duty, out var name) ? name : names["duties"]["department-lead"], tongue);

    /// <summary>A state's name.</summary>
    public string State(CaseState state, Tongue tongue) => In(names["states"][state.Id()], tongue);

    /// <summary>What a button says.</summary>
    public string Of(Answer answer, Tongue tongue) => In(names["answers"][answer.Id()], tongue);

    /// <summary>What the desk calls a trigger.</summary>
    public string Of(Trigger trigger, Tongue tongue) => In(names["triggers"][trigger.Id()], tongue);

    /// <summary>What the desk calls a remedy.</summary>
    public string Of(RemedyKind kind, Tongue tongue) => In(names["remedies"][kind.Id()], tongue);

    /// <summary>What the desk calls the fate of an offer.</summary>
    public string Of(RemedyState state, Tongue tongue) => In(names["fates"][state.Id()], tongue);

    /// <summary>What a role is called.</summary>
    public string Of(Role role, Tongue tongue) => In(names["roles"][role.Id()], tongue);

    /// <summary>A line of the brief, with its placeholder filled in.</summary>
    /// <param name="line">What it says.</param>
    /// <param name="tongue">The language of the desk.</param>
    /// <param name="value">What fills <c>{value}</c>; empty for lines without one.</param>
    public string Brief(BriefWords line, Tongue tongue, string value = "") => In(names["brief"][line.Id()], tongue).Replace("{value}", value, StringComparison.Ordinal);

    /// <summary>A text in a language, converted where that is traditional Chinese.</summary>
    public string In(LocalizedText name, Tongue tongue) => tongue == Tongue.ZhHant ? toTraditional(name.Zh) : name.In(tongue);

    private static (string Kind, IEnumerable<string> Ids)[] Kinds =>
    [
        ("duties", Duties.Told), ("states", Identifiers.All<CaseState>()), ("answers", Identifiers.All<Answer>()), ("triggers", Identifiers.All<Trigger>()),
        ("remedies", Identifiers.All<RemedyKind>()), ("fates", Identifiers.All<RemedyState>()), ("roles", Identifiers.All<Role>()), ("brief", Identifiers.All<BriefWords>()),
    ];

    private static FrozenDictionary<string, LocalizedText> Join(Dictionary<string, Dictionary<string, string>> zh, Dictionary<string, Dictionary<string, string>> en, string kind, IEnumerable<string> ids, List<string> missing)
    {
        var names = new Dictionary<string, LocalizedText>();
        foreach (var id in ids)
        {
            if (zh.GetValueOrDefault(kind)?.TryGetValue(id, out var chinese) == true && en.GetValueOrDefault(kind)?.TryGetValue(id, out var english) == true) names[id] = new(chinese, english);
            else missing.Add($"{kind}/{id}");
        }

        return names.ToFrozenDictionary();
    }

    private static Dictionary<string, Dictionary<string, string>> Read(string language)
    {
        using var stream = typeof(NameBook).Assembly.GetManifestResourceStream($"Names.{language}.yaml") ?? throw new InvalidOperationException($"The names in '{language}' are missing from the build.");
        using var reader = new StreamReader(stream);
        return new DeserializerBuilder().Build().Deserialize<Dictionary<string, Dictionary<string, string>>>(reader);
    }
}

using System.Collections.Frozen;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;
using YamlDotNet.Serialization;

namespace ComplaintBot.Dialogs.Phrases;

/// <summary>What duties and case states are called when a customer hears of them, and what buttons say, from <c>Names/names.*.yaml</c>.</summary>
public sealed class NameBook
{
    private readonly FrozenDictionary<string, LocalizedText> duties;
    private readonly FrozenDictionary<string, LocalizedText> states;
    private readonly FrozenDictionary<string, LocalizedText> answers;
    private readonly Func<string, string> toTraditional;

    private NameBook(FrozenDictionary<string, LocalizedText> duties, FrozenDictionary<string, LocalizedText> states, FrozenDictionary<string, LocalizedText> answers, Func<string, string> toTraditional) =>
        (this.duties, this.states, this.answers, this.toTraditional) = (duties, states, answers, toTraditional);

    /// <summary>Loads the names.</summary>
    /// <param name="toTraditional">Turns simplified script into traditional.</param>
    /// <exception cref="InvalidOperationException">A duty or state has no name in a language; the message lists all that are missing.</exception>
    public static NameBook Load(Func<string, string> toTraditional)
    {
        var (zh, en) = (Read("zh-Hans"), Read("en"));
        List<string> missing = [];
        var duties = Join(zh, en, "duties", Duties.Told, missing);
        var states = Join(zh, en, "states", Identifiers.All<CaseState>(), missing);
        var answers = Join(zh, en, "answers", Identifiers.All<Answer>(), missing);
        if (missing.Count > 0) throw new InvalidOperationException($"Names are missing: {string.Join(", ", missing)}.");
        return new(duties, states, answers, toTraditional);
    }

    /// <summary>A duty's name; one that a playbook invented is the head of the department.</summary>
    public string Duty(string duty, Tongue tongue) => In(duties.TryGetValue(duty, out var name) ? name : duties["department-lead"], tongue);

    /// <summary>A state's name.</summary>
    public string State(CaseState state, Tongue tongue) => In(states[state.Id()], tongue);

    /// <summary>What a button says.</summary>
    public string Of(Answer answer, Tongue tongue) => In(answers[answer.Id()], tongue);

    /// <summary>A text in a language, converted where that is traditional Chinese.</summary>
    public string In(LocalizedText name, Tongue tongue) => tongue == Tongue.ZhHant ? toTraditional(name.Zh) : name.In(tongue);

    private static FrozenDictionary<string, LocalizedText> Join(Dictionary<string, Dictionary<string, string>> zh, Dictionary<string, Dictionary<string, string>> en, string kind, IEnumerable<string> ids, List<string> missing)
    {
        var names = new Dictionary<string, LocalizedText>();
        foreach (var id in ids)
        {
            if (zh[kind].TryGetValue(id, out var chinese) && en[kind].TryGetValue(id, out var english)) names[id] = new(chinese, english);
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

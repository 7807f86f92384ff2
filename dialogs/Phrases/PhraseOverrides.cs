using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Phrases;

/// <summary>A playbook's own phrases, cut into templates once for all its conversations.</summary>
internal sealed class PhraseOverrides
{
    private readonly Dictionary<(Situation, bool English), IReadOnlyList<PhraseTemplate>> _say = [];
    private readonly List<string> _mistakes = [];

    /// <summary>Reads the phrases of a playbook; what is wrong with them is noted and left out.</summary>
    public PhraseOverrides(Playbook playbook)
    {
        foreach (var (id, texts) in playbook.Phrases)
        {
            if (!Identifiers.TryParse<Situation>(id, out var situation))
            {
                _mistakes.Add($"{playbook.Id}: phrases.{id} is no known situation.");
                continue;
            }
            Read(playbook.Id, situation, english: false, texts.Zh);
            Read(playbook.Id, situation, english: true, texts.En);
        }
    }

    /// <summary>What is wrong with the phrases of this playbook.</summary>
    public IReadOnlyList<string> Mistakes => _mistakes;

    /// <summary>The playbook's wordings of a situation; null when it has none of its own.</summary>
    public IReadOnlyList<PhraseTemplate>? Of(Situation situation, Tongue tongue) => _say.GetValueOrDefault((situation, tongue == Tongue.En));

    private void Read(string playbook, Situation situation, bool english, IReadOnlyList<string> texts)
    {
        var templates = new List<PhraseTemplate>();
        foreach (var text in texts)
        {
            if (!PhraseTemplate.TryParse(text, out var template, out var mistake)) _mistakes.Add($"{playbook}: phrases.{situation.Id()}: \"{text}\" {mistake}.");
            else if (SituationRules.Of(situation).MistakeOf(template) is { } wrong) _mistakes.Add($"{playbook}: phrases.{situation.Id()}: \"{text}\" {wrong}.");
            else templates.Add(template);
        }
        if (templates.Count > 0) _say[(situation, english)] = templates;
        else _mistakes.Add($"{playbook}: phrases.{situation.Id()} has no usable wording in {(english ? "en" : "zh")}.");
    }
}

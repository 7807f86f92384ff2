using ComplaintBot.Dialogs.Playbooks;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Reads facts that are one of a list, and facts that are yes or no, as the playbook defines them.</summary>
internal static class ChoiceReader
{
    /// <summary>Adds the choices and the yes/no facts of a message.</summary>
    public static void Read(FactReading reading)
    {
        if (reading.Context.Playbooks.Count == 1)
        {
            foreach (var definition in reading.Context.Playbooks[0].Facts.Values)
            {
                // Words of a channel ("phone", "here") say how to be reached only to somebody who asked.
                if (definition.Name == reading.Context.ExpectedFact || definition.Name is "contact_channel" or "contact_time") continue;
                if (definition.Type == FactType.Choice) Choose(reading, definition, asked: false);
                else if (definition.Type == FactType.YesNo && !reading.Has(definition.Name)) ByCue(reading, definition);
            }
        }
        if (reading.Expected is { Type: FactType.Choice } choice) Choose(reading, choice, asked: true);
        else if (reading.Expected is { Type: FactType.YesNo } question) Answer(reading, question.Name);
        else if (reading.Expects(FactType.Attachment)) Answer(reading, reading.Expected!.Name);
    }

    private static void Choose(FactReading reading, FactDefinition definition, bool asked)
    {
        (FactChoice Choice, Span Span)? best = null;
        foreach (var choice in definition.Choices)
        {
            foreach (var word in choice.Words.Zh.Concat(choice.Words.En).Append(choice.Label.Zh).Append(choice.Label.En))
            {
                var wanted = word.ToLowerInvariant();
                if (wanted.Length == 0 || !asked && wanted.Length < 2) continue;
                var at = IndexOf(reading.Text, wanted);
                if (at >= 0 && (best is null || wanted.Length > best.Value.Span.Length)) best = (choice, new Span(at, at + wanted.Length));
            }
        }
        if (best is { } found && !reading.Has(definition.Name)) reading.Add(definition.Name, found.Span, found.Choice.Id);
    }

    private static void ByCue(FactReading reading, FactDefinition definition)
    {
        foreach (var cue in definition.Cues.Zh.Concat(definition.Cues.En))
        {
            var at = IndexOf(reading.Text, cue.ToLowerInvariant());
            if (at < 0 || cue.Length < 2) continue;
            var span = new Span(at, at + cue.Length);
            var denied = EndsAtAny(reading.Text, at, "没有", "没", "不", "未", "不是", "没在", "not", "no", "n't", "never", "isn't", "don't", "didn't") is var length and > 0 ? length : 0;
            reading.Add(definition.Name, new Span(at - denied, span.End), denied > 0 ? "no" : "yes");
            return;
        }
    }

    private static void Answer(FactReading reading, string name)
    {
        if (reading.Has(name) || reading.Text.Length == 0) return;
        if (AnswerReading.YesNo(reading) is not { } answer) return;
        var words = AnswerWords.Content(reading) ?? reading.Trim(new Span(0, reading.Text.Length));
        if (words.Length > 0) reading.Add(name, words, answer ? "yes" : "no");
    }

    private static int IndexOf(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (!CutsWord(text, at, at + word.Length)) return at;
        }
        return -1;
    }
}

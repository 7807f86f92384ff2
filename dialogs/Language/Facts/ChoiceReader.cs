using ComplaintBot.Dialogs.Playbooks;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Reads facts that are one of a list, and facts that are yes or no, as the playbook defines them.</summary>
internal static class ChoiceReader
{
    /// <summary>Adds the choices and the yes/no facts of a message.</summary>
    public static void Read(FactReading reading)
    {
        if (reading.Context.Playbooks.Count == 1 && reading.WordHits is not null)
        {
            foreach (var definition in reading.Words!.Facts)
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
        if (reading.WordHits is not { } hits) return;
        WordHit? best = null;
        foreach (var hit in hits)
        {
            if (!ReferenceEquals(hit.Fact, definition) || !asked && hit.Span.Length < 2) continue;
            var longer = best is not { } known || hit.Span.Length > known.Span.Length || hit.Span.Length == known.Span.Length && hit.Order < known.Order;
            if (longer) best = hit;
        }
        if (best is { Choice: { } choice } found && !reading.Has(definition.Name)) reading.Add(definition.Name, found.Span, choice.Id);
    }

    private static void ByCue(FactReading reading, FactDefinition definition)
    {
        WordHit? first = null;
        foreach (var hit in reading.WordHits!)
        {
            if (ReferenceEquals(hit.Fact, definition) && hit.Span.Length >= 2 && (first is not { } known || hit.Order < known.Order)) first = hit;
        }
        if (first is not { Span: var span }) return;
        var denied = EndsAtAny(reading.Text, span.Start, "没有", "没", "不", "未", "不是", "没在", "not", "no", "n't", "never", "isn't", "don't", "didn't");
        reading.Add(definition.Name, new Span(span.Start - denied, span.End), denied > 0 ? "no" : "yes");
    }

    private static void Answer(FactReading reading, string name)
    {
        if (reading.Has(name) || reading.Text.Length == 0) return;
        if (AnswerReading.YesNo(reading) is not { } answer) return;
        var words = AnswerWords.Content(reading) ?? reading.Trim(new Span(0, reading.Text.Length));
        if (words.Length > 0) reading.Add(name, words, answer ? "yes" : "no");
    }
}

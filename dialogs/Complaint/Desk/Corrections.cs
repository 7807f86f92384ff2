using System.Globalization;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>What a person puts right in a case: a fact, the category, the severity; each with a reason.</summary>
internal static class Corrections
{
    private const int LongestValue = 300;

    /// <summary>Puts a fact right; the old value stays on the timeline.</summary>
    public static DeskRefusal? Correct(ComplaintTurn turn, DeskPerson person, CorrectFactCommand correct)
    {
        if ((Words.Needed(correct.Value, LongestValue, "value") ?? Words.Needed(correct.Reason, Words.Short, "reason")) is { } wrong) return wrong;
        if (!turn.Playbook.Facts.TryGetValue(correct.Name, out var definition)) return new(DeskRefusal.UnknownFact, correct.Name.Length > Words.Name ? "" : correct.Name);
        if (Normal(definition, correct.Value.Trim()) is not { } value) return new(DeskRefusal.UnknownFact, "value");
        var text = definition.Choices.FirstOrDefault(choice => choice.Id == value)?.Label.In(turn.Tongue) ?? Words.Kept(value);
        Set(turn, person, correct.Name, text, Words.Kept(value), Words.Kept(correct.Reason));
        Intake.Assess(turn);
        return null;
    }

    /// <summary>Places the matter anew: the first complaint of the case goes to another category, or its severity is confirmed, raised or lowered.</summary>
    public static DeskRefusal? Classify(ComplaintTurn turn, DeskPerson person, ClassifyCommand classify)
    {
        if (classify is { Category: null, Severity: null }) return new(DeskRefusal.Empty, "category");
        if (Words.Needed(classify.Reason, Words.Short, "reason") is { } wrong) return wrong;
        var old = turn.Case.Head?.Category;
        if (classify.Category is { } category && category != old && Refuse(turn, category) is { } refusal) return refusal;
        var severity = turn.Case.Severity;
        if (classify.Category is { } fresh) Place(turn, fresh);
        if (classify.Severity is { } judged) (turn.Case.Severity, turn.Case.Confirmed) = (judged, judged);
        else Intake.Assess(turn);
        if (turn.Case.Severity == Severity.Major) turn.Case.Priority = Math.Min(turn.Case.Priority, 1);
        turn.Record(CaseEventKind.Classified, person.Id, ("category", turn.Case.Head?.Category ?? ""), ("old-category", old ?? ""),
            ("severity", turn.Case.Severity.Id()), ("old-severity", severity.Id()), ("reason", Words.Kept(classify.Reason)));
        return null;
    }

    /// <summary>Sets a fact in a person's name.</summary>
    public static void Set(ComplaintTurn turn, DeskPerson person, string name, string text, string value, string reason)
    {
        var fact = turn.Case.Facts.Find(known => known.Name == name);
        if (fact is null) turn.Case.Facts.Add(fact = new CaseFact { Name = name });
        var old = fact.Value ?? "";
        (fact.Text, fact.Value, fact.By, fact.Declined) = (text, value, person.Id, false);
        turn.Record(CaseEventKind.FactRecorded, person.Id, ("name", name), ("text", text), ("value", value), ("old", old), ("how", "corrected"), ("reason", reason));
    }

    /// <summary>The digits of a phone number; null when it is none.</summary>
    public static string? Digits(string number)
    {
        if (number.Length > Words.Name) return null;
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        var other = number.Any(c => !char.IsAsciiDigit(c) && c is not ('+' or '-' or ' ' or '(' or ')'));
        return other || digits.Length is < 5 or > 20 ? null : digits;
    }

    private static string? Normal(FactDefinition definition, string value) => definition.Type switch
    {
        FactType.Money => decimal.TryParse(value, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var sum) && sum is >= 0 and < 1_000_000_000_000 ? sum.ToString(CultureInfo.InvariantCulture) : null,
        FactType.Number => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count.ToString(CultureInfo.InvariantCulture) : null,
        FactType.YesNo => value is "yes" or "no" ? value : null,
        FactType.Phone => Digits(value),
        FactType.Choice => definition.Choices.Any(choice => choice.Id == value) ? value : null,
        FactType.When => value.Length >= 10 && DateOnly.TryParseExact(value.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? value : null,
        _ => value,
    };

    private static DeskRefusal? Refuse(ComplaintTurn turn, string category)
    {
        // The bot is in the middle of a ladder: whoever changes the ground under it takes the chat first.
        if (turn.State.Owner == Owner.Bot) return new(DeskRefusal.NotYours);
        if (category.Length > Words.Name || !turn.Playbook.Categories.ContainsKey(category)) return new(DeskRefusal.UnknownFact, "category");
        return turn.Case.Heads.Exists(head => head.Category == category) ? new(DeskRefusal.NotAllowed, category) : null;
    }

    private static void Place(ComplaintTurn turn, string category)
    {
        if (turn.Case.Head is { } head)
        {
            head.Category = category;
            Detach(turn);
        }
        else
        {
            Intake.AddHead(turn, category, turn.State.Vent.Words);
        }
    }

    /// <summary>What was offered under another category stands on no rung of this one's ladder.</summary>
    private static void Detach(ComplaintTurn turn)
    {
        foreach (var offer in turn.Case.Offers.Where(offer => offer.Head == turn.Case.CurrentHead)) (offer.Rung, offer.Alternative, offer.OfferedBy) = (-1, null, offer.OfferedBy ?? "bot");
        if (turn.State.Desk?.Approvals is { } open) turn.State.Desk.Approvals = [.. open.Select(request => request with { Rung = null })];
    }
}

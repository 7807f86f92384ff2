using System.Globalization;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Complaint;

/// <summary>The checks a transcript may name. A closed list: a name that is not here is a mistake in the transcript.</summary>
internal static class TranscriptChecks
{
    /// <summary>What a safety step of the playbook counts as where the first thing said is checked.</summary>
    private const string SafetyAdvice = "safety-advice";

    /// <summary>What is wrong, or null.</summary>
    public static string? MistakeOf(Talk talk, string check, string wanted)
    {
        var heard = talk.Last;
        var complaint = heard.State.Case;
        return check switch
        {
            "expects" => Same(wanted, heard.State.Expects),
            "stage" => Same(wanted, heard.Messages.Count > 0 ? TurnEntity.Read(heard.Messages[^1], "stage") : null),
            "says" => Missing(wanted, heard.Said),
            "never_says" => Words(wanted).FirstOrDefault(id => talk.Turns.Any(turn => turn.Said(Identifiers.Parse<Situation>(id)))) is { } said ? $"{said} was said" : null,
            "first" => Same(wanted, First(talk, heard, wanted)),
            "asked_not" => Words(wanted).FirstOrDefault(asked => talk.Turns.Any(turn => turn.Asked.Contains(asked))) is { } asked ? $"{asked} was asked" : null,
            "questions" => Same(wanted, talk.Turns.Sum(turn => turn.Asked.Count(expects => Expects.FactOf(expects) is not null)).ToString(CultureInfo.InvariantCulture)),
            "silent" => Same(wanted, heard.Messages.Count == 0 ? "yes" : "no"),
            "mentions" => heard.Texts.Any(text => text.Contains(wanted, StringComparison.Ordinal)) ? null : $"'{wanted}' was not said",
            "category" => Same(wanted, string.Join(' ', complaint.Heads.Select(head => head.Category))),
            "answered" => Same(wanted, string.Join(' ', complaint.Heads.Where(head => head.Answered).Select(head => head.Category))),
            "severity" => Same(wanted, complaint.Severity.Id()),
            "priority" => Same(wanted, complaint.Priority.ToString(CultureInfo.InvariantCulture)),
            "lane" => Same(wanted, complaint.Lane.Id()),
            "state" => Same(wanted, complaint.State.Id()),
            "cause" => Same(wanted, complaint.Head?.Cause.Id()),
            "owner" => Same(wanted, heard.State.Owner.Id()),
            "over" => Same(wanted, heard.State.Over ? "yes" : "no"),
            "language" => Same(wanted, heard.State.Speech.Tongue.Tag()),
            "trigger" => Same(wanted, heard.State.Handover is { } note ? note.Trigger?.Id() ?? "none" : talk.Events.LastOrDefault(entry => entry.Kind == CaseEventKind.TriggerFired)?.Data["trigger"]),
            "offer" => Same(wanted, complaint.LastOffer?.Kind.Id()),
            "amount" => Same(wanted, complaint.LastOffer?.Amount?.ToString("0.##", CultureInfo.InvariantCulture)),
            "accepted" => Same(wanted, complaint.LastOffer?.State == RemedyState.Accepted ? "yes" : "no"),
            "score" => Same(wanted, complaint.Satisfaction?.ToString(CultureInfo.InvariantCulture)),
            "number" => Same(wanted, complaint.Number is null ? "no" : "yes"),
            "steps_done" => Steps(complaint, wanted),
            "task" => Words(wanted).FirstOrDefault(task => !HasTask(talk, task)) is { } task ? $"no task {task}; there are {string.Join(", ", Tasks(talk))}" : null,
            _ when check.StartsWith("fact.", StringComparison.Ordinal) => Same(wanted, complaint.Find(check[5..])?.Value),
            _ => $"there is no such check",
        };
    }

    private static string? Same(string wanted, string? found) => wanted == (found ?? "") ? null : $"it is '{found}'";

    private static string[] Words(string wanted) => wanted.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string? Missing(string wanted, Func<Situation, bool> said) =>
        Words(wanted).FirstOrDefault(id => !said(Identifiers.Parse<Situation>(id))) is { } missing ? $"{missing} was not said" : null;

    /// <summary>The situation of the first message, told by its wording; a text of the playbook counts as safety advice.</summary>
    private static string? First(Talk talk, Heard heard, string wanted)
    {
        if (heard.Messages.Count == 0) return null;
        var text = heard.Messages[0].Text!;
        if (wanted == SafetyAdvice) return talk.Playbook.Safety.Values.Any(advice => Begins(text, advice.First.In(heard.State.Speech.Tongue))) ? SafetyAdvice : text;
        var variants = RealBot.Book.Phrases.Variants(Identifiers.Parse<Situation>(wanted), heard.State.Speech.Tongue, forAgents: false);
        return variants.Any(variant => Begins(text, variant)) ? wanted : text;
    }

    /// <summary>Whether a text begins as a wording does, up to its first placeholder.</summary>
    private static bool Begins(string text, string wording) => wording.IndexOf('{', StringComparison.Ordinal) is var brace && text.StartsWith(brace < 0 ? wording : wording[..brace], StringComparison.Ordinal);

    /// <summary>Steps by their numbers, as <c>1-7</c> or <c>1-12</c>; exactly these are done.</summary>
    private static string? Steps(ComplaintCase complaint, string wanted)
    {
        var ends = wanted.Split('-');
        var numbers = Enumerable.Range(int.Parse(ends[0], CultureInfo.InvariantCulture), int.Parse(ends[^1], CultureInfo.InvariantCulture) - int.Parse(ends[0], CultureInfo.InvariantCulture) + 1);
        var missing = numbers.Where(number => !complaint.HasDone((Step)(number - 1))).ToList();
        return missing.Count == 0 ? null : $"steps {string.Join(", ", missing)} are not done";
    }

    private static bool HasTask(Talk talk, string wanted) => Tasks(talk).Contains(wanted);

    private static IEnumerable<string> Tasks(Talk talk) =>
        talk.Events.Where(entry => entry.Kind == CaseEventKind.TaskOpened && entry.Data["due"].Length > 0).Select(entry => $"{entry.Data["kind"]}/{entry.Data["owner"]}").Distinct();
}

using System.Globalization;
using ComplaintBot.Cases;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Desk;

/// <summary>Puts the file of a case together for one reader.</summary>
/// <param name="reading">The conversation, and the language of who reads.</param>
/// <param name="names">The names of people and teams, by id.</param>
/// <param name="reader">Who reads. How the customer is reached is hidden from whoever does not have the chat; whispers are for who has it and who leads.</param>
/// <param name="isOwn">Whether the reader has the chat.</param>
internal sealed class CaseFiles(DeskReading reading, IReadOnlyDictionary<string, string> names, Colleague reader, bool isOwn)
{
    /// <summary>The file.</summary>
    public CaseFile Of(IReadOnlyList<LedgerEntry> timeline, long? brokenAt)
    {
        var complaint = reading.State.Case;
        return new(
            complaint.Number,
            complaint.State,
            complaint.Satisfaction,
            [.. complaint.Triggers.Select(seen => new CaseTrigger(seen.Id, Shown(seen.Words), seen.Done, seen.Fired))],
            [.. timeline.Select(entry => TaskOf(entry.Event)).OfType<CaseTask>().Select(DutyOf)],
            [.. timeline.Where(entry => MayHear(entry.Event)).Select(LineOf)],
            brokenAt);
    }

    /// <summary>The task an entry opened; null when it opened none.</summary>
    public static CaseTask? TaskOf(CaseEvent entry)
    {
        if (entry.Kind != CaseEventKind.TaskOpened || !Identifiers.TryParse<TaskKind>(entry.Data.GetValueOrDefault("kind"), out var kind)) return null;
        if (!DateTimeOffset.TryParse(entry.Data.GetValueOrDefault("due"), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var due)) return null;
        Step? step = Identifiers.TryParse<Step>(entry.Data.GetValueOrDefault("step"), out var known) ? known : null;
        return new(kind, entry.Data.GetValueOrDefault("owner", ""), due, entry.Data.GetValueOrDefault("content", ""), step);
    }

    /// <summary>What to contact somebody for is written for the duty, in the words of the product; the kind tells it in the reader's.</summary>
    private CaseDuty DutyOf(CaseTask task) =>
        new(task.Kind, Duty(task.Owner), task.Due, task.Kind is TaskKind.Contact or TaskKind.Progress or TaskKind.DataRequest ? "" : Shown(Matter(task.Content)));

    /// <summary>A task names the matter as the business does; who reads may call it otherwise.</summary>
    private string Matter(string content) =>
        reading.Playbook.Categories.Values.FirstOrDefault(category => category.Name.Zh == content) is { } category ? reading.Book.Names.In(category.Name, reading.Tongue) : content;

    private bool MayHear(CaseEvent entry) =>
        entry.Kind != CaseEventKind.NoteAdded || entry.Data.GetValueOrDefault("kind") != DeskEvents.Whisper || isOwn || reader.Leads || !reader.MayAct || entry.Actor == reader.Id;

    private CaseLine LineOf(LedgerEntry entry)
    {
        var (kind, actor) = (entry.Event.Kind, entry.Event.Actor);
        var isContact = kind == CaseEventKind.FactRecorded && ContactMask.IsContact(entry.Event.Data.GetValueOrDefault("name", ""));
        var data = new Dictionary<string, string>();
        foreach (var (name, value) in entry.Event.Data)
            if (value.Length > 0 && !(kind is CaseEventKind.PromiseMade or CaseEventKind.TaskOpened && name == "content")) data[name] = Said(kind, name, isContact && name != "name" && !isOwn ? ContactMask.HideAll(value) : Shown(value));
        return new(entry.Sequence, kind, actor is "customer" or "bot" or "system" ? actor : "person", NameOf(actor), entry.Event.At, entry.Event.Step, data);
    }

    private string Said(CaseEventKind kind, string name, string value) => (kind, name) switch
    {
        (_, "owner") => Duty(value),
        (CaseEventKind.HandedOver, "to") => string.Join(reading.Tongue == Tongue.En ? ", " : "、", value.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Duty)),
        (CaseEventKind.StateChanged, "from" or "to") => Identifiers.TryParse<CaseState>(value, out var state) ? reading.Book.Names.State(state, reading.Tongue) : value,
        (CaseEventKind.FactRecorded or CaseEventKind.FactDeclined, "name") => Fact(value),
        (CaseEventKind.HandedBack, "not-again") => string.Join(reading.Tongue == Tongue.En ? ", " : "、", value.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Thing)),
        (_, "category" or "old-category") => reading.Playbook.Categories.TryGetValue(value, out var category) ? reading.Book.Names.In(category.Name, reading.Tongue) : value,
        (_, "person" or "team" or "by") => NameOf(value) ?? value,
        _ => value,
    };

    private string? NameOf(string id) => id == DeskPerson.PlatformId ? reading.Book.Names.Brief(BriefWords.PlatformPeople, reading.Tongue) : names.GetValueOrDefault(id);

    private string Duty(string duty) => reading.Book.Names.Duty(duty, reading.Tongue);

    private string Fact(string name) => reading.Playbook.Facts.TryGetValue(name, out var definition) ? reading.Book.Names.In(definition.Label, reading.Tongue) : name;

    /// <summary>A remedy or a fact that must not be raised again.</summary>
    private string Thing(string name) => Identifiers.TryParse<RemedyKind>(name, out var remedy) ? reading.Book.Names.Of(remedy, reading.Tongue) : Fact(name);

    private string Shown(string text) => isOwn ? text : ContactMask.Hide(text);
}

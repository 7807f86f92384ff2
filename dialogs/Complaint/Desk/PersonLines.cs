using System.Globalization;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>What a person says: to the customer, to colleagues, and with a time.</summary>
internal static class PersonLines
{
    private const int MostAttachments = 10;

    private static readonly TimeSpan LongestHold = TimeSpan.FromHours(72);
    private static readonly TimeSpan LatestCall = TimeSpan.FromDays(30);

    /// <summary>Says something to the customer. Any message of a person takes the chat where nobody or the bot has it.</summary>
    public static DeskRefusal? Reply(ComplaintTurn turn, DeskPerson person, ReplyCommand reply)
    {
        var files = Files(reply.Attachments);
        if ((files is null ? Words.Needed(reply.Text, Words.Line, "text") : Words.Fitting(reply.Text, Words.Line, "text")) is { } wrong) return wrong;
        if (files?.Count > MostAttachments) return new(DeskRefusal.TooLong, "attachments");
        if (turn.State is { Owner: Owner.Person, Desk.Agent: not null } && Ownership.Needed(turn.State, person) is { } refusal) return refusal;
        if (!Ownership.IsWith(turn.State, person)) Ownership.Begin(turn, person);
        turn.SendAs(person, reply.Text.Trim(), attachments: files);
        Answered(turn);
        return null;
    }

    /// <summary>The customer has been answered: nothing waits for the person any more.</summary>
    public static void Answered(ComplaintTurn turn)
    {
        var desk = Ownership.Of(turn);
        (desk.UnansweredSince, desk.HeldUntil) = (null, null);
        desk.Told &= ~DeskNotices.Silence;
    }

    /// <summary>Writes a line for colleagues. It changes nothing, and nobody has to have the chat for it.</summary>
    public static DeskRefusal? Note(ComplaintTurn turn, DeskPerson person, NoteCommand note)
    {
        if (Words.Needed(note.Text, Words.Line, "text") is { } wrong) return wrong;
        Write(turn, DeskEvents.Note, person, note.Text);
        return null;
    }

    /// <summary>Writes a line for the agent who has the chat.</summary>
    public static DeskRefusal? Whisper(ComplaintTurn turn, DeskPerson person, WhisperCommand whisper)
    {
        if (Words.Needed(whisper.Text, Words.Line, "text") is { } wrong) return wrong;
        if (person.Role < Role.Supervisor) return new(DeskRefusal.NotAllowed, person.Role.Id());
        if (turn.State.Owner != Owner.Person) return new(DeskRefusal.NotWaiting);
        Write(turn, DeskEvents.Whisper, person, whisper.Text);
        return null;
    }

    /// <summary>Asks the customer to wait, with a time that is a promise.</summary>
    public static DeskRefusal? Hold(ComplaintTurn turn, DeskPerson person, HoldCommand hold)
    {
        if ((Ownership.Needed(turn.State, person) ?? Words.Fitting(hold.Text, Words.Line, "text")) is { } wrong) return wrong;
        if (hold.Until <= turn.Now) return new(DeskRefusal.NotYet, "until");
        if (hold.Until - turn.Now > LongestHold) return new(DeskRefusal.TooLong, "until");
        var due = hold.Until.ToOffset(turn.Now.Offset);
        Answered(turn);
        Ownership.Of(turn).HeldUntil = due;
        turn.Record(CaseEventKind.Held, person.Id, ("until", due.ToString("O")));
        turn.Promise(TaskKind.Contact, "agent", due, "come back to the customer");
        turn.SendAs(person, string.IsNullOrWhiteSpace(hold.Text) ? turn.PhraseFor(Situation.HeldUntil, new PhraseArgument("due", turn.Exactly(due))) : hold.Text.Trim());
        return null;
    }

    /// <summary>Promises a call at a time.</summary>
    public static DeskRefusal? CallBack(ComplaintTurn turn, DeskPerson person, CallBackCommand call)
    {
        if (Ownership.Needed(turn.State, person) is { } refusal) return refusal;
        if (call.At <= turn.Now) return new(DeskRefusal.NotYet, "at");
        if (call.At - turn.Now > LatestCall) return new(DeskRefusal.TooLong, "at");
        var number = call.Number is null ? turn.Case.Find(FactNames.ContactPhone)?.Value : Corrections.Digits(call.Number);
        if (string.IsNullOrEmpty(number)) return new(call.Number is null ? DeskRefusal.Empty : DeskRefusal.Malformed, "number");
        if (call.Number is not null) Corrections.Set(turn, person, FactNames.ContactPhone, number, number, "call-back");
        var at = call.At.ToOffset(turn.Now.Offset);
        turn.Promise(TaskKind.Contact, "agent", at, string.Create(CultureInfo.InvariantCulture, $"call the customer on {number}"));
        turn.SendAs(person, turn.PhraseFor(Situation.CallPromised, new PhraseArgument("time", turn.ExactlyAt(at)), new PhraseArgument("number", Summaries.Masked(number))));
        Answered(turn);
        return null;
    }

    /// <summary>Only what shows a file goes out: no cards, no buttons, nothing a page could be made to run.</summary>
    private static List<Attachment>? Files(IReadOnlyList<Attachment>? attachments) => attachments is not { Count: > 0 }
        ? null
        : [.. attachments.Where(file => file.ContentUrl is not null).Select(file => new Attachment { ContentType = file.ContentType, ContentUrl = file.ContentUrl, Name = file.Name, ThumbnailUrl = file.ThumbnailUrl })];

    private static void Write(ComplaintTurn turn, string name, DeskPerson person, string text)
    {
        turn.SendNote(name, person, text.Trim());
        if (turn.Case.Number is not null) turn.Record(CaseEventKind.NoteAdded, person.Id, ("kind", name), ("text", Intake.Kept(Words.Kept(text))));
    }
}

using ComplaintBot.Dialogs.Cases.Stored;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Runtime;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Dialogs.Vocabulary.Stored;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>How a conversation is stored.</summary>
/// <param name="dialogs">The dialogs that may be at work.</param>
internal sealed class ConversationConverter(DialogSet dialogs) : FormConverter<ConversationState>(FormOf(new DialogStackConverter(dialogs)))
{
    private static readonly StoredForm<VentState> Vent = new StoredForm<VentState>(static () => new())
        .Text("words", vent => vent.Words, (vent, words) => vent.Words = words)
        .Number("statements", vent => vent.Statements, (vent, count) => vent.Statements = count)
        .Number("fragments", vent => vent.Fragments, (vent, count) => vent.Fragments = count)
        .Truth("asked", vent => vent.Asked, (vent, asked) => vent.Asked = asked)
        .Truth("answered", vent => vent.Answered, (vent, answered) => vent.Answered = answered)
        .Truth("over", vent => vent.Over, (vent, over) => vent.Over = over);

    private static readonly StoredForm<Grant> Grant = new StoredForm<Grant>(static () => new())
        .Time("at", grant => grant.At, (grant, at) => grant.At = at)
        .Sum("worth", grant => grant.Worth, (grant, worth) => grant.Worth = worth);

    private static StoredForm<ConversationState> FormOf(DialogStackConverter stack) => new StoredForm<ConversationState>(static () => new())
        .Name("playbook", it => it.Playbook, (it, playbook) => it.Playbook = playbook)
        .Name("fingerprint", it => it.Fingerprint, (it, fingerprint) => it.Fingerprint = fingerprint)
        .Name("guess", it => it.Guess, (it, guess) => it.Guess = guess)
        .Id<Owner>("owner", it => it.Owner, (it, owner) => it.Owner = owner)
        .Part("speech", SpeechForm.Speech, it => it.Speech).Required()
        .Part("case", CaseForm.Case, it => it.Case)
        .By("dialogs", stack, it => it.Dialogs, (it, dialogs) => it.Dialogs = dialogs)
        .Id<Stage>("stage", it => it.Stage, (it, stage) => it.Stage = stage)
        .Id<Step>("step", it => it.Step, (it, step) => it.Step = step)
        .Name("expects", it => it.Expects, (it, expects) => it.Expects = expects)
        .Id<OpenQuestion>("question", it => it.Question, (it, question) => it.Question = question)
        .Name("interrupted", it => it.Interrupted, (it, expects) => it.Interrupted = expects)
        .Part("vent", Vent, it => it.Vent)
        .Seldom("handover", ConversationJson.Default.HandoverNote, it => it.Handover, (it, note) => it.Handover = note)
        .By("held", new HeldEventsConverter(), it => it.Held, (it, held) => it.Held = held)
        .Number("told", it => (int)it.Told, (it, told) => it.Told = (Told)told)
        .Number("answers", it => it.Answers, (it, answers) => it.Answers = answers)
        .Parts("granted", Grant, it => it.Granted, (it, granted) => it.Granted = granted)
        .Truth("over", it => it.Over, (it, over) => it.Over = over)
        .Time("lastMessage", it => it.LastMessage, (it, at) => it.LastMessage = at)
        .Seldom("desk", ConversationJson.Default.DeskState, it => it.Desk, (it, desk) => it.Desk = desk);
}

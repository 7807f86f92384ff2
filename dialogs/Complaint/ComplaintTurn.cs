using System.Text.Json;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Runtime;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>One turn of a complaint: what is known, what is said, and what is to be kept. Dialogs only add to its effects.</summary>
public sealed class ComplaintTurn : TurnContext
{
    private readonly SpeechBook book;
    private readonly List<Grant> granted;
    private readonly List<(string Case, CaseEvent Event)> events = [];
    private readonly List<TurnMark> marks = [];

    internal ComplaintTurn(Activity activity, DateTimeOffset now, ConversationState state, Playbook playbook, SpeechBook book, TurnAnswers answers)
        : base(activity, now)
    {
        State = state;
        Playbook = playbook;
        this.book = book;
        Answers = answers;
        Analysis = answers.Analysis ?? new MessageAnalysis { Text = activity.Text ?? "", Language = state.Speech.Tongue };
        state.Speech.Playbook = playbook;
        granted = state.Granted ??= [.. answers.Granted];
    }

    /// <summary>The conversation, changed in place; the stored one is untouched until the commit.</summary>
    public ConversationState State { get; }

    /// <summary>The case.</summary>
    public ComplaintCase Case => State.Case;

    /// <summary>The playbook in use.</summary>
    public Playbook Playbook { get; }

    /// <summary>What was looked up before the turn.</summary>
    public TurnAnswers Answers { get; }

    /// <summary>What was understood of the message.</summary>
    public MessageAnalysis Analysis { get; }

    /// <summary>Whether the bot has the chat.</summary>
    public bool BotSpeaks => State.Owner == Owner.Bot;

    /// <summary>The language spoken.</summary>
    public Tongue Tongue => State.Speech.Tongue;

    /// <summary>What happened in this turn, with the case it happened to. While a case has no number its events are held in the state.</summary>
    public IReadOnlyList<(string Case, CaseEvent Event)> Events => events;

    /// <summary>The case number taken in this turn, or null.</summary>
    public string? OpenedCase { get; private set; }

    /// <summary>Why the desk's command was not carried out; null when it was, or when there was none. A refused turn must not be committed.</summary>
    public DeskRefusal? Refusal { get; internal set; }

    /// <summary>Who acts in this turn where it is not the customer: the bot, the clock (<c>system</c>), or the id of a person.</summary>
    internal string Actor { get; set; } = "bot";

    /// <summary>What the bot has granted this customer within the playbook's window.</summary>
    internal CustomerGrants Grants => CustomerGrants.Since(granted, Window);

    private DateTimeOffset Window => Now.AddDays(-Playbook.Authority.WindowDays);

    /// <summary>Whether a person hands the chat to the bot in this turn, and where the bot goes on.</summary>
    internal Stage? Resumes { get; set; }

    /// <summary>Whether something known gave way to what the customer said in this turn.</summary>
    internal bool FactCorrected { get; set; }

    /// <summary>The stage the conversation is in.</summary>
    public Stage Stage => State.Stage;

    /// <summary>The step the conversation is at.</summary>
    public Step Step => State.Step;

    /// <summary>The turn of a dialog.</summary>
    public static ComplaintTurn Of(DialogContext dc) => (ComplaintTurn)dc.Context;

    /// <summary>Notes that an offer was taken. What the bot granted counts against what it may still grant this customer.</summary>
    internal void Take(Offer offer)
    {
        offer.State = RemedyState.Accepted;
        if (offer is not { OfferedBy: null, Amount: { } worth }) return;
        granted.RemoveAll(grant => grant.At < Window);
        granted.Add(new Grant { At = Now, Worth = worth });
    }

    /// <summary>Says where the conversation is from here on.</summary>
    public void At(Stage stage, Step step) => (State.Stage, State.Step) = (stage, step);

    /// <summary>Says something that waits for nothing. Silent when all there is to say in this situation has been said.</summary>
    /// <returns>Whether something was said.</returns>
    public bool Say(Situation situation, params ReadOnlySpan<PhraseArgument> arguments) => Send(Phrase(situation, arguments), Expects.None);

    /// <summary>Says something that waits for an answer.</summary>
    /// <returns>Whether something was said.</returns>
    public bool Ask(Situation situation, string expects, params ReadOnlySpan<PhraseArgument> arguments) => Send(Phrase(situation, arguments), expects);

    /// <summary>The words for a situation, claimed so that they are not said again; null when all are used up.</summary>
    public string? Phrase(Situation situation, params ReadOnlySpan<PhraseArgument> arguments) => book.Phrases.Say(situation, State.Speech, arguments);

    /// <summary>Sends words that are put together from phrases.</summary>
    /// <param name="text">The words; null or empty says nothing.</param>
    /// <param name="expects">What they wait for.</param>
    /// <param name="suggested">Answers to choose from.</param>
    public bool Send(string? text, string expects, IReadOnlyList<CardAction>? suggested = null)
    {
        if (string.IsNullOrEmpty(text)) return false;
        var message = Activity.Message(text);
        message.Locale = Tongue.Tag();
        message.InputHint = expects == Expects.None ? InputHints.AcceptingInput : InputHints.ExpectingInput;
        if (suggested is { Count: > 0 }) message.SuggestedActions = new SuggestedActions { Actions = suggested };
        SendActivity(message);
        marks.Add(new(message, Stage, Step, expects, null));
        if (expects != Expects.None) State.Expects = expects;
        return true;
    }

    /// <summary>The words a person would say in a situation, in the customer's language; null when all are used up.</summary>
    internal string? PhraseFor(Situation situation, params ReadOnlySpan<PhraseArgument> arguments) => book.Phrases.SayForPerson(situation, State.Speech, arguments);

    /// <summary>The same where silence is worse than words that were heard before: who speaks from now on is told each time.</summary>
    internal string PhraseEachTime(Situation situation, params ReadOnlySpan<PhraseArgument> arguments) => book.Phrases.SayForPersonEachTime(situation, State.Speech, arguments);

    /// <summary>Sends the customer what a person says. It waits for that person, not for the bot: <see cref="ConversationState.Expects"/> stays.</summary>
    internal void SendAs(DeskPerson person, string? text, string expects = Expects.None, IReadOnlyList<Attachment>? attachments = null)
    {
        if (string.IsNullOrEmpty(text) && attachments is null) return;
        var message = Activity.Message(text);
        message.Locale = Tongue.Tag();
        message.Attachments = attachments;
        SendActivity(message);
        message.From = new() { Id = person.Id, Name = person.Name, Role = RoleTypes.Bot };
        marks.Add(new(message, Stage, Step, expects, person.Id == DeskPerson.System.Id ? TurnEntity.System : TurnEntity.Person));
    }

    /// <summary>Says something in the name of the business while a person has the chat, when that person is not there to say it.</summary>
    internal void SayForDesk(Situation situation, params ReadOnlySpan<PhraseArgument> arguments) =>
        SendAs(DeskPerson.System with { Name = InScript(Playbook.Identity.Business) }, Phrase(situation, arguments));

    /// <summary>Adds a line that colleagues read and the customer never does.</summary>
    internal void SendNote(string name, DeskPerson person, string text, JsonElement? value = null)
    {
        var note = Activity.Event(name, value);
        note.Text = text;
        SendActivity(note);
        note.From = person.ToAccount();
    }

    /// <inheritdoc/>
    /// <remarks>What the desk and the clock bring about is no answer to a line the customer was ever shown, and goes to the customer, not to who caused it.</remarks>
    public override void SendActivity(Activity activity)
    {
        base.SendActivity(activity);
        if (!DeskEvents.IsInternal(Activity.Name) || Activity.Type != ActivityTypes.Event) return;
        activity.From ??= new() { Id = "bot", Role = RoleTypes.Bot };
        (activity.Recipient, activity.ReplyToId) = (null, null);
    }

    /// <summary>Whether the grievance was understood in this turn and has not been said back yet.</summary>
    internal bool OwesHearing { get; set; }

    /// <summary>Whether the message answers what kind of business the complaint is about.</summary>
    internal bool NamesBusiness { get; set; }

    /// <summary>Whether something was asked in this turn.</summary>
    public bool HasAsked(string expects)
    {
        foreach (var mark in marks)
            if (mark.Expects == expects) return true;
        return false;
    }

    /// <summary>Notes that a step was done; the first time it goes onto the timeline.</summary>
    public void Done(Step step)
    {
        if (Case.HasDone(step)) return;
        Case.Steps.Add(new(step, Now));
        Record(CaseEventKind.Step, Actor, CaseEvent.NoData, step);
    }

    /// <summary>Adds an entry to the case's timeline.</summary>
    public void Record(CaseEventKind kind, string actor, params ReadOnlySpan<(string Name, string Value)> data)
    {
        Record(kind, actor, data.IsEmpty ? CaseEvent.NoData : new EventData(data), null);
    }

    /// <summary>Opens a task for a duty; what is promised to the customer always stands behind one.</summary>
    public void Open(CaseTask task) => Record(CaseEventKind.TaskOpened, Actor,
        ("kind", task.Kind.Id()), ("owner", task.Owner), ("due", task.Due.ToString("O")), ("content", task.Content), ("step", task.Step?.Id() ?? ""));

    /// <summary>Promises the customer something: it has a content, an owner and a time, and becomes a task.</summary>
    public void Promise(TaskKind kind, string owner, DateTimeOffset due, string content)
    {
        Record(CaseEventKind.PromiseMade, Actor, ("owner", owner), ("due", due.ToString("O")), ("content", content));
        Open(new(kind, owner, due, content));
    }

    /// <summary>Moves the case to another state.</summary>
    public void Move(CaseState state, string reason)
    {
        if (Case.State == state) return;
        Record(CaseEventKind.StateChanged, Actor, ("from", Case.State.Id()), ("to", state.Id()), ("reason", reason));
        Case.State = state;
    }

    /// <summary>Opens the case if it has no number yet; what was held back goes onto its timeline.</summary>
    public void EnsureCase()
    {
        if (Case.Number is not null) return;
        Case.Number = OpenedCase = Answers.FreshCaseNumber;
        Record(CaseEventKind.Opened, Actor, ("number", Case.Number), ("playbook", Playbook.Id), ("channel", Activity.ChannelId ?? ""), ("language", Tongue.Tag()));
        foreach (var held in State.Held) events.Add((Case.Number, held));
        State.Held = [];
    }

    /// <summary>A point in time as a deadline, in the language spoken.</summary>
    public string Due(DateTimeOffset due) => DueText.Due(Round(due), Now, Tongue);

    /// <summary>The same for texts that write "before" themselves (a playbook's {date}).</summary>
    public string Date(DateTimeOffset due) => DueText.At(Round(due), Now, Tongue);

    /// <summary>A time that a person named, as a deadline: to the minute, as they said it.</summary>
    internal string Exactly(DateTimeOffset due) => DueText.Due(due, Now, Tongue);

    /// <summary>The same as a point in time.</summary>
    internal string ExactlyAt(DateTimeOffset at) => DueText.At(at, Now, Tongue);

    /// <summary>What a duty is called.</summary>
    public string NameOf(string duty) => book.Names.Duty(duty, Tongue);

    /// <summary>What a button says.</summary>
    public string NameOf(Answer answer) => book.Names.Of(answer, Tongue);

    /// <summary>What a case state is called.</summary>
    public string NameOf(CaseState state) => book.Names.State(state, Tongue);

    /// <summary>A text of the playbook as it is shown by itself, in the customer's script.</summary>
    public string InScript(LocalizedText text) => book.Names.In(text, Tongue);

    /// <summary>A text of the playbook with the numbers to call filled in.</summary>
    public string WithNumbers(string text)
    {
        if (!text.Contains('{')) return text;
        foreach (var (kind, number) in Playbook.Identity.EmergencyNumbers) text = text.Replace($"{{{kind}}}", number, StringComparison.Ordinal);
        return text;
    }

    /// <summary>When the customer hears more at the latest.</summary>
    public DateTimeOffset NextWord => ClockPolicy.NextWord(Playbook, Case.Severity, Now);

    /// <summary>Marks every message with where it was said and who owns the conversation now that the turn is over.</summary>
    internal void Finish()
    {
        foreach (var mark in marks) mark.Message.Entities = TurnEntity.Of(mark.Stage, mark.Step, mark.Expects, State.Owner, mark.By);
        State.NextLook = ChatClock.NextLook(this);
    }

    /// <summary>People say half hours, never later than what was promised: to the half hour before it, within two hours to five minutes.</summary>
    private DateTimeOffset Round(DateTimeOffset due)
    {
        var local = due.ToOffset(Now.Offset);
        var step = TimeSpan.FromMinutes(local - Now > TimeSpan.FromHours(2) ? 30 : 5);
        return local.AddTicks(-(local.TimeOfDay.Ticks % step.Ticks));
    }

    private void Record(CaseEventKind kind, string actor, IReadOnlyDictionary<string, string> data, Step? step)
    {
        var entry = new CaseEvent(kind, actor, Now, data, step);
        if (Case.Number is { } number) events.Add((number, entry));
        else State.Held.Add(entry);
    }

    private readonly record struct TurnMark(Activity Message, Stage Stage, Step Step, string Expects, string? By);
}

using System.Text;
using System.Text.Json;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Complaint;

/// <summary>
/// A conversation with the real bot, run as a server runs it: understood, taken as a pure turn, stored and loaded again. After every turn
/// what holds in every conversation is checked (<see cref="Invariants"/>).
/// </summary>
internal sealed class Talk
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 19, 12, 0, 0, TimeSpan.FromHours(8));

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(20);

    private readonly Invariants invariants;
    private readonly List<Heard> turns = [];
    private readonly List<CaseEvent> events = [];
    private readonly Dictionary<string, KnownCase> cases = [];
    private byte[] stored;

    public Talk(string playbook, Tongue tongue = Tongue.ZhHans, DateTimeOffset? now = null, int seed = 1)
    {
        Playbook = RealBot.Playbooks[playbook];
        Now = now ?? Noon;
        var state = Conversation.Begin(seed, tongue);
        (state.Playbook, state.Fingerprint) = (Playbook.Id, Playbook.Fingerprint);
        stored = RealBot.Conversation.Write(state);
        invariants = new Invariants(Playbook);
    }

    public Playbook Playbook { get; }

    /// <summary>The customer's clock.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>Who is at the desk.</summary>
    public DeskStatus People { get; set; } = new(true, 1, 2) { Calls = true };

    public IReadOnlyList<Heard> Turns => turns;

    public Heard Last => turns[^1];

    public ConversationState State => turns.Count > 0 ? Last.State : RealBot.Conversation.Read(stored);

    /// <summary>Every entry of a timeline so far.</summary>
    public IReadOnlyList<CaseEvent> Events => events;

    public IEnumerable<string> Texts => turns.SelectMany(turn => turn.Texts);

    /// <summary>The customer opens the chat.</summary>
    public Heard Join()
    {
        var joined = Incoming(new Activity { Type = ActivityTypes.ConversationUpdate, MembersAdded = [new ChannelAccount { Id = "customer" }] });
        return Take(joined, "", masked: false);
    }

    /// <summary>The customer says something.</summary>
    public Heard Say(string text, TimeSpan? after = null, string? attachment = null)
    {
        Now += after ?? Pace;
        var line = SensitiveText.Mask(text);
        var message = Incoming(Activity.Message(line));
        if (attachment is not null) message.Attachments = [new Attachment { Name = attachment, ContentType = "image/jpeg", ContentUrl = $"/files/{attachment}" }];
        return Take(message, line, masked: line != text);
    }

    /// <summary>A person at the desk does something; it must be carried out.</summary>
    public Heard Do(DeskPerson person, DeskCommand command, TimeSpan? after = null)
    {
        Now += after ?? TimeSpan.Zero;
        var refusal = Try(person, command);
        return refusal is null ? Last : throw new InvalidOperationException($"{command} was refused: {refusal}\n{this}");
    }

    /// <summary>A person at the desk tries something; a refused turn is not committed.</summary>
    public DeskRefusal? Try(DeskPerson person, DeskCommand command) => Try(person.ToAccount(), DeskCommandJson.ToElement(command));

    /// <summary>The same as it comes over the wire.</summary>
    public DeskRefusal? Try(ChannelAccount sender, JsonElement value)
    {
        var activity = Incoming(Activity.Event(DeskEvents.Command, value));
        activity.From = sender;
        if (Run(activity, masked: false).Refusal is { } refusal) return refusal;
        Take(activity, "", masked: false, byDesk: true);
        return null;
    }

    /// <summary>People of the platform are asked, or say something.</summary>
    public Heard Hear(PlatformWord word, TimeSpan? after = null)
    {
        Now += after ?? TimeSpan.Zero;
        return Hear(word, DeskPerson.Platform.ToAccount());
    }

    /// <summary>The same in the name of anybody.</summary>
    public Heard Hear(PlatformWord word, ChannelAccount sender)
    {
        var activity = Incoming(Activity.Event(DeskEvents.Platform, DeskCommandJson.ToElement(new PlatformNews(word))));
        activity.From = sender;
        return Take(activity, "", masked: false, byDesk: true);
    }

    /// <summary>The clock looks at the conversation.</summary>
    public Heard Tick(TimeSpan after, ClockTick? tick = null)
    {
        Now += after;
        var activity = Incoming(Activity.Event(DeskEvents.Clock, DeskCommandJson.ToElement(tick ?? new ClockTick(Open: true))));
        activity.From = null;
        return Take(activity, "", masked: false, byDesk: true);
    }

    /// <summary>When the conversation wants to be looked at next.</summary>
    public DateTimeOffset? NextLook { get; private set; }

    /// <summary>The whole conversation, for messages about failures.</summary>
    public override string ToString() => $"{Playbook.Id}\n{string.Concat(turns.Select(turn => turn.ToString()))}";

    private Heard Take(Activity activity, string line, bool masked, bool byDesk = false)
    {
        var (once, twice) = (Run(activity, masked), Run(activity, masked));
        if (Outcome(once) != Outcome(twice)) invariants.Fail(this, $"The same turn had two outcomes:\n{Outcome(once)}\n{Outcome(twice)}");

        var before = RealBot.Conversation.Read(stored);
        stored = RealBot.Conversation.Write(once.State);
        var after = RealBot.Conversation.Read(stored);
        NextLook = once.State.NextLook;
        var (messages, notes) = (once.Outgoing.Where(sent => sent.Type == ActivityTypes.Message).ToList(), once.Outgoing.Where(sent => sent.Type != ActivityTypes.Message).ToList());
        var heard = new Heard(line, messages, Spoken(before, after), before, after, [.. once.Events.Select(filed => filed.Event)], stored.Length) { ByDesk = byDesk, Notes = notes, Granted = DeskPerson.Of(activity.From)?.Role ?? Role.Bot };
        turns.Add(heard);
        events.AddRange(heard.Events);
        Remember(once);
        if (!RealBot.Conversation.Write(after).AsSpan().SequenceEqual(stored)) invariants.Fail(this, "What was read is not what was written.");
        if (StoredForms.Difference(after, stored) is { } difference) invariants.Fail(this, difference);
        invariants.Check(this, heard);
        return heard;
    }

    private ComplaintTurn Run(Activity activity, bool masked)
    {
        var state = RealBot.Conversation.Read(stored);
        var (message, statement) = Understanding.Of(RealBot.Analyzer, state, activity, [Playbook], Now);
        var answers = new TurnAnswers
        {
            Analysis = message,
            Statement = statement,
            Masked = masked,
            FreshCaseNumber = $"C-{Now:yyyyMMdd}-{turns.Count:000000}",
            AskedCase = message?.Find(FactNames.CaseNumber) is { } asked ? cases.GetValueOrDefault(asked.Value) : null,
            Desk = People,
        };
        return RealBot.Conversation.OnTurn(state, activity.Copy(), Now, Playbook, answers);
    }

    /// <summary>What a ledger would know from here on.</summary>
    private void Remember(ComplaintTurn turn)
    {
        foreach (var (number, _) in turn.Events)
            cases[number] = new KnownCase(number, turn.State.Case.Number == number ? turn.State.Case.State : CaseState.Closed, Now);
    }

    private static Dictionary<Situation, int> Spoken(ConversationState before, ConversationState after) =>
        after.Speech.Uses.Where(use => use.Value > before.Speech.Uses.GetValueOrDefault(use.Key))
            .ToDictionary(use => use.Key, use => use.Value - before.Speech.Uses.GetValueOrDefault(use.Key));

    private static string Outcome(ComplaintTurn turn)
    {
        var outcome = new StringBuilder(Encoding.UTF8.GetString(RealBot.Conversation.Write(turn.State)));
        foreach (var message in turn.Outgoing) outcome.Append('\n').Append(JsonSerializer.Serialize(message));
        foreach (var (number, entry) in turn.Events) outcome.Append('\n').Append(number).Append(JsonSerializer.Serialize(entry));
        return outcome.ToString();
    }

    private Activity Incoming(Activity activity)
    {
        activity.Id = $"m-{turns.Count}";
        activity.ChannelId = "test";
        activity.From = new ChannelAccount { Id = "customer" };
        activity.Recipient = new ChannelAccount { Id = "bot" };
        activity.Conversation = new ConversationAccount { Id = "c-1" };
        return activity;
    }
}

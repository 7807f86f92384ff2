using System.Text;
using System.Text.Json;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Complaint;
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
    private CustomerGrants grants;

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
    public DeskStatus People { get; set; } = new(true, 1, 2);

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

    /// <summary>A person takes the chat over, as the desk does it: in the stored conversation.</summary>
    public void PersonTakes()
    {
        var state = RealBot.Conversation.Read(stored);
        state.Owner = Owner.Person;
        stored = RealBot.Conversation.Write(state);
    }

    /// <summary>The whole conversation, for messages about failures.</summary>
    public override string ToString() => $"{Playbook.Id}\n{string.Concat(turns.Select(turn => turn.ToString()))}";

    private Heard Take(Activity activity, string line, bool masked)
    {
        var (once, twice) = (Run(activity, masked), Run(activity, masked));
        if (Outcome(once) != Outcome(twice)) invariants.Fail(this, $"The same turn had two outcomes:\n{Outcome(once)}\n{Outcome(twice)}");

        var before = RealBot.Conversation.Read(stored);
        stored = RealBot.Conversation.Write(once.State);
        var after = RealBot.Conversation.Read(stored);
        var heard = new Heard(line, once.Outgoing, Spoken(before, after), before, after, [.. once.Events.Select(filed => filed.Event)], stored.Length);
        turns.Add(heard);
        events.AddRange(heard.Events);
        Remember(once);
        if (!RealBot.Conversation.Write(after).AsSpan().SequenceEqual(stored)) invariants.Fail(this, "What was read is not what was written.");
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
            Grants = grants,
            AskedCase = message?.Find(FactNames.CaseNumber) is { } asked ? cases.GetValueOrDefault(asked.Value) : null,
            Desk = People,
        };
        return RealBot.Conversation.OnTurn(state, activity.Copy(), Now, Playbook, answers);
    }

    /// <summary>What a ledger would know from here on: the cases, and what was granted.</summary>
    private void Remember(ComplaintTurn turn)
    {
        foreach (var (number, entry) in turn.Events)
        {
            cases[number] = new KnownCase(number, turn.State.Case.Number == number ? turn.State.Case.State : CaseState.Closed, Now);
            if (entry.Kind == CaseEventKind.OfferAnswered && entry.Data["answer"] == "accepted" && turn.Case.LastOffer?.Amount is { } worth)
                grants = new CustomerGrants(grants.Count + 1, grants.Sum + worth);
        }
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

using ComplaintBot.Cases;
using ComplaintBot.Channels;
using ComplaintBot.Commands;
using ComplaintBot.Desk;
using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Tests.Turns;
using ComplaintBot.Turns;
using ComplaintBot.Turns.Sqlite;

namespace ComplaintBot.Tests.Desk;

/// <summary>A desk over the real store and the real playbooks, without a server: commands, queue and presence, with a clock and ids of the test.</summary>
internal sealed class DeskBench : IColleagues, IInboxOwner, IDisposable
{
    private static readonly Lazy<Brain> Shipped = new(() => Composition.Think(null).Brain);

    private readonly Action close;
    private int deliveries;

    /// <param name="time">The clock of the turns; null for <see cref="Clock"/>.</param>
    /// <param name="atStep">Told each step of a write before it is made.</param>
    public DeskBench(TimeProvider? time = null, Action<string>? atStep = null)
        : this(time, Open(atStep))
    {
    }

    /// <summary>A node of several, on what they share; whoever opened that closes it.</summary>
    public DeskBench(TimeProvider time, IConversationStore store, ICaseLedger ledger, IChatIndex chats)
        : this(time, (store, ledger, chats, LeaveOpen))
    {
    }

    private DeskBench(TimeProvider? time, (IConversationStore Store, ICaseLedger Ledger, IChatIndex Chats, Action Close) kept)
    {
        Time = time ?? Clock;
        (Store, Ledger, Chats, close) = kept;
        Runner = new TurnRunner(Store, Ledger, Shipped.Value, Ids, Time);
        Presence = new Presence(Time);
        Commands = new DeskCommands(Runner, ChannelOf, this, new DeskFiles(Store, ChannelOf, new UploadReader(1_000_000, FileKinds.Known), Ids), Time);
        Queue = new DeskQueue(Chats, Commands, Presence);
    }

    public static Colleague Ann { get; } = new("ann", "Ann Lee", "agent");

    public static Colleague Bob { get; } = new("bob", "Bob Wu", "agent");

    public static Colleague Sue { get; } = new("sue", "Sue Yu", "supervisor");

    public ManualClock Clock { get; } = new();

    public TimeProvider Time { get; }

    public RandomIdSource Ids { get; } = new();

    public IConversationStore Store { get; }

    public IChatIndex Chats { get; }

    public ICaseLedger Ledger { get; }

    public TurnRunner Runner { get; }

    public Presence Presence { get; }

    public DeskCommands Commands { get; }

    public DeskQueue Queue { get; }

    /// <summary>What the channel was told to send.</summary>
    public List<Activity> Sent { get; } = [];

    public static ConversationKey Key(string name) => new("web", name);

    /// <summary>A customer says something.</summary>
    public Task<TurnOutcome> SayAsync(string name, string text, string? id = null) => Runner.RunAsync(
        new(Key(name), id ?? $"c{Interlocked.Increment(ref deliveries)}", Message(text), Time.GetUtcNow().ToOffset(TimeSpan.FromHours(8))), TurnBench.Retail);

    /// <summary>A customer asks for a person until the chat waits.</summary>
    public async Task WaitAsync(string name)
    {
        await SayAsync(name, "Your courier broke my new vase and nobody answers the phone.");
        foreach (var ask in new[] { "I want to talk to a real person.", "A human being, please. Now." })
            if ((await RowAsync(name))?.Owner != Owner.Waiting) await SayAsync(name, ask);
        Assert.Equal(Owner.Waiting, (await RowAsync(name))?.Owner);
    }

    public async Task<ChatSummary?> RowAsync(string name) => (await Chats.FindAsync(Key(name), default))?.Summary;

    public async Task<TurnOutcome> DoAsync(Colleague person, string name, DeskCommand command, string? id = null) =>
        (await Commands.RunAsync(person, Key(name), id ?? $"k{Interlocked.Increment(ref deliveries)}", command))!;

    public async Task<ConversationState> StateAsync(string name) => Shipped.Value.Conversation.Read((await Store.LoadAsync(Key(name), Time.GetUtcNow(), default))!.State);

    public async Task<IReadOnlyList<TranscriptLine>> LinesAsync(string name) => await Store.TranscriptAsync(Key(name), 0, default);

    public Task<Colleague?> FindAsync(string id, CancellationToken cancellationToken) => Task.FromResult(new[] { Ann, Bob, Sue }.FirstOrDefault(one => one.Id == id));

    public Task<IReadOnlyList<Colleague>> AllAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Colleague>>([Ann, Bob, Sue]);

    public Task<IReadOnlyList<DeskName>> TeamsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<DeskName>>([new("returns", "Returns")]);

    private DeskBench? ChannelOf(ConversationKey key) => key.Channel == "web" ? this : null;

    public Site SiteOf(Inbound inbound) => TurnBench.Retail;

    public string AddressOf(ConversationKey key, string file) => $"/files/{file}";

    public string ApologyFor(Inbound inbound) => "sorry";

    public void Answered(ConversationKey key, IReadOnlyList<OutboxLine> lines)
    {
        lock (Sent) Sent.AddRange(lines.Select(line => line.Activity));
    }

    public void Pass(ConversationKey key, Activity passing)
    {
    }

    public void Dispose()
    {
        Queue.Dispose();
        Runner.Dispose();
        close();
    }

    private static (IConversationStore Store, ICaseLedger Ledger, IChatIndex Chats, Action Close) Open(Action<string>? atStep)
    {
        var folder = new TempFolder();
        var database = new SqliteDatabase(new SqliteSettings { Folder = folder.Path }, atStep);
        return (new SqliteConversationStore(database), new SqliteCaseLedger(database), new SqliteChatIndex(database), Close);

        void Close()
        {
            database.Dispose();
            folder.Dispose();
        }
    }

    private static Activity Message(string text)
    {
        var message = Activity.Message(text);
        message.From = new() { Id = "customer", Role = RoleTypes.User };
        return message;
    }

    private static void LeaveOpen()
    {
    }
}

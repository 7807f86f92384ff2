using ComplaintBot.Commands;
using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Turns;
using ComplaintBot.Turns.Sqlite;

namespace ComplaintBot.Tests.Turns;

/// <summary>A runner of turns over the real store and the real playbooks, with a clock and ids of the test.</summary>
internal sealed class TurnBench : IDisposable
{
    private readonly TempFolder folder = new();
    private SqliteDatabase database;

    public TurnBench(string? playbooks = null)
    {
        database = new SqliteDatabase(new SqliteSettings { Folder = folder.Path });
        Brain = Composition.Think(playbooks).Brain;
        (Store, Runner) = Make();
    }

    public static Site Retail { get; } = new(["retail"], Tongue.En);

    public static ConversationKey Key { get; } = new("web", "talk");

    public ManualClock Clock { get; } = new();

    public CountedIds Ids { get; } = new();

    public Brain Brain { get; private set; }

    public WrappedStore Store { get; private set; }

    public TurnRunner Runner { get; private set; }

    public SqliteCaseLedger Ledger => new(database);

    public Inbound Message(string id, string text, ConversationKey? key = null) => new(key ?? Key, id, Activity.Message(text), Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)));

    public Task<TurnOutcome> SayAsync(string id, string text, Site? site = null) => Runner.RunAsync(Message(id, text), site ?? Retail);

    /// <summary>What the customer and the bot said.</summary>
    public async Task<List<string>> SaidAsync(bool? outgoing = null, ConversationKey? key = null) =>
        [.. (await Store.TranscriptAsync(key ?? Key, 0, default)).Where(line => outgoing is null || line.Outgoing == outgoing).Select(line => line.Activity.Text!)];

    public async Task<ConversationState> StateAsync() => Brain.Conversation.Read((await Store.LoadAsync(Key, Clock.GetUtcNow(), default))!.State);

    /// <summary>Ends the process, as it were, and starts it again.</summary>
    public void Restart(string? playbooks = null)
    {
        Runner.Dispose();
        database.Dispose();
        database = new SqliteDatabase(new SqliteSettings { Folder = folder.Path });
        Brain = Composition.Think(playbooks).Brain;
        (Store, Runner) = Make();
    }

    /// <summary>Every byte that was written, the log of the database included.</summary>
    public async Task<List<byte[]>> BytesAsync()
    {
        var files = new List<byte[]>();
        foreach (var file in Directory.GetFiles(folder.Path))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            files.Add(copy.ToArray());
        }

        return files;
    }

    public void Dispose()
    {
        Runner.Dispose();
        database.Dispose();
        folder.Dispose();
    }

    private (WrappedStore Store, TurnRunner Runner) Make()
    {
        var store = new WrappedStore(new SqliteConversationStore(database));
        return (store, new TurnRunner(store, new SqliteCaseLedger(database), Brain, Ids, Clock) { Patience = Clock });
    }
}

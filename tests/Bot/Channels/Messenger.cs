using ComplaintBot.Channels;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Tests.DirectLine;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Channels;

/// <summary>A customer on some messenger, between the whole server and that messenger on this machine.</summary>
internal abstract class Messenger : IAsyncDisposable
{
    /// <summary>What a photo consists of.</summary>
    public static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 4];

    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });

    private readonly List<string> shown = [];
    private string address = "";
    private int told;

    /// <summary>The names of all messengers.</summary>
    public static IReadOnlyList<string> Names { get; } = ["telegram", "wechat", "kefu", "wecom", "bot"];

    public abstract ConversationKey Key { get; }

    /// <summary>Everything the customer was shown, in order.</summary>
    public IReadOnlyList<string> Shown
    {
        get
        {
            lock (shown) return [.. shown];
        }
    }

    /// <summary>Whether the messenger counts what we send.</summary>
    public virtual bool Counts => false;

    /// <summary>How long a message may be and what that is counted in; null where it goes whole, whatever its length.</summary>
    public abstract (int Most, TextUnit Unit)? Limit { get; }

    /// <summary>How many answers to choose from are shown as something to tap on; 0 where all are numbers.</summary>
    public abstract int MostButtons { get; }

    /// <summary>How a call can be wrong here.</summary>
    public virtual IReadOnlyList<Proof> WrongProofs => Proofs.Wrong;

    /// <summary>What switches it on.</summary>
    public abstract (string Name, string Value)[] Settings { get; }

    /// <summary>The messenger.</summary>
    public abstract LoopbackPlatform Platform { get; }

    /// <summary>How many messages were sent to it, taken or not.</summary>
    public int Tries => Platform.Calls.Count(IsSent);

    /// <summary>The whole server, where it runs in this process.</summary>
    protected LiveServer Server { get; private set; } = null!;

    /// <summary>The clock of the server.</summary>
    protected TimeProvider Clock { get; private set; } = RealTime.Clock;

    public static async Task<Messenger> OpenAsync(string name) => name switch
    {
        "telegram" => await TelegramMessenger.OpenAsync(),
        "wechat" => await WeChatMessenger.OpenAsync(),
        "kefu" => await KefuMessenger.OpenAsync(),
        "wecom" => await WeComMessenger.OpenAsync(),
        "bot" => await BotMessenger.OpenAsync(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No messenger of that name."),
    };

    /// <summary>Meets the server it talks to.</summary>
    public void Meet(LiveServer server)
    {
        Server = server;
        Meet(server.Url, server.Clock);
    }

    /// <summary>Meets a server in a process of its own.</summary>
    public virtual void Meet(string url, TimeProvider clock) => (address, Clock) = (url, clock);

    /// <summary>A delivery of the customer's: the same one each time it is made.</summary>
    /// <returns>Makes it, and tells the status of the answer.</returns>
    public abstract Func<Proof, Task<int>> Deliver(Sent what, string text = "");

    /// <summary>Deliveries that concern nobody: kinds we do not know, echoes of our own, what people on the platform say.</summary>
    public abstract IReadOnlyList<(string Name, Func<Task<int>> Make)> Nobodys();

    /// <summary>A photo that claims to lie at some address.</summary>
    public abstract Func<Proof, Task<int>> DeliverPhotoFrom(string address);

    /// <summary>Whether a request asks for the customer's file.</summary>
    public abstract bool IsFetch(LoopbackPlatform.Call call);

    /// <summary>Whether a request sends a message.</summary>
    public abstract bool IsSent(LoopbackPlatform.Call call);

    /// <summary>The labels a message shows as something to tap on.</summary>
    public abstract IReadOnlyList<string> ButtonsOf(LoopbackPlatform.Call call);

    /// <summary>The words of a message.</summary>
    public abstract string TextOf(LoopbackPlatform.Call call);

    /// <summary>What is answered in place of taking a message.</summary>
    public abstract (int Status, string Body) Refusal(Failure failure);

    /// <summary>The token we have stops being valid.</summary>
    /// <returns>What is answered now; null lets the messenger refuse by itself.</returns>
    public abstract (int Status, string Body)? EndToken();

    /// <summary>The customer writes, and what follows is waited for.</summary>
    public Task SayAsync(string text) => TakeAsync(Deliver(Sent.Text, text));

    /// <summary>The customer sends a photo, and what follows is waited for.</summary>
    public Task SendPhotoAsync() => TakeAsync(Deliver(Sent.Photo));

    /// <summary>A delivery is made and acknowledged, and what follows is waited for.</summary>
    public async Task TakeAsync(Func<Proof, Task<int>> delivery)
    {
        // A call may wait for its answer, which may need the clock.
        var call = delivery(Proof.Right);
        await UntilAsync(() => Task.FromResult(call.IsCompleted));
        Assert.InRange(await call, 200, 202);
        await CalmAsync();
    }

    /// <summary>Something is said without the customer having written, as a person at the desk does.</summary>
    public async Task TellAsync(params Activity[] said)
    {
        var id = $"given {++told}";
        var outcome = CommitOutcome.Stale;

        // The bot may be saying something of its own accord just now: then it is said after that.
        for (var tries = 0; outcome == CommitOutcome.Stale && tries < 10; tries++)
        {
            var (now, stored) = (Server.Clock.GetUtcNow(), (await Server.Parts.Store.LoadAsync(Key, Server.Clock.GetUtcNow(), default))!);
            outcome = (await Server.Parts.Store.TryCommitAsync(
                new() { Inbound = new(Key, id, Activity.Event("given"), now), ExpectedVersion = stored.Version, State = stored.State, Outgoing = said, Events = [], At = now, Expires = now.AddDays(90) }, default)).Outcome;
        }

        Assert.Equal(CommitOutcome.Committed, outcome);
    }

    public Task TellAsync(params string[] texts) => TellAsync([.. texts.Select(Activity.Message)]);

    /// <summary>From now on nothing that is sent is taken.</summary>
    public void Refuse(Failure failure)
    {
        Platform.RetryAfter = failure == Failure.Slower ? 60 : null;
        Platform.Instead = call => IsSent(call) ? Refusal(failure) : null;
    }

    /// <summary>From now on everything is taken again.</summary>
    public void Accept() => (Platform.Instead, Platform.RetryAfter) = (_ => null, null);

    /// <summary>Waits until the inbox is worked off and everything has been sent.</summary>
    public async Task CalmAsync()
    {
        await ReadAsync();
        await UntilAsync(async () => (await Server.Parts.Store.InboxAsync(Key, 1, default)).Count == 0 && (await WaitingAsync()).Count == 0);
    }

    /// <summary>Waits until something could not be sent.</summary>
    public Task FailedAsync() => UntilAsync(async () => (await WaitingAsync()).Any(line => line.Attempts > 0));

    /// <summary>What has not been sent, whether it is due or not.</summary>
    public async Task<IReadOnlyList<OutboxLine>> WaitingAsync() => [.. (await Server.Parts.Store.OutboxAsync(Server.Clock.GetUtcNow().AddDays(1), 100, default)).Where(line => line.Key == Key)];

    /// <summary>What the customer has said so far.</summary>
    public async Task<IReadOnlyList<Activity>> HeardAsync() => [.. (await Server.Parts.Store.TranscriptAsync(Key, 0, default)).Where(line => !line.Outgoing).Select(line => line.Activity)];

    /// <summary>Waits until something is so; the clock goes on meanwhile.</summary>
    public Task UntilAsync(Func<Task<bool>> isSo) => Patience.UntilAsync(Server.Clock, isSo, LeftAsync);

    public ValueTask DisposeAsync() => Platform.DisposeAsync();

    private async Task<string> LeftAsync()
    {
        var (inbox, waiting) = ((await Server.Parts.Store.InboxAsync(Key, 9, default)).Count, await WaitingAsync());
        var lines = (await Server.Parts.Store.TranscriptAsync(Key, 0, default)).Select(line => $"{line.At:dd HH:mm:ss} {(line.Outgoing ? "bot" : "customer")}: {line.Activity.Text}");
        return $"At {Server.Clock.GetUtcNow():dd HH:mm:ss} {inbox} wait in the inbox and {string.Join(", ", waiting.Select(line => $"line {line.Sequence} ({line.Attempts} tries)"))} in the outbox:\n{string.Join('\n', lines)}";
    }

    /// <summary>A delivery that proves itself.</summary>
    protected static Func<Task<int>> Proven(Func<Proof, Task<int>> delivery) => () => delivery(Proof.Right);

    /// <summary>The customer is shown something.</summary>
    protected void Show(string text)
    {
        lock (shown) shown.Add(text);
    }

    /// <summary>Waits until everything the messenger has was read, where it has to be read.</summary>
    protected virtual Task ReadAsync() => Task.CompletedTask;

    /// <summary>Makes a call.</summary>
    protected Task<(int Status, byte[] Body)> SendAsync(Webhook call) => call.SendAsync(Http, Server is null ? address : Server.Url);

    /// <summary>Makes a call of which only the status counts.</summary>
    protected async Task<int> CallAsync(Webhook call) => (await SendAsync(call)).Status;
}

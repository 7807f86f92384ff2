using ComplaintBot.Tests.DirectLine;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Channels;

/// <summary>A customer on some messenger, between the whole server and that messenger on this machine.</summary>
internal abstract class Messenger : IAsyncDisposable
{
    /// <summary>What a photo consists of.</summary>
    public static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 4];

    public abstract ConversationKey Key { get; }

    /// <summary>Everything the customer was shown, in order.</summary>
    public abstract IReadOnlyList<string> Shown { get; }

    /// <summary>Whether the messenger counts what we send.</summary>
    public virtual bool Counts => false;

    /// <summary>What switches it on.</summary>
    public abstract (string Name, string Value)[] Settings { get; }

    /// <summary>The messenger.</summary>
    public abstract LoopbackPlatform Platform { get; }

    protected LiveServer Server { get; private set; } = null!;

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
    public virtual void Meet(LiveServer server) => Server = server;

    /// <summary>The customer writes, and what follows is waited for.</summary>
    public async Task SayAsync(string text)
    {
        await PostAsync(text);
        await CalmAsync();
    }

    /// <summary>The customer sends a photo, and what follows is waited for.</summary>
    public async Task SendPhotoAsync()
    {
        await PostPhotoAsync();
        await CalmAsync();
    }

    /// <summary>Waits until the inbox is worked off and everything has been sent.</summary>
    public async Task CalmAsync()
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        for (var looks = 1; (await Server.Parts.Store.InboxAsync(Key, 1, default)).Count > 0 || (await Server.Parts.Store.OutboxAsync(Server.Clock.GetUtcNow().AddDays(1), 100, default)).Any(line => line.Key == Key); looks++)
        {
            Assert.False(late.IsCancellationRequested, "It did not calm down.");

            // Paces and pumps need the clock; people who are asked to answer must not seem to be away.
            if (looks % 50 == 0) Server.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }
    }

    public abstract ValueTask DisposeAsync();

    protected abstract Task PostAsync(string text);

    protected abstract Task PostPhotoAsync();
}

using System.Globalization;
using ComplaintBot.Tests.DirectLine;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Channels;

/// <summary>Customers on Telegram, between the whole server and a platform that keeps to its contract.</summary>
public abstract class TelegramBench : IAsyncLifetime
{
    internal LoopbackTelegram Telegram { get; private set; } = null!;

    internal LiveServer Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Telegram = await LoopbackTelegram.StartAsync();
        Server = await LiveServer.StartAsync([.. Settings(Telegram.Url), ("Channels:Telegram:PublicUrl", "https://care.example")]);
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await Telegram.DisposeAsync();
    }

    /// <summary>What switches Telegram on, without an address of the bot's own.</summary>
    internal static (string, string)[] Settings(string url) =>
    [
        ("Channels:Telegram:Token", LoopbackTelegram.Token), ("Channels:Telegram:Secret", TelegramCalls.Secret), ("Channels:Telegram:Api", url), ("Channels:Telegram:Playbooks", "property"),
    ];

    internal static ConversationKey Key(long chat) => new("telegram-123456", chat.ToString(CultureInfo.InvariantCulture));

    /// <summary>What is due to be sent, in any chat.</summary>
    internal Task<IReadOnlyList<OutboxLine>> DueAsync() => Server.Parts.Store.OutboxAsync(Server.Clock.GetUtcNow(), 1_000, default);
}

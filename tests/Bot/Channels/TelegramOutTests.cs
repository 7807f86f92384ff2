using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Turns;
using static ComplaintBot.Tests.Doubles.Patience;

namespace ComplaintBot.Tests.Channels;

/// <summary>What customers on Telegram are sent, however the platform takes it.</summary>
public sealed class TelegramOutTests : TelegramBench
{
    private int given;

    /// <summary>The vector flood.</summary>
    [Fact]
    public async Task Telegram_is_left_alone_as_long_as_it_wants_and_the_order_is_kept()
    {
        var flood = ChannelVectors.Get("telegram", "flood")["input"]!;
        var open = false;
        Telegram.Instead = call => LoopbackTelegram.IsMessage(call) && !open ? (429, flood["body"]!.ToJsonString()) : null;
        await SayAsync(7, "a", "b");
        await Telegram.NextAsync(LoopbackTelegram.IsMessage);
        await FailedAsync(7);
        open = true;

        // Some seconds may have passed since it was refused, until it was seen.
        Server.Clock.Advance(TimeSpan.FromSeconds(25));
        Assert.Empty(await DueAsync());
        await UntilAsync(() => Passes(() => Telegram.Calls.Count(LoopbackTelegram.IsMessage) >= 3));

        Assert.Equal(["a", "b"], Telegram.SaidTo(7).Skip(1));
    }

    /// <summary>The vector blocked.</summary>
    [Fact]
    public async Task A_customer_who_blocked_the_bot_is_tried_no_more_and_the_reason_is_kept_in_words()
    {
        Telegram.Instead = call => LoopbackTelegram.IsMessage(call) ? (403, ChannelVectors.Get("telegram", "blocked")["input"]!["body"]!.ToJsonString()) : null;
        await SayAsync(7, "a");
        await Telegram.NextAsync(LoopbackTelegram.IsMessage);
        await UntilAsync(async () => (await Server.Parts.Store.OutboxAsync(Server.Clock.GetUtcNow().AddDays(9), 10, default)).Count == 0);
        Server.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Single(Telegram.Calls, LoopbackTelegram.IsMessage);
    }

    /// <summary>The vectors parse-error-fallback and migrate.</summary>
    [Fact]
    public async Task Marks_that_are_not_understood_are_left_out_and_a_chat_that_moved_is_followed()
    {
        Telegram.Instead = call => LoopbackTelegram.IsMessage(call) && call.Json["parse_mode"] is not null ? (400, ChannelVectors.Get("telegram", "parse-error-fallback")["input"]!["body"]!.ToJsonString()) : null;
        await SayAsync(7, "**a**");
        await Telegram.NextAsync(LoopbackTelegram.IsMessage);
        Assert.Equal("a", (await Telegram.NextAsync(LoopbackTelegram.IsMessage)).Json.Text("text"));

        Telegram.Instead = call => LoopbackTelegram.IsMessage(call) && call.Json["chat_id"]!.GetValue<long>() == 8 ? (400, ChannelVectors.Get("telegram", "migrate")["input"]!["body"]!.ToJsonString()) : null;
        await SayAsync(8, "b");
        await Telegram.NextAsync(LoopbackTelegram.IsMessage);
        Assert.Equal(-1001234567890, (await Telegram.NextAsync(LoopbackTelegram.IsMessage)).Json["chat_id"]!.GetValue<long>());
    }

    [Fact]
    public async Task What_could_not_be_sent_before_a_stop_is_sent_after_the_start_in_order()
    {
        Telegram.Instead = call => LoopbackTelegram.IsMessage(call) ? (500, "{}") : null;
        await SayAsync(7, "a", "b");
        await Telegram.NextAsync(LoopbackTelegram.IsMessage);
        await FailedAsync(7);
        await Server.EndAsync();
        var tried = Telegram.SaidTo(7).Count;
        Telegram.Instead = _ => null;
        await Server.RestartAsync();
        await UntilAsync(() => Passes(() => Telegram.Calls.Count(LoopbackTelegram.IsMessage) >= tried + 2));

        Assert.All(Telegram.SaidTo(7).Take(tried), text => Assert.Equal("a", text));
        Assert.Equal(["a", "b"], Telegram.SaidTo(7).Skip(tried));
    }

    [Fact]
    public async Task Internal_notes_are_never_sent()
    {
        await CommitAsync(7, [Activity.Event("handoff.initiate"), Activity.Message("a")]);
        await Telegram.NextAsync(LoopbackTelegram.IsMessage);
        await UntilAsync(async () => (await DueAsync()).Count == 0);

        Assert.Equal(["a"], Telegram.SaidTo(7));
    }

    private async Task FailedAsync(long chat) => await UntilAsync(async () => (await Server.Parts.Store.OutboxAsync(Server.Clock.GetUtcNow().AddDays(1), 10, default)).Any(line => line.Key == Key(chat) && line.Attempts > 0));

    private Task SayAsync(long chat, params string[] texts) => CommitAsync(chat, [.. texts.Select(Activity.Message)]);

    /// <summary>Something that the bot said, as a turn leaves it behind.</summary>
    private async Task CommitAsync(long chat, Activity[] said)
    {
        var state = Server.Parts.Brain.Conversation.Write(Conversation.Begin(1, Tongue.ZhHans));
        var now = Server.Clock.GetUtcNow();
        var inbound = new Inbound(Key(chat), $"given {++given}", Activity.Message("x"), now);
        await Server.Parts.Store.TryCommitAsync(new() { Inbound = inbound, ExpectedVersion = 0, State = state, Outgoing = said, Events = [], At = now, Expires = now.AddDays(90) }, default);
        await Server.NoticedAsync(async () => (await DueAsync()).Any(line => line.Key == Key(chat) && line.Attempts == 0));
    }

    /// <summary>Whether it has come about; else some time passes.</summary>
    private bool Passes(Func<bool> isSo)
    {
        if (!isSo()) Server.Clock.Advance(TimeSpan.FromMilliseconds(100));
        return isSo();
    }
}

using System.Text;
using System.Text.Json.Nodes;
using ComplaintBot.Channels.Telegram;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Tests.DirectLine;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Channels;

/// <summary>Customers on Telegram, between the whole server and a platform that keeps to its contract.</summary>
public sealed class TelegramTests : IAsyncLifetime
{
    private const string Secret = "S3cret_Token-1";

    private LoopbackTelegram telegram = null!;
    private LiveServer server = null!;
    private long update = 1_000;

    public async Task InitializeAsync()
    {
        telegram = await LoopbackTelegram.StartAsync();
        server = await LiveServer.StartAsync([.. Settings(telegram.Url), ("Channels:Telegram:PublicUrl", "https://care.example")]);
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await telegram.DisposeAsync();
    }

    [Fact]
    public async Task The_address_is_told_to_telegram_with_the_secret()
    {
        var call = await telegram.NextAsync(LoopbackTelegram.Is("setWebhook"));

        Assert.Equal(("https://care.example/channels/telegram", Secret), (call.Json.Text("url"), call.Json.Text("secret_token")));
        Assert.Contains("callback_query", call.Json["allowed_updates"]!.AsArray().Select(kind => kind!.GetValue<string>()));
    }

    [Fact]
    public async Task A_whole_complaint_in_chinese_ends_settled()
    {
        await PostAsync(Message(7, "/start"));
        Assert.NotEmpty((await SaidAsync()).Text("text"));
        await PostAsync(Message(7, "三号楼的电梯坏了一周了"));
        await AnsweredAsync(7);
        await PostAsync(Message(7, "行"));
        await AnsweredAsync(7);
        var scores = telegram.Calls.Where(LoopbackTelegram.IsMessage).Select(call => call.Json["reply_markup"]).OfType<JsonNode>().Last();
        Assert.Equal(["1", "2", "3", "4", "5"], scores["inline_keyboard"]!.AsArray().Select(row => row![0]!.Text("callback_data")));

        await PostAsync(Press(7, "4"));
        await telegram.NextAsync(LoopbackTelegram.Is("answerCallbackQuery"));
        await AnsweredAsync(7);
        await PostAsync(Message(7, "没有了"));
        await AnsweredAsync(7);

        var entries = await server.Parts.Store.TranscriptAsync(Key(7), 0, default);
        Assert.Equal(["三号楼的电梯坏了一周了", "行", "4", "没有了"], entries.Where(line => !line.Outgoing).Select(line => line.Activity.Text));
        Assert.Equal(entries.Where(line => line.Outgoing).Select(line => line.Activity.Text), telegram.SaidTo(7));
        var stored = await server.Parts.Store.LoadAsync(Key(7), server.Clock.GetUtcNow(), default);
        Assert.True(server.Parts.Brain.Conversation.Read(stored!.State).Over);
    }

    [Fact]
    public async Task The_same_update_delivered_again_at_once_after_a_minute_and_after_a_day_is_answered_once()
    {
        var message = Message(7, "三号楼的电梯坏了一周了");
        await Task.WhenAll(PostAsync(message), PostAsync(message));
        await AnsweredAsync(7);
        var said = telegram.SaidTo(7);
        server.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(200, await PostAsync(message));
        await AnsweredAsync(7);

        // A day in parts: a turn that is under way while the clock jumps would seem to take hours.
        for (var part = 0; part < 8; part++)
        {
            server.Clock.Advance(TimeSpan.FromHours(3));
            await AnsweredAsync(7);
        }

        Assert.Equal(200, await PostAsync(message));
        await AnsweredAsync(7);

        Assert.Equal(said, telegram.SaidTo(7));
        Assert.Single(await server.Parts.Store.TranscriptAsync(Key(7), 0, default), line => !line.Outgoing);
    }

    /// <summary>The vector update-dedupe: numbers may arrive out of order, and one of two chats means two messages.</summary>
    [Fact]
    public async Task Updates_are_told_apart_whatever_their_order_and_by_chat()
    {
        var vector = ChannelVectors.Get("telegram", "update-dedupe");
        foreach (var id in vector["input"]!.AsArray()) await PostAsync(Message(7, $"电梯坏了 {id}", id!.GetValue<long>()));
        await PostAsync(Message(8, "电梯坏了", 100));
        await AnsweredAsync(7);
        await AnsweredAsync(8);

        var lines = await server.Parts.Store.TranscriptAsync(Key(7), 0, default);
        Assert.Equal(vector["expected"]!["processed"]!.AsArray().Select(id => $"电梯坏了 {id}"), lines.Where(line => !line.Outgoing).Select(line => line.Activity.Text));
        Assert.NotEmpty(telegram.SaidTo(8));
    }

    [Fact]
    public async Task A_call_without_the_secret_is_refused()
    {
        Assert.Equal(401, await PostAsync(Message(7, "x"), null));
        Assert.Equal(401, await PostAsync(Message(7, "x"), "s3cret_Token-1"));
        Assert.Equal(400, await PostAsync(new JsonObject { ["message"] = "x" }));
        Assert.Null(await server.Parts.Store.LastSequenceAsync(Key(7), server.Clock.GetUtcNow(), default));
    }

    /// <summary>The vector flood.</summary>
    [Fact]
    public async Task Telegram_is_left_alone_as_long_as_it_wants_and_the_order_is_kept()
    {
        var flood = ChannelVectors.Get("telegram", "flood")["input"]!;
        var open = false;
        telegram.Instead = call => LoopbackTelegram.IsMessage(call) && !open ? (429, flood["body"]!.ToJsonString()) : null;
        await SayAsync(7, "a", "b");
        await telegram.NextAsync(LoopbackTelegram.IsMessage);
        await FailedAsync(7);
        open = true;

        // Some seconds may have passed since it was refused, until it was seen.
        server.Clock.Advance(TimeSpan.FromSeconds(25));
        Assert.Empty(await DueAsync());
        await UntilAsync(() => Passes(() => telegram.Calls.Count(LoopbackTelegram.IsMessage) >= 3));

        Assert.Equal(["a", "b"], telegram.SaidTo(7).Skip(1));
    }

    /// <summary>The vector blocked.</summary>
    [Fact]
    public async Task A_customer_who_blocked_the_bot_is_tried_no_more_and_the_reason_is_kept_in_words()
    {
        telegram.Instead = call => LoopbackTelegram.IsMessage(call) ? (403, ChannelVectors.Get("telegram", "blocked")["input"]!["body"]!.ToJsonString()) : null;
        await SayAsync(7, "a");
        await telegram.NextAsync(LoopbackTelegram.IsMessage);
        await UntilAsync(async () => (await server.Parts.Store.OutboxAsync(server.Clock.GetUtcNow().AddDays(9), 10, default)).Count == 0);
        server.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Single(telegram.Calls, LoopbackTelegram.IsMessage);
    }

    /// <summary>The vectors parse-error-fallback and migrate.</summary>
    [Fact]
    public async Task Marks_that_are_not_understood_are_left_out_and_a_chat_that_moved_is_followed()
    {
        telegram.Instead = call => LoopbackTelegram.IsMessage(call) && call.Json["parse_mode"] is not null ? (400, ChannelVectors.Get("telegram", "parse-error-fallback")["input"]!["body"]!.ToJsonString()) : null;
        await SayAsync(7, "**a**");
        await telegram.NextAsync(LoopbackTelegram.IsMessage);
        Assert.Equal("a", (await telegram.NextAsync(LoopbackTelegram.IsMessage)).Json.Text("text"));

        telegram.Instead = call => LoopbackTelegram.IsMessage(call) && call.Json["chat_id"]!.GetValue<long>() == 8 ? (400, ChannelVectors.Get("telegram", "migrate")["input"]!["body"]!.ToJsonString()) : null;
        await SayAsync(8, "b");
        await telegram.NextAsync(LoopbackTelegram.IsMessage);
        Assert.Equal(-1001234567890, (await telegram.NextAsync(LoopbackTelegram.IsMessage)).Json["chat_id"]!.GetValue<long>());
    }

    [Fact]
    public async Task What_could_not_be_sent_before_a_stop_is_sent_after_the_start_in_order()
    {
        telegram.Instead = call => LoopbackTelegram.IsMessage(call) ? (500, "{}") : null;
        await SayAsync(7, "a", "b");
        await telegram.NextAsync(LoopbackTelegram.IsMessage);
        await FailedAsync(7);
        await server.EndAsync();
        var tried = telegram.SaidTo(7).Count;
        telegram.Instead = _ => null;
        await server.RestartAsync();
        await UntilAsync(() => Passes(() => telegram.Calls.Count(LoopbackTelegram.IsMessage) >= tried + 2));

        Assert.All(telegram.SaidTo(7).Take(tried), text => Assert.Equal("a", text));
        Assert.Equal(["a", "b"], telegram.SaidTo(7).Skip(tried));
    }

    [Fact]
    public async Task A_photo_is_fetched_checked_and_kept_before_it_is_answered()
    {
        telegram.Files["big"] = [0xFF, 0xD8, 0xFF, 1, 2, 3];
        var message = Message(7, "");
        message["message"]!["caption"] = "电梯坏了，看照片";
        message["message"]!["photo"] = new JsonArray(new JsonObject { ["file_id"] = "small", ["file_size"] = 1 }, new JsonObject { ["file_id"] = "big", ["file_size"] = 6 });
        await PostAsync(message);
        await AnsweredAsync(7);

        var line = (await server.Parts.Store.TranscriptAsync(Key(7), 0, default)).First(line => !line.Outgoing);
        Assert.Equal("电梯坏了，看照片", line.Activity.Text);
        Assert.Equal(telegram.Files["big"], await server.Http.GetByteArrayAsync(new Uri(server.Url + line.Activity.Attachments![0].ContentUrl)));
        Assert.NotEmpty(telegram.SaidTo(7));
    }

    [Fact]
    public async Task A_file_of_an_unknown_kind_is_not_kept_and_the_customer_is_told()
    {
        telegram.Files["doc"] = "MZ program"u8.ToArray();
        var message = Message(7, "");
        message["message"]!["document"] = new JsonObject { ["file_id"] = "doc", ["file_name"] = "../../x.pdf", ["mime_type"] = "application/pdf" };
        await PostAsync(message);
        await AnsweredAsync(7);

        Assert.Contains(telegram.SaidTo(7), text => text.Contains("PDF", StringComparison.Ordinal));
        var line = (await server.Parts.Store.TranscriptAsync(Key(7), 0, default)).First(line => !line.Outgoing);
        Assert.Equal("x.pdf", line.Activity.Attachments![0].Name);
        Assert.Equal(404, (await server.SendAsync(HttpMethod.Get, line.Activity.Attachments[0].ContentUrl!, null)).Status);
    }

    [Fact]
    public async Task In_a_group_whoever_speaks_to_the_bot_is_asked_to_write_alone_once_a_minute()
    {
        await telegram.NextAsync(LoopbackTelegram.Is("setWebhook"));
        foreach (var text in (string[])["大家好", "@care_bot 电梯坏了", "@care_bot 听见吗"])
        {
            var message = Message(-5, text);
            message["message"]!["chat"]!["type"] = "group";
            message["message"]!["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["offset"] = 0, ["length"] = Math.Min(9, text.Length) });
            Assert.Equal(200, await PostAsync(message));
        }

        Assert.Contains("https://t.me/care_bot", (await SaidAsync()).Text("text"), StringComparison.Ordinal);
        Assert.Single(telegram.SaidTo(-5));
        Assert.Null(await server.Parts.Store.LastSequenceAsync(Key(-5), server.Clock.GetUtcNow(), default));
    }

    [Fact]
    public async Task Internal_notes_are_never_sent()
    {
        await CommitAsync(7, [Activity.Event("handoff.initiate"), Activity.Message("a")]);
        await telegram.NextAsync(LoopbackTelegram.IsMessage);
        await UntilAsync(async () => (await DueAsync()).Count == 0);

        Assert.Equal(["a"], telegram.SaidTo(7));
    }

    [Fact]
    public async Task An_edited_message_is_taken_as_a_correction()
    {
        var edited = Message(7, "订单号是 4712");
        edited["edited_message"] = edited["message"]!.DeepClone();
        edited.Remove("message");
        await PostAsync(edited);
        await AnsweredAsync(7);

        Assert.Equal("更正：订单号是 4712", (await server.Parts.Store.TranscriptAsync(Key(7), 0, default))[0].Activity.Text);
    }

    [Fact]
    public async Task Without_an_address_of_its_own_the_bot_asks_for_messages_and_takes_each_once()
    {
        await using var behind = await LiveServer.StartAsync([.. Settings(telegram.Url)]);
        await telegram.NextAsync(LoopbackTelegram.Is("deleteWebhook"));
        var message = Message(9, "三号楼的电梯坏了一周了");
        telegram.Post(message.DeepClone());
        telegram.Post(message.DeepClone());
        await telegram.NextAsync(LoopbackTelegram.IsMessage);
        await UntilAsync(() => telegram.Calls.Count(LoopbackTelegram.Is("getUpdates")) >= 2);

        Assert.Single(await behind.Parts.Store.TranscriptAsync(Key(9), 0, default), line => !line.Outgoing);
        Assert.Contains(telegram.Calls.Where(LoopbackTelegram.Is("getUpdates")), call => call.Json["offset"]!.GetValue<long>() is 0);
    }

    private static (string, string)[] Settings(string url) =>
    [
        ("Channels:Telegram:Token", LoopbackTelegram.Token), ("Channels:Telegram:Secret", Secret), ("Channels:Telegram:Api", url), ("Channels:Telegram:Playbooks", "property"),
    ];

    private static ConversationKey Key(long chat) => new("telegram-123456", chat.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private JsonObject Message(long chat, string text, long? id = null) => new()
    {
        ["update_id"] = id ?? ++update,
        ["message"] = new JsonObject
        {
            ["message_id"] = update,
            ["date"] = 1_795_219_200,
            ["chat"] = new JsonObject { ["id"] = chat, ["type"] = "private" },
            ["from"] = new JsonObject { ["id"] = Math.Abs(chat), ["is_bot"] = false, ["first_name"] = "王", ["language_code"] = "zh-hans" },
            ["text"] = text,
        },
    };

    private JsonObject Press(long chat, string data)
    {
        var message = Message(chat, "?")["message"]!.DeepClone();
        return new()
        {
            ["update_id"] = ++update,
            ["callback_query"] = new JsonObject { ["id"] = "q1", ["from"] = message["from"]!.DeepClone(), ["message"] = message, ["data"] = data },
        };
    }

    private async Task<int> PostAsync(JsonNode body, string? secret = Secret)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        return (await server.SendAsync(HttpMethod.Post, TelegramWebhook.Path, null, content, secret is null ? [] : [(TelegramSignature.Header, secret)])).Status;
    }

    private async Task<JsonNode> SaidAsync() => (await telegram.NextAsync(LoopbackTelegram.IsMessage)).Json;

    /// <summary>Waits until the inbox is worked off and everything has been sent; the pace of a chat needs the clock.</summary>
    private async Task AnsweredAsync(long chat)
    {
        var looks = 0;
        await UntilAsync(async () =>
        {
            if ((await server.Parts.Store.InboxAsync(Key(chat), 1, default)).Count > 0)
            {
                // A turn that failed is tried again by the clock; one that is under way has twenty seconds of it.
                if (++looks % 50 == 0) server.Clock.Advance(TimeSpan.FromMilliseconds(100));
                return false;
            }

            if ((await DueAsync()).All(line => line.Key != Key(chat))) return true;
            server.Clock.Advance(TimeSpan.FromMilliseconds(100));
            return false;
        });
    }

    private Task<IReadOnlyList<OutboxLine>> DueAsync() => server.Parts.Store.OutboxAsync(server.Clock.GetUtcNow(), 1_000, default);

    private async Task FailedAsync(long chat) => await UntilAsync(async () => (await server.Parts.Store.OutboxAsync(server.Clock.GetUtcNow().AddDays(1), 10, default)).Any(line => line.Key == Key(chat) && line.Attempts > 0));

    private Task SayAsync(long chat, params string[] texts) => CommitAsync(chat, [.. texts.Select(Activity.Message)]);

    /// <summary>Something that the bot said, as a turn leaves it behind.</summary>
    private async Task CommitAsync(long chat, Activity[] said)
    {
        var state = server.Parts.Brain.Conversation.Write(ComplaintBot.Dialogs.Complaint.Conversation.Begin(1, ComplaintBot.Dialogs.Vocabulary.Tongue.ZhHans));
        var now = server.Clock.GetUtcNow();
        var inbound = new Inbound(Key(chat), $"given {++update}", Activity.Message("x"), now);
        await server.Parts.Store.TryCommitAsync(new() { Inbound = inbound, ExpectedVersion = 0, State = state, Outgoing = said, Events = [], At = now, Expires = now.AddDays(90) }, default);
        await NoticedAsync(async () => (await DueAsync()).Any(line => line.Key == Key(chat) && line.Attempts == 0));
    }

    /// <summary>The sender looks every two seconds; it may be looking just now.</summary>
    private async Task NoticedAsync(Func<Task<bool>> isDue)
    {
        for (var i = 0; i < 5 && await isDue(); i++)
        {
            server.Clock.Advance(TimeSpan.FromSeconds(2));
            for (var looks = 0; looks < 100 && await isDue(); looks++) await Task.Yield();
        }
    }

    /// <summary>Whether it has come about; else some time passes.</summary>
    private bool Passes(Func<bool> isSo)
    {
        if (!isSo()) server.Clock.Advance(TimeSpan.FromMilliseconds(100));
        return isSo();
    }

    private static Task UntilAsync(Func<bool> isSo) => UntilAsync(() => Task.FromResult(isSo()));

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await isSo())
        {
            Assert.False(late.IsCancellationRequested, "It did not come about.");
            await Task.Yield();
        }
    }
}

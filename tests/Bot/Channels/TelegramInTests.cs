using System.Text;
using System.Text.Json.Nodes;
using ComplaintBot.Channels.Telegram;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Tests.DirectLine;
using static ComplaintBot.Tests.Doubles.Patience;

namespace ComplaintBot.Tests.Channels;

/// <summary>What customers on Telegram send, between the whole server and a platform that keeps to its contract.</summary>
public sealed class TelegramInTests : TelegramBench
{
    private long update = 1_000;

    [Fact]
    public async Task The_address_is_told_to_telegram_with_the_secret()
    {
        var call = await Telegram.NextAsync(LoopbackTelegram.Is("setWebhook"));

        Assert.Equal(("https://care.example/channels/telegram", TelegramCalls.Secret), (call.Json.Text("url"), call.Json.Text("secret_token")));
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
        var scores = Telegram.Calls.Where(LoopbackTelegram.IsMessage).Select(call => call.Json["reply_markup"]).OfType<JsonNode>().Last();
        Assert.Equal(["1", "2", "3", "4", "5"], scores["inline_keyboard"]!.AsArray().Select(row => row![0]!.Text("callback_data")));

        await PostAsync(Press(7, "4"));
        await Telegram.NextAsync(LoopbackTelegram.Is("answerCallbackQuery"));
        await AnsweredAsync(7);
        await PostAsync(Message(7, "没有了"));
        await AnsweredAsync(7);

        var entries = await Server.Parts.Store.TranscriptAsync(Key(7), 0, default);
        Assert.Equal(["三号楼的电梯坏了一周了", "行", "4", "没有了"], entries.Where(line => !line.Outgoing).Select(line => line.Activity.Text));
        Assert.Equal(entries.Where(line => line.Outgoing).Select(line => line.Activity.Text), Telegram.SaidTo(7));
        var stored = await Server.Parts.Store.LoadAsync(Key(7), Server.Clock.GetUtcNow(), default);
        Assert.True(Server.Parts.Brain.Conversation.Read(stored!.State).Over);
    }

    [Fact]
    public async Task The_same_update_delivered_again_at_once_after_a_minute_and_after_a_day_is_answered_once()
    {
        var message = Message(7, "三号楼的电梯坏了一周了");
        await Task.WhenAll(PostAsync(message), PostAsync(message));
        await AnsweredAsync(7);
        var said = Telegram.SaidTo(7);
        Server.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(200, await PostAsync(message));
        await AnsweredAsync(7);

        // A day in parts: a turn that is under way while the clock jumps would seem to take hours.
        for (var part = 0; part < 8; part++)
        {
            Server.Clock.Advance(TimeSpan.FromHours(3));
            await AnsweredAsync(7);
        }

        Assert.Equal(200, await PostAsync(message));
        await AnsweredAsync(7);

        Assert.Equal(said, Telegram.SaidTo(7));
        Assert.Single(await Server.Parts.Store.TranscriptAsync(Key(7), 0, default), line => !line.Outgoing);
    }

    /// <summary>The store had it and its answer was lost on the way: nobody was told, and Telegram delivers it again.</summary>
    [Fact]
    public async Task An_update_whose_acceptance_nobody_heard_of_is_answered_when_it_comes_again()
    {
        var message = Message(7, "三号楼的电梯坏了一周了");
        await Server.Parts.Runner.AcceptAsync(new(Key(7), $"update {update}", Activity.Message("三号楼的电梯坏了一周了"), Server.Clock.GetUtcNow()), default);

        Assert.Equal(200, await PostAsync(message));
        await AnsweredAsync(7);

        Assert.NotEmpty(Telegram.SaidTo(7));
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

        var lines = await Server.Parts.Store.TranscriptAsync(Key(7), 0, default);
        Assert.Equal(vector["expected"]!["processed"]!.AsArray().Select(id => $"电梯坏了 {id}"), lines.Where(line => !line.Outgoing).Select(line => line.Activity.Text));
        Assert.NotEmpty(Telegram.SaidTo(8));
    }

    [Fact]
    public async Task A_call_without_the_secret_is_refused()
    {
        Assert.Equal(401, await PostAsync(Message(7, "x"), null));
        Assert.Equal(401, await PostAsync(Message(7, "x"), "s3cret_Token-1"));
        Assert.Equal(400, await PostAsync(new JsonObject { ["message"] = "x" }));
        Assert.Null(await Server.Parts.Store.LastSequenceAsync(Key(7), Server.Clock.GetUtcNow(), default));
    }

    [Fact]
    public async Task A_photo_is_fetched_checked_and_kept_before_it_is_answered()
    {
        Telegram.Files["big"] = [0xFF, 0xD8, 0xFF, 1, 2, 3];
        var message = Message(7, "");
        message["message"]!["caption"] = "电梯坏了，看照片";
        message["message"]!["photo"] = new JsonArray(new JsonObject { ["file_id"] = "small", ["file_size"] = 1 }, new JsonObject { ["file_id"] = "big", ["file_size"] = 6 });
        await PostAsync(message);
        await AnsweredAsync(7);

        var line = (await Server.Parts.Store.TranscriptAsync(Key(7), 0, default)).First(line => !line.Outgoing);
        Assert.Equal("电梯坏了，看照片", line.Activity.Text);
        Assert.Equal(Telegram.Files["big"], await Server.Http.GetByteArrayAsync(new Uri(Server.Url + line.Activity.Attachments![0].ContentUrl)));
        Assert.NotEmpty(Telegram.SaidTo(7));
    }

    [Fact]
    public async Task A_file_of_an_unknown_kind_is_not_kept_and_the_customer_is_told()
    {
        Telegram.Files["doc"] = "MZ program"u8.ToArray();
        var message = Message(7, "");
        message["message"]!["document"] = new JsonObject { ["file_id"] = "doc", ["file_name"] = "../../x.pdf", ["mime_type"] = "application/pdf" };
        await PostAsync(message);
        await AnsweredAsync(7);

        Assert.Contains(Telegram.SaidTo(7), text => text.Contains("PDF", StringComparison.Ordinal));
        var line = (await Server.Parts.Store.TranscriptAsync(Key(7), 0, default)).First(line => !line.Outgoing);
        Assert.Equal("x.pdf", line.Activity.Attachments![0].Name);
        Assert.Equal(404, (await Server.SendAsync(HttpMethod.Get, line.Activity.Attachments[0].ContentUrl!, null)).Status);
    }

    [Fact]
    public async Task In_a_group_whoever_speaks_to_the_bot_is_asked_to_write_alone_once_a_minute()
    {
        await Telegram.NextAsync(LoopbackTelegram.Is("setWebhook"));
        foreach (var text in (string[])["大家好", "@care_bot 电梯坏了", "@care_bot 听见吗"])
        {
            var message = Message(-5, text);
            message["message"]!["chat"]!["type"] = "group";
            message["message"]!["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["offset"] = 0, ["length"] = Math.Min(9, text.Length) });
            Assert.Equal(200, await PostAsync(message));
        }

        Assert.Contains("https://t.me/care_bot", (await SaidAsync()).Text("text"), StringComparison.Ordinal);
        Assert.Single(Telegram.SaidTo(-5));
        Assert.Null(await Server.Parts.Store.LastSequenceAsync(Key(-5), Server.Clock.GetUtcNow(), default));
    }

    [Fact]
    public async Task An_edited_message_is_taken_as_a_correction()
    {
        var edited = Message(7, "订单号是 4712");
        edited["edited_message"] = edited["message"]!.DeepClone();
        edited.Remove("message");
        await PostAsync(edited);
        await AnsweredAsync(7);

        Assert.Equal("更正：订单号是 4712", (await Server.Parts.Store.TranscriptAsync(Key(7), 0, default))[0].Activity.Text);
    }

    [Fact]
    public async Task Without_an_address_of_its_own_the_bot_asks_for_messages_and_takes_each_once()
    {
        await using var behind = await LiveServer.StartAsync([.. Settings(Telegram.Url)]);
        await Telegram.NextAsync(LoopbackTelegram.Is("deleteWebhook"));
        var message = Message(9, "三号楼的电梯坏了一周了");
        Telegram.Post(message.DeepClone());
        Telegram.Post(message.DeepClone());
        await Telegram.NextAsync(LoopbackTelegram.IsMessage);
        await UntilAsync(() => Telegram.Calls.Count(LoopbackTelegram.Is("getUpdates")) >= 2);

        Assert.Single(await behind.Parts.Store.TranscriptAsync(Key(9), 0, default), line => !line.Outgoing);
        Assert.Contains(Telegram.Calls.Where(LoopbackTelegram.Is("getUpdates")), call => call.Json["offset"]!.GetValue<long>() is 0);
    }

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

    private async Task<int> PostAsync(JsonNode body, string? secret = TelegramCalls.Secret)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        return (await Server.SendAsync(HttpMethod.Post, TelegramWebhook.Path, null, content, secret is null ? [] : [(TelegramSignature.Header, secret)])).Status;
    }

    private async Task<JsonNode> SaidAsync() => (await Telegram.NextAsync(LoopbackTelegram.IsMessage)).Json;

    /// <summary>Waits until the inbox is worked off and everything has been sent; the pace of a chat needs the clock.</summary>
    private async Task AnsweredAsync(long chat)
    {
        var looks = 0;
        await UntilAsync(async () =>
        {
            if ((await Server.Parts.Store.InboxAsync(Key(chat), 1, default)).Count > 0)
            {
                // A turn that failed is tried again by the clock; one that is under way has twenty seconds of it.
                if (++looks % 50 == 0) Server.Clock.Advance(TimeSpan.FromMilliseconds(100));
                return false;
            }

            if ((await DueAsync()).All(line => line.Key != Key(chat))) return true;
            Server.Clock.Advance(TimeSpan.FromMilliseconds(100));
            return false;
        });
    }
}

using System.Text.Json.Nodes;
using ComplaintBot.Channels.Telegram;
using ComplaintBot.Tests.Commands;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Turns.Sqlite;

namespace ComplaintBot.Tests.Channels;

/// <summary>A messenger and a process that is killed between taking a message and answering it.</summary>
public sealed class ChannelDeathTests
{
    [Fact]
    public async Task What_was_taken_before_a_kill_is_answered_once_after_the_next_start()
    {
        using var folder = new TempFolder();
        await using var telegram = await LoopbackTelegram.StartAsync();
        using var reached = new SemaphoreSlim(0);
        using var released = new ManualResetEventSlim();
        telegram.Files["p1"] = Messenger.Photo;
        telegram.Instead = call =>
        {
            if (!LoopbackTelegram.Is("getFile")(call)) return null;
            reached.Release();
            released.Wait(TimeSpan.FromMinutes(1));
            return (500, "{}");
        };

        // The photo is asked for after it was taken and before it is answered: there the process dies.
        using (var first = Start(folder, telegram.Url))
        {
            var address = Address(await first.UntilAsync("Ready."));
            Assert.Equal(200, await PostAsync(address));
            Assert.True(await reached.WaitAsync(TimeSpan.FromMinutes(1)));
            await first.KillAsync();
        }

        telegram.Instead = _ => null;
        released.Set();
        Assert.Empty(telegram.SaidTo(7));
        using (var second = Start(folder, telegram.Url))
        {
            var address = Address(await second.UntilAsync("Ready."));
            Assert.Equal(200, await PostAsync(address));
            await telegram.NextAsync(LoopbackTelegram.IsMessage);
            using var stop = System.Diagnostics.Process.Start("kill", ["-TERM", $"{second.Id}"]);
            await second.RestAsync();
        }

        using var database = await SqliteDatabase.OpenAsync(folder.File("data"), default);
        var store = new SqliteConversationStore(database);
        var transcript = await store.TranscriptAsync(new("telegram-123456", "7"), 0, default);
        Assert.Single(transcript, line => !line.Outgoing);
        Assert.Empty(await store.InboxAsync(null, 10, default));
        var left = (await store.OutboxAsync(DateTimeOffset.MaxValue.AddDays(-1), 100, default)).Select(line => line.Activity.Text);
        Assert.Equal(transcript.Where(line => line.Outgoing).Select(line => line.Activity.Text), telegram.SaidTo(7).Concat(left));
    }

    private static Product Start(TempFolder folder, string api) => Product.Start(
        Product.English,
        [("Channels__Telegram__Token", LoopbackTelegram.Token), ("Channels__Telegram__Secret", "s3cret"), ("Channels__Telegram__Api", api), ("Channels__Telegram__PublicUrl", "https://care.example"), ("Channels__Telegram__Playbooks", "retail")],
        "serve", "--urls", "http://127.0.0.1:0", "--data", folder.File("data"));

    private static string Address(string said) => "http://" + said.Split("http://")[1].Split('\n')[0].Trim();

    private static async Task<int> PostAsync(string address)
    {
        var update = new JsonObject
        {
            ["update_id"] = 1,
            ["message"] = new JsonObject
            {
                ["message_id"] = 1,
                ["chat"] = new JsonObject { ["id"] = 7, ["type"] = "private" },
                ["from"] = new JsonObject { ["id"] = 7, ["is_bot"] = false },
                ["caption"] = "My parcel came broken.",
                ["photo"] = new JsonArray(new JsonObject { ["file_id"] = "p1", ["file_size"] = Messenger.Photo.Length }),
            },
        };
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, address + TelegramWebhook.Path) { Content = new StringContent(update.ToJsonString(), null, "application/json") };
        request.Headers.TryAddWithoutValidation(TelegramSignature.Header, "s3cret");
        using var response = await http.SendAsync(request);
        return (int)response.StatusCode;
    }
}

using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ComplaintBot.Channels.Kefu;
using ComplaintBot.Channels.WeCom;
using ComplaintBot.Turns;

namespace ComplaintBot.Platforms;

/// <summary>Customers on all messengers at once, before one server.</summary>
internal sealed partial class Traffic : IAsyncDisposable
{
    public const string WeChat = "wechat";

    private const string Agent = "1000002";
    private const int WholePage = 1_000;

    private readonly LoopbackTelegram telegram;
    private readonly LoopbackWeChat weChat;
    private readonly LoopbackWeCom kefu;
    private readonly LoopbackWeCom weCom;
    private readonly LoopbackAzure azure;
    private TimeProvider clock = TimeProvider.System;
    private readonly Dictionary<(string Channel, string Id), TrafficCustomer> customers = [];
    private long updates;

    private Traffic(LoopbackTelegram telegram, LoopbackWeChat weChat, (LoopbackWeCom Kefu, LoopbackWeCom Application) companies, LoopbackAzure azure)
    {
        (this.telegram, this.weChat, this.azure) = (telegram, weChat, azure);
        (kefu, weCom) = companies;
        kefu.PageSize = WholePage;
        telegram.Sent = (chat, text) => Show("telegram", chat.ToString(CultureInfo.InvariantCulture), text);
        weChat.Sent = (customer, text) => Show(WeChat, customer, text);
        kefu.Sent = (customer, text) => Show("kefu", customer, text);
        weCom.Sent = (member, text) => Show("wecom", member, text);
        azure.Sent = (conversation, text) => Show("bot", conversation, text);
    }

    /// <summary>The messengers, by their names.</summary>
    public static IReadOnlyList<string> Channels { get; } = ["telegram", WeChat, "kefu", "wecom", "bot"];

    /// <summary>All customers.</summary>
    public IReadOnlyCollection<TrafficCustomer> Customers => customers.Values;

    /// <summary>How many requests the platforms have had.</summary>
    public int Requests => telegram.Calls.Count + weChat.Calls.Count + kefu.Calls.Count + weCom.Calls.Count + azure.Calls.Count;

    /// <summary>What switches all messengers on.</summary>
    public (string Name, string Value)[] Settings =>
    [
        .. TelegramCalls.Settings(telegram.Url), .. WeChatCalls.Settings(weChat.Url), .. AzureCalls.Settings(azure.Url),
        .. WeComCalls.Settings("Channels:Kefu", kefu.Url), ("Channels:Kefu:Playbooks", "retail"),
        .. WeComCalls.Settings("Channels:WeCom", weCom.Url), ("Channels:WeCom:AgentId", Agent), ("Channels:WeCom:Playbooks", "retail"),
    ];

    /// <summary>Where the reading of the service account ends once everything was read.</summary>
    public (string Note, string Cursor) End => ($"kefu-cursor {LoopbackWeCom.Service}", string.Create(CultureInfo.InvariantCulture, $"c{kefu.Count}"));

    /// <summary>Starts the platforms.</summary>
    public static async Task<Traffic> StartAsync() => new(
        await LoopbackTelegram.StartAsync(), await LoopbackWeChat.StartAsync(), (await LoopbackWeCom.StartAsync(), await LoopbackWeCom.StartAsync()), await LoopbackAzure.StartAsync());

    /// <summary>Goes by the clock of the server.</summary>
    public void GoBy(TimeProvider serverClock) => clock = weChat.Clock = kefu.Clock = weCom.Clock = serverClock;

    /// <summary>Adds customers; all are there before the first of them says something.</summary>
    /// <returns>The new ones.</returns>
    public IReadOnlyList<TrafficCustomer> Open(string channel, int count) =>
        [.. Enumerable.Range(1, count).Select(i => i.ToString(CultureInfo.InvariantCulture)).Select(id => customers[(channel, id)] = Customer(channel, id))];

    /// <summary>What was lost, came twice or changed its place, a sentence each.</summary>
    /// <param name="store">What the server kept.</param>
    public async Task<IReadOnlyList<string>> WrongsAsync(IConversationStore store)
    {
        var (wrongs, unsent) = (new List<string>(), await store.OutboxAsync(DateTimeOffset.MaxValue.AddDays(-1), int.MaxValue, default));
        if (await store.InboxAsync(null, 1, default) is [var waiting]) wrongs.Add($"{waiting.Key}: '{waiting.Activity.Text}' was not answered.");
        foreach (var customer in Customers)
        {
            var lines = await store.TranscriptAsync(customer.Key, 0, default);
            var heard = lines.Where(line => !line.Outgoing).Select(line => line.Activity.Text).ToList();
            if (!heard.SequenceEqual(customer.Said)) wrongs.Add($"{customer.Key}: said {string.Join(" | ", customer.Said)}, heard {string.Join(" | ", heard)}.");
            var left = unsent.Where(line => line.Key == customer.Key).Select(line => line.Sequence).ToHashSet();
            var (shown, at) = (Letters(string.Concat(customer.Shown)), 0);
            foreach (var line in lines.Where(line => line.Outgoing && line.Activity.Text is { Length: > 0 } && !left.Contains(line.Sequence)))
            {
                var letters = Letters(line.Activity.Text!);
                var found = shown.IndexOf(letters, at, StringComparison.Ordinal);
                if (found < 0)
                {
                    wrongs.Add($"{customer.Key}: '{line.Activity.Text}' was not shown in its place.");
                    break;
                }

                at = found + letters.Length;
            }
        }

        return wrongs;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var customer in Customers) customer.Dispose();
        foreach (LoopbackPlatform platform in (LoopbackPlatform[])[telegram, weChat, kefu, weCom, azure]) await platform.DisposeAsync();
    }

    private TrafficCustomer Customer(string channel, string id) => channel switch
    {
        "telegram" => new(channel, new("telegram-123456", id), (number, text) =>
        {
            var message = TelegramCalls.Message(long.Parse(id, CultureInfo.InvariantCulture), number);
            message["text"] = text;
            return TelegramCalls.Update(new JsonObject { ["update_id"] = Interlocked.Increment(ref updates), ["message"] = message });
        }),
        WeChat => new(channel, new($"wechat-{WeChatCalls.AppId}", id), (number, text) =>
        {
            weChat.Wrote(id);
            return WeChatCalls.Push(WeChatCalls.Body(id, clock.GetUtcNow(), Said(number, text)), clock.GetUtcNow());
        }),
        "kefu" => new(channel, new($"kefu-{LoopbackWeCom.Service}", id), (_, text) =>
        {
            kefu.Say(id, "text", new() { ["content"] = text });
            return WeComCalls.Push(KefuChannel.Path, WeComCalls.Ring, clock.GetUtcNow());
        }),
        "wecom" => new(channel, new($"wecom-{LoopbackWeCom.CorpId}", id), (number, text) =>
            WeComCalls.Push(WeComChannel.Path, WeChatCalls.Body(id, clock.GetUtcNow(), $"{Said(number, text)}<AgentID>{Agent}</AgentID>"), clock.GetUtcNow())),
        "bot" => new(channel, new("bot-msteams", id), (number, text) =>
        {
            var activity = AzureCalls.Message(azure.Url, id, number.ToString(CultureInfo.InvariantCulture));
            activity["text"] = text;
            return AzureCalls.Activity(azure, activity, clock.GetUtcNow());
        }),
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "No messenger of that name."),
    };

    private static string Said(int number, string text) => string.Create(CultureInfo.InvariantCulture, $"<MsgType>text</MsgType><Content>{text}</Content><MsgId>{number}</MsgId>");

    private void Show(string channel, string id, string text)
    {
        if (customers.TryGetValue((channel, id), out var customer)) customer.Show(text);
    }

    /// <summary>What a text says without the marks each messenger writes differently.</summary>
    private static string Letters(string text) => string.Concat(WebUtility.HtmlDecode(Tags().Replace(text, "")).Where(char.IsLetterOrDigit));

    [GeneratedRegex("</?(b|i|s|code|a)( [^>]*)?>")]
    private static partial Regex Tags();
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace ComplaintBot.Benchmarks.Desk;

/// <summary>
/// What an agent's page does with its chats: it is told that one has changed, reads the lines after the last it knows, and shows them. When a
/// line of a customer is shown is noted; so is one that is shown twice.
/// </summary>
internal sealed class AgentScreen(DeskClient desk, ConcurrentDictionary<string, long> shown)
{
    private readonly ConcurrentDictionary<string, OpenChat> chats = new();
    private int doubled;

    /// <summary>Lines that were shown more than once.</summary>
    public int Doubled => doubled;

    /// <summary>Who looks at it.</summary>
    public DeskClient Desk => desk;

    /// <summary>A chat of this agent's.</summary>
    private sealed class OpenChat
    {
        public long Last { get; set; }

        public long Told;

        public SemaphoreSlim Reading { get; } = new(1, 1);
    }

    /// <summary>Shows a chat from a line on.</summary>
    public void Open(string conversation, long last) => chats[conversation] = new() { Last = last, Told = last };

    /// <summary>Takes what the hub tells.</summary>
    public void Take(string target, JsonNode news)
    {
        if (target != "chat" || news["conversation"]?.GetValue<string>() is not { } conversation || !chats.TryGetValue(conversation, out var chat)) return;
        var sequence = news["sequence"]!.GetValue<long>();
        if (sequence <= Interlocked.Read(ref chat.Told)) return;
        Interlocked.Exchange(ref chat.Told, sequence);
        _ = ReadAsync(conversation, chat);
    }

    /// <summary>Reads everything of a chat once more, and counts how often each line of a customer stands there.</summary>
    public async Task<IReadOnlyList<string>> TranscriptAsync(string conversation)
    {
        var page = await desk.GetAsync($"chats/directline-default/{conversation}/lines?after=0&limit=2000");
        return [.. page!["lines"]!.AsArray().Where(line => line!["from"]!.GetValue<string>() == "customer").Select(line => line!["text"]!.GetValue<string>())];
    }

    private async Task ReadAsync(string conversation, OpenChat chat)
    {
        await chat.Reading.WaitAsync();
        try
        {
            if (Interlocked.Read(ref chat.Told) <= chat.Last) return;
            var page = await desk.GetAsync(string.Create(CultureInfo.InvariantCulture, $"chats/directline-default/{conversation}/lines?after={chat.Last}&limit=500"));
            var now = Stopwatch.GetTimestamp();
            chat.Last = Math.Max(chat.Last, page!["last"]!.GetValue<long>());
            foreach (var line in page["lines"]!.AsArray())
                if (line!["from"]!.GetValue<string>() == "customer" && !shown.TryAdd(line["text"]!.GetValue<string>(), now)) Interlocked.Increment(ref doubled);
        }
        finally
        {
            chat.Reading.Release();
        }
    }
}

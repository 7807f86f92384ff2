using System.Diagnostics;
using ComplaintBot.Channels.WeChat;
using ComplaintBot.Turns;

namespace ComplaintBot.Platforms;

/// <summary>A customer of some messenger who says one thing after the other, as far as their platform passes it on in order.</summary>
/// <param name="channel">The messenger.</param>
/// <param name="key">Their conversation.</param>
/// <param name="call">The call that brings what they say: its number, and the words.</param>
internal sealed class TrafficCustomer(string channel, ConversationKey key, Func<int, string, Webhook> call) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly List<string> said = [];
    private readonly List<string> shown = [];

    public string Channel => channel;

    public ConversationKey Key => key;

    /// <summary>What they have said, in order.</summary>
    public IReadOnlyList<string> Said => said;

    /// <summary>What they were shown, in order.</summary>
    public IReadOnlyList<string> Shown
    {
        get
        {
            lock (shown) return [.. shown];
        }
    }

    /// <summary>Something is shown to them.</summary>
    public void Show(string text)
    {
        lock (shown) shown.Add(text);
    }

    /// <summary>Says the next thing.</summary>
    /// <returns>How long the acknowledgement took.</returns>
    public async Task<TimeSpan> SayAsync(HttpClient http, string server)
    {
        await turn.WaitAsync();
        try
        {
            var number = said.Count + 1;
            said.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"My parcel {number} never came."));
            var webhook = call(number, said[^1]);
            var begun = Stopwatch.GetTimestamp();
            var (status, body) = await webhook.SendAsync(http, server);
            var took = Stopwatch.GetElapsedTime(begun);
            if (status is not (200 or 202)) throw new InvalidOperationException($"{channel}: {status} for what should be taken.");
            if (channel == Traffic.WeChat && WeChatWire.Read(body)?.Get("Content") is { Length: > 0 } answer) Show(answer);
            return took;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();
}

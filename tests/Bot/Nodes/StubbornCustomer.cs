using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using ComplaintBot.Tests.Doubles;

namespace ComplaintBot.Tests.Nodes;

/// <summary>
/// A customer who goes on writing whatever happens: each message goes to any node, and again to any node until one has acknowledged it, under the same id of
/// the client, as the web chat does.
/// </summary>
internal sealed class StubbornCustomer(string name, IReadOnlyList<NodeProcess> nodes, Random chance) : IDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };
    private readonly List<string> acknowledged = [];
    private int failures;

    /// <summary>The conversation.</summary>
    public string Conversation { get; private set; } = "";

    /// <summary>What was acknowledged, in order.</summary>
    public IReadOnlyList<string> Acknowledged
    {
        get
        {
            lock (acknowledged) return [.. acknowledged];
        }
    }

    /// <summary>How often there was no acknowledgement.</summary>
    public int Failures => failures;

    /// <summary>Writes until it is told to stop; what it has begun to say it brings to an end.</summary>
    public async Task WriteAsync(CancellationToken stopping)
    {
        Conversation = (await InsistAsync("conversations", new JsonObject()))["conversationId"]!.GetValue<string>();
        using var pulse = new PeriodicTimer(Between, RealTime.Clock);
        for (var i = 0; !stopping.IsCancellationRequested; i++)
        {
            await SayAsync(i == 0 ? "Your courier broke my new vase and nobody answers the phone." : string.Create(CultureInfo.InvariantCulture, $"The vase cost {i + 10} yuan."));
            await pulse.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    /// <summary>Says one thing until it is acknowledged.</summary>
    public async Task SayAsync(string text)
    {
        int number;
        lock (acknowledged) number = acknowledged.Count;
        var message = new JsonObject
        {
            ["type"] = "message",
            ["text"] = text,
            ["from"] = new JsonObject { ["id"] = name },
            ["channelData"] = new JsonObject { ["clientActivityID"] = $"{name} {number.ToString(CultureInfo.InvariantCulture)}" },
        };
        await InsistAsync($"conversations/{Conversation}/activities", message);
        lock (acknowledged) acknowledged.Add(text);
    }

    public void Dispose() => http.Dispose();

    private async Task<JsonNode> InsistAsync(string path, JsonObject body)
    {
        var since = RealTime.Clock.GetTimestamp();
        using var pulse = new PeriodicTimer(Between, RealTime.Clock);
        while (true)
        {
            int node;
            lock (chance) node = chance.Next(nodes.Count);
            if (await TryAsync($"{nodes[node].Url}/v3/directline/{path}", body) is { } answer) return answer;
            Interlocked.Increment(ref failures);
            Assert.True(RealTime.Clock.GetElapsedTime(since) < TimeSpan.FromMinutes(2), $"{name} is not heard for two minutes.");
            await pulse.WaitForNextTickAsync();
        }
    }

    private async Task<JsonNode?> TryAsync(string url, JsonObject body)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(body.ToJsonString(), null, "application/json") };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", NodeProcess.Secret);
            using var answer = await http.SendAsync(request);
            Assert.True((int)answer.StatusCode is < 400 or >= 500 or 429, $"{name}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            return answer.IsSuccessStatusCode ? JsonNode.Parse(await answer.Content.ReadAsStringAsync()) : null;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or IOException)
        {
            return null;
        }
    }
}

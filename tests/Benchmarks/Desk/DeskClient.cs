using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace ComplaintBot.Benchmarks.Desk;

/// <summary>Somebody who is signed in at the desk: HTTP as the page speaks it, and its live line.</summary>
internal sealed class DeskClient : IDisposable
{
    private const string Password = "a quiet morning at sea";
    private const char EndOfRecord = '\u001e';

    private readonly HttpClient http;
    private readonly string url;
    private readonly ClientWebSocket socket = new();
    private string cookie = "";

    private DeskClient(HttpClient http, string url, string name) => (this.http, this.url, Name) = (http, url, name);

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Signs up by a link, and in.</summary>
    public static async Task<DeskClient> AcceptAsync(HttpClient http, string url, string link, string name)
    {
        var client = new DeskClient(http, url, name);
        await client.SendAsync(HttpMethod.Post, "invite/" + link[(link.LastIndexOf('/') + 1)..], new JsonObject { ["name"] = name, ["password"] = Password });
        return client;
    }

    /// <summary>Adds an agent, who signs in.</summary>
    public async Task<DeskClient> AddAgentAsync(string name)
    {
        var added = await SendAsync(HttpMethod.Post, "people", new JsonObject { ["name"] = name, ["role"] = "agent" });
        return await AcceptAsync(http, url, added!["invite"]!.GetValue<string>(), name);
    }

    /// <summary>Asks for something, and reads all of the answer.</summary>
    public Task<JsonNode?> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    /// <summary>Sends something; null when there is no content in the answer.</summary>
    public async Task<JsonNode?> SendAsync(HttpMethod method, string path, JsonNode? body)
    {
        using var request = new HttpRequestMessage(method, $"{url}/desk/api/{path}") { Content = body is null ? null : JsonContent.Create(body, MediaTypeHeaderValue.Parse("application/json")) };
        foreach (var (name, value) in new[] { ("X-Desk", "1"), ("Origin", url), ("Cookie", cookie) })
            if (value.Length > 0) request.Headers.TryAddWithoutValidation(name, value);
        if (body is not null) await request.Content!.LoadIntoBufferAsync();
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode) throw new InvalidOperationException($"{method} {path}: {(int)response.StatusCode} {text}");
        if (response.Headers.TryGetValues("Set-Cookie", out var set)) cookie = set.First().Split(';')[0];
        return text.Length > 0 ? JsonNode.Parse(text) : null;
    }

    /// <summary>Opens the live line.</summary>
    public async Task ListenAsync(Action<string, JsonNode> told, CancellationToken cancellationToken)
    {
        socket.Options.Proxy = null;
        socket.Options.SetRequestHeader("Origin", url);
        socket.Options.SetRequestHeader("Cookie", cookie);
        await socket.ConnectAsync(new Uri(url.Replace("http://", "ws://", StringComparison.Ordinal) + "/desk/hub"), cancellationToken);
        await SayAsync("""{"protocol":"json","version":1}""");
        _ = Task.Run(() => ReadAsync(told, cancellationToken), cancellationToken);
    }

    /// <summary>Tells the desk which chat the page shows.</summary>
    public Task LookAsync(string channel, string conversation) =>
        SayAsync(new JsonObject { ["type"] = 1, ["target"] = "Look", ["arguments"] = new JsonArray(channel, conversation) }.ToJsonString());

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();

    private async Task ReadAsync(Action<string, JsonNode> told, CancellationToken cancellationToken)
    {
        var (buffer, rest) = (new byte[65_536], new MemoryStream());
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken) is { MessageType: not WebSocketMessageType.Close } received)
            {
                rest.Write(buffer, 0, received.Count);
                if (!received.EndOfMessage) continue;
                var records = Encoding.UTF8.GetString(rest.GetBuffer(), 0, (int)rest.Length);
                rest.SetLength(0);
                foreach (var record in records.Split(EndOfRecord, StringSplitOptions.RemoveEmptyEntries))
                    if (JsonNode.Parse(record) is { } json && json["type"]?.GetValue<int>() == 1 && json["arguments"]!.AsArray() is [{ } news, ..]) told(json["target"]!.GetValue<string>(), news);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or WebSocketException)
        {
            // The run is over.
        }
    }

    private Task SayAsync(string record) => socket.SendAsync(Encoding.UTF8.GetBytes(record + EndOfRecord), WebSocketMessageType.Text, true, CancellationToken.None);
}

using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace ComplaintBot.Tests.Desk.Live;

/// <summary>A page's live line to the desk: SignalR's JSON protocol over a WebSocket, by hand.</summary>
internal sealed class HubClient : IAsyncDisposable
{
    private const char EndOfRecord = '\u001e';

    /// <summary>Far longer than any of it takes; only a hang gets there.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ClientWebSocket socket = new();
    private readonly Queue<string> records = [];
    private readonly StringBuilder rest = new();

    /// <summary>Everything that was told, in order.</summary>
    public List<(string Target, JsonNode? News)> Told { get; } = [];

    /// <summary>Connects as a browser does that has this cookie.</summary>
    public static async Task<HubClient> OpenAsync(string url, string cookie, string? origin = null)
    {
        var hub = new HubClient();
        hub.socket.Options.Proxy = null;
        hub.socket.Options.SetRequestHeader("Origin", origin ?? url);
        if (cookie.Length > 0) hub.socket.Options.SetRequestHeader("Cookie", cookie);
        await hub.socket.ConnectAsync(new Uri(url.Replace("http://", "ws://", StringComparison.Ordinal) + "/desk/hub"), default);
        await hub.SendAsync("""{"protocol":"json","version":1}""");
        Assert.Equal("{}", await hub.RecordAsync());
        return hub;
    }

    /// <summary>Calls a method of the hub; there is no answer.</summary>
    public Task CallAsync(string target, params string?[] arguments) =>
        SendAsync(new JsonObject { ["type"] = 1, ["target"] = target, ["arguments"] = new JsonArray([.. arguments.Select(one => (JsonNode?)one)]) }.ToJsonString());

    public Task SendAsync(string record) => socket.SendAsync(Encoding.UTF8.GetBytes(record + EndOfRecord), WebSocketMessageType.Text, true, default);

    /// <summary>Reads until something was told.</summary>
    public async Task<JsonNode?> UntilAsync(string target, Func<JsonNode, bool>? wanted = null)
    {
        for (var read = 0; ; read++)
        {
            while (read >= Told.Count) Assert.True(await ReadAsync(), $"The hub was closed before it told '{target}'.");
            if (Told[read].Target == target && (wanted is null || wanted(Told[read].News!))) return Told[read].News;
        }
    }

    /// <summary>Reads to the end of the connection.</summary>
    public async Task ToEndAsync()
    {
        while (await ReadAsync())
        {
        }
    }

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<bool> ReadAsync()
    {
        if (await RecordAsync() is not { } record) return false;
        var json = JsonNode.Parse(record)!;
        var type = json["type"]!.GetValue<int>();
        if (type == 1) Told.Add((json["target"]!.GetValue<string>(), json["arguments"]!.AsArray().FirstOrDefault()));
        return type != 7;
    }

    private async Task<string?> RecordAsync()
    {
        var buffer = new byte[65_536];
        while (records.Count == 0)
        {
            try
            {
                using var message = new MemoryStream();
                WebSocketReceiveResult received;
                do
                {
                    received = await socket.ReceiveAsync(buffer, default).WaitAsync(Patience);
                    if (received.MessageType == WebSocketMessageType.Close) return null;
                    message.Write(buffer, 0, received.Count);
                }
                while (!received.EndOfMessage);
                Split(Encoding.UTF8.GetString(message.ToArray()));
            }
            catch (WebSocketException)
            {
                return null;
            }
        }

        return records.Dequeue();
    }

    private void Split(string text)
    {
        foreach (var character in text)
        {
            if (character != EndOfRecord)
            {
                rest.Append(character);
                continue;
            }

            records.Enqueue(rest.ToString());
            rest.Clear();
        }
    }
}

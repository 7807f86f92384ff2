using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace ComplaintBot.Tests.DirectLine;

/// <summary>A client of one conversation, over real HTTP and real sockets.</summary>
internal sealed class DirectLineClient(LiveServer server, string credential)
{
    private const string Root = "/v3/directline";

    public string Credential { get; set; } = credential;

    public string Conversation { get; set; } = "";

    public string User { get; set; } = "u-42";

    public string StreamUrl { get; set; } = "";

    /// <summary>Starts the conversation, and takes over what the answer gives.</summary>
    public async Task<Answer> StartAsync(JsonNode? body = null, bool keepCredential = false)
    {
        var answer = await server.SendAsync(HttpMethod.Post, $"{Root}/conversations", Credential, body ?? new JsonObject());
        if (answer.Status < 300) (Conversation, StreamUrl, Credential) = (answer.Text("conversationId"), answer.Text("streamUrl"), keepCredential ? Credential : answer.Text("token"));
        return answer;
    }

    /// <summary>The same client, of a conversation that was started elsewhere.</summary>
    public DirectLineClient Of(string conversation)
    {
        Conversation = conversation;
        return this;
    }

    public Task<Answer> ReconnectAsync(string query) => server.SendAsync(HttpMethod.Get, $"{Root}/conversations/{Conversation}{query}", Credential);

    public Task<Answer> SayAsync(string text, string? ownId = null) => PostAsync(Message(text, ownId));

    public Task<Answer> PostAsync(JsonNode activity) => server.SendAsync(HttpMethod.Post, $"{Root}/conversations/{Conversation}/activities", Credential, activity);

    public Task<Answer> ReadAsync(string? watermark = null) =>
        server.SendAsync(HttpMethod.Get, $"{Root}/conversations/{Conversation}/activities{(watermark is null ? "" : $"?watermark={watermark}")}", Credential);

    public JsonObject Message(string text, string? ownId = null)
    {
        var message = new JsonObject { ["type"] = "message", ["text"] = text, ["from"] = new JsonObject { ["id"] = User } };
        if (ownId is not null) message["channelData"] = new JsonObject { ["clientActivityID"] = ownId };
        return message;
    }

    /// <summary>Opens the stream of the start, or another.</summary>
    public async Task<StreamReader> OpenAsync(string? url = null)
    {
        var socket = new ClientWebSocket();
        socket.Options.Proxy = null;
        await socket.ConnectAsync(new Uri(url ?? StreamUrl), default);
        return new(socket);
    }

    /// <summary>Reads frames of a stream.</summary>
    internal sealed class StreamReader(ClientWebSocket socket) : IDisposable
    {
        /// <summary>Far longer than any of it takes; only a hang gets there.</summary>
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

        public WebSocketCloseStatus? Closed => socket.CloseStatus;

        public string? Watermark { get; private set; }

        public List<JsonNode> Seen { get; } = [];

        /// <summary>The next frame that is no sign of life; null when the server has closed.</summary>
        public async Task<JsonNode?> NextAsync()
        {
            var buffer = new byte[65_536];
            while (true)
            {
                using var frame = new MemoryStream();
                WebSocketReceiveResult received;
                do
                {
                    received = await socket.ReceiveAsync(buffer, default).WaitAsync(Patience);
                    if (received.MessageType == WebSocketMessageType.Close) return null;
                    Assert.Equal(WebSocketMessageType.Text, received.MessageType);
                    frame.Write(buffer, 0, received.Count);
                }
                while (!received.EndOfMessage);
                if (frame.Length == 0) continue;
                var json = JsonNode.Parse(frame.ToArray())!;
                Watermark = json["watermark"]?.GetValue<string>() ?? Watermark;
                Seen.AddRange(json["activities"]!.AsArray().Select(activity => activity!));
                return json;
            }
        }

        /// <summary>Reads until an activity has come.</summary>
        public async Task<JsonNode> UntilAsync(Func<JsonNode, bool> wanted)
        {
            while (true)
            {
                if (Seen.FirstOrDefault(wanted) is { } found) return found;
                Assert.NotNull(await NextAsync());
            }
        }

        /// <summary>Reads until the bot has answered an activity.</summary>
        public Task<JsonNode> AnswerToAsync(string id) => UntilAsync(activity => activity["replyToId"]?.GetValue<string>() == id);

        public Task SendAsync(string text) => socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, default);

        public Task CloseAsync() => socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", default);

        public void Dispose() => socket.Dispose();
    }
}

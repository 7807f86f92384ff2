using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace ComplaintBot.Benchmarks.Desk;

/// <summary>A customer with the web chat open: says things over HTTP, reads over a socket, both as our page does.</summary>
internal sealed class ChatCustomer : IDisposable
{
    private const string Root = "/v3/directline/conversations";

    private readonly HttpClient http;
    private readonly string url;
    private readonly ClientWebSocket socket = new();
    private string token = "";

    private ChatCustomer(HttpClient http, string url) => (this.http, this.url) = (http, url);

    /// <summary>The conversation's id.</summary>
    public string Conversation { get; private set; } = "";

    /// <summary>Opens a chat.</summary>
    public static async Task<ChatCustomer> OpenAsync(HttpClient http, string url, CancellationToken cancellationToken)
    {
        var customer = new ChatCustomer(http, url);
        customer.token = (await customer.PostAsync("/chat/token", new JsonObject { ["locale"] = "en" }))["token"]!.GetValue<string>();
        var begun = await customer.PostAsync(Root, new JsonObject());
        (customer.Conversation, customer.token) = (begun["conversationId"]!.GetValue<string>(), begun["token"]!.GetValue<string>());
        customer.socket.Options.Proxy = null;
        await customer.socket.ConnectAsync(new Uri(begun["streamUrl"]!.GetValue<string>()), cancellationToken);
        _ = Task.Run(() => customer.ReadAsync(cancellationToken), cancellationToken);
        return customer;
    }

    /// <summary>Says something; done when the server has it.</summary>
    public Task SayAsync(string text) => PostAsync($"{Root}/{Conversation}/activities", new JsonObject { ["type"] = "message", ["text"] = text, ["from"] = new JsonObject { ["id"] = "u-1" } });

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();

    private async Task<JsonNode> PostAsync(string path, JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url + path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Origin", url);
        if (token.Length > 0) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new InvalidOperationException($"{path}: {(int)response.StatusCode} {text}");
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[65_536];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or WebSocketException)
        {
            // The run is over.
        }
    }
}

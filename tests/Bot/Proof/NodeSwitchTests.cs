using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Tests.Stores.Postgres;
using ComplaintBot.Tests.Stores.Redis;
using Xunit.Abstractions;

namespace ComplaintBot.Tests.Proof;

/// <summary>Two real nodes and nothing that keeps anybody at one of them: the customer's socket is open at one, the person at the desk works at the other. Then the customer's is killed.</summary>
public sealed class NodeSwitchTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    private static readonly string[] Complaint = ["Your courier broke my new vase and nobody answers the phone.", "I want to talk to a real person.", "A human being, please. Now."];

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
    private readonly RedisProcess redis = new();
    private readonly PostgresProcess postgres = new();
    private readonly List<string> heard = [];
    private NodeProcess customers = null!, desks = null!;
    private string cookie = "";

    public async Task InitializeAsync()
    {
        (string, string)[] settings =
        [
            ("Store:Kind", "redis"), ("Store:Redis:Endpoints", redis.Endpoint), ("Ledger:Kind", "postgres"), ("Ledger:Postgres:Connection", postgres.Settings().Connection),
        ];
        (customers, desks) = (new(settings), new(settings));
        await desks.StartAsync();
        await customers.StartAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        customers.Dispose();
        desks.Dispose();
        postgres.Dispose();
        redis.Dispose();
        http.Dispose();
    }

    [Fact]
    public async Task A_customer_and_a_person_at_two_nodes_talk_and_go_on_within_five_seconds_when_one_node_dies()
    {
        // Signed up at one node, at work at the other: the session is known there too.
        await AcceptAsync(customers, await customers.InvitationAsync());
        var begun = await PostAsync(customers, "/v3/directline/conversations", new JsonObject());
        var conversation = begun["conversationId"]!.GetValue<string>();
        var socket = await OpenAsync(begun["streamUrl"]!.GetValue<string>());
        foreach (var line in Complaint) await PostAsync(customers, $"/v3/directline/conversations/{conversation}/activities", Message(line));
        await CommandAsync(conversation, "take", null);
        await CommandAsync(conversation, "reply", "I have your case before me.");
        var watermark = await HearAsync(socket, "I have your case before me.");

        customers.Kill();
        var since = RealTime.Clock.GetTimestamp();
        socket.Dispose();
        await CommandAsync(conversation, "reply", "One moment, I look it up.");
        var again = await GetAsync(desks, $"/v3/directline/conversations/{conversation}?watermark={watermark}");
        using var second = await OpenAsync(again["streamUrl"]!.GetValue<string>());
        await CommandAsync(conversation, "reply", "We send you a new one.");
        await HearAsync(second, "We send you a new one.");

        var took = RealTime.Clock.GetElapsedTime(since);
        output.WriteLine($"Back after {took.TotalSeconds:F1} s");
        Assert.True(took < TimeSpan.FromSeconds(5), $"It took {took}.");
        Assert.Contains("One moment, I look it up.", heard);
        var all = (await GetAsync(desks, $"/v3/directline/conversations/{conversation}/activities"))["activities"]!.AsArray().Select(activity => activity!["id"]!.GetValue<string>());
        Assert.Equal(all, heard.Where(one => one.StartsWith(conversation, StringComparison.Ordinal)));
    }

    private static JsonObject Message(string text) => new() { ["type"] = "message", ["text"] = text, ["from"] = new JsonObject { ["id"] = "u-1" } };

    private async Task AcceptAsync(NodeProcess node, string link)
    {
        using var answer = await SendAsync(HttpMethod.Post, node, $"/desk/api/invite/{link[(link.LastIndexOf('/') + 1)..]}", new JsonObject { ["name"] = "Ann Lee", ["password"] = "a quiet morning at sea" }, DeskHeaders(node));
        var set = answer.Headers.GetValues("Set-Cookie").Single();
        cookie = set[..set.IndexOf(';', StringComparison.Ordinal)];
    }

    /// <summary>A command of the person at the desk; it is sent until it is taken, for the customer's complaint may still be under way.</summary>
    private async Task CommandAsync(string conversation, string what, string? text)
    {
        var body = new JsonObject { ["id"] = $"{what} {text}", ["command"] = text is null ? new JsonObject { ["do"] = what } : new JsonObject { ["do"] = what, ["text"] = text } };
        var path = $"/desk/api/chats/directline-default/{Uri.EscapeDataString(conversation)}/commands";
        var since = RealTime.Clock.GetTimestamp();
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(100), RealTime.Clock);
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, desks.Url + path) { Content = new StringContent(body.ToJsonString(), null, "application/json") };
            foreach (var (name, value) in DeskHeaders(desks)) request.Headers.TryAddWithoutValidation(name, value);
            using var answer = await http.SendAsync(request);
            if (answer.IsSuccessStatusCode) return;
            Assert.True(RealTime.Clock.GetElapsedTime(since) < TimeSpan.FromSeconds(30), $"{what}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            await pulse.WaitForNextTickAsync();
        }
    }

    private (string Name, string Value)[] DeskHeaders(NodeProcess node) => [("X-Desk", "1"), ("Origin", node.Url), .. cookie.Length > 0 ? [("Cookie", cookie)] : Array.Empty<(string, string)>()];

    private async Task<JsonNode> PostAsync(NodeProcess node, string path, JsonObject body)
    {
        using var answer = await SendAsync(HttpMethod.Post, node, path, body);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private async Task<JsonNode> GetAsync(NodeProcess node, string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, node, path, null);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, NodeProcess node, string path, JsonObject? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, node.Url + path) { Content = body is null ? null : new StringContent(body.ToJsonString(), null, "application/json") };
        if (headers.Length == 0) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", NodeProcess.Secret);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        var answer = await http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return answer;
    }

    private static async Task<ClientWebSocket> OpenAsync(string url)
    {
        var socket = new ClientWebSocket();
        socket.Options.Proxy = null;
        await socket.ConnectAsync(new Uri(url), default);
        return socket;
    }

    /// <summary>Reads until a text has come.</summary>
    /// <returns>The last watermark.</returns>
    private async Task<string> HearAsync(ClientWebSocket socket, string text)
    {
        var (buffer, watermark) = (new byte[65_536], "");
        while (true)
        {
            using var frame = new MemoryStream();
            WebSocketReceiveResult received;
            do
            {
                received = await socket.ReceiveAsync(buffer, default).WaitAsync(TimeSpan.FromSeconds(60));
                frame.Write(buffer, 0, received.Count);
            }
            while (!received.EndOfMessage);
            if (frame.Length == 0) continue;
            var json = JsonNode.Parse(frame.ToArray())!;
            watermark = json["watermark"]?.GetValue<string>() ?? watermark;
            foreach (var activity in json["activities"]!.AsArray())
            {
                if (activity!["id"]?.GetValue<string>() is { } id && activity["type"]!.GetValue<string>() != "typing") heard.Add(id);
                if (activity["text"]?.GetValue<string>() is { } said) heard.Add(said);
            }

            if (heard.Contains(text)) return watermark;
        }
    }
}

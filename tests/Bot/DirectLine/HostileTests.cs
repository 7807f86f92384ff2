using System.Security.Cryptography;
using System.Text;
using Xunit.Abstractions;

namespace ComplaintBot.Tests.DirectLine;

/// <summary>Ten thousand requests nobody in their right mind would send. None may break the server, show another's conversation, or change it.</summary>
public sealed class HostileTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Requests = 10_000;
    private const string Canary = "canary-coat-77";

    private static readonly string[] Paths =
    [
        "/v3/directline/conversations", "/v3/directline/conversations/{0}", "/v3/directline/conversations/{0}/activities", "/v3/directline/conversations/{0}/activities?watermark={1}",
        "/v3/directline/conversations/{0}/upload?userId={1}", "/v3/directline/conversations/{0}/stream?t={1}", "/v3/directline/tokens/generate", "/v3/directline/tokens/refresh", "/chat/token",
        "/v3/directline/files/default/{0}/{1}", "/v3/directline/session/getsessionid", "/healthz/ready", "/", "/chat/..%2f..%2fetc/passwd", "/%00{1}", "/v3/{1}",
    ];

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", "\"", ":", ",", "null", "true", "-1e999", "\"type\":\"message\"", "\"text\":\"hello\"", "\"type\":\"event\"", "\"from\":{\"id\":\"x\"}", "\"from\":null", "\"attachments\":[null]", "\"value\":",
        "\"\\ud800\"", "\"\\u0000\"", "\uFEFF", "\u202E", "😀", "王", "'; DROP TABLE line; --", "<script>", "../../", "\"channelData\":{\"clientActivityID\":", "\"timestamp\":\"9999-99-99\"", "\"localTimestamp\":\"0001-01-01T00:00:00+14:00\"",
        "\"localTimezone\":\"../../etc/passwd\"", "\"entities\":[{\"type\":1}]", "\"membersAdded\":[{}]", "\"type\":\"conversationUpdate\"", "\"name\":\"complaint/clock\"", "\"suggestedActions\":{\"to\":[null]}", "\r\n",
    ];

    private LiveServer server = null!;

    public async Task InitializeAsync() => server = await LiveServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Ten_thousand_hostile_requests_break_nothing_show_nothing_and_change_nothing()
    {
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        output.WriteLine($"Seed {seed}");
        var (victim, attacker) = (await server.PageAsync(), await server.PageAsync());
        await victim.StartAsync();
        await attacker.StartAsync();
        using (var stream = await victim.OpenAsync()) await stream.AnswerToAsync((await victim.SayAsync($"the {Canary} arrived torn")).Text("id"));
        await server.WorkedOffAsync(victim.Conversation);
        var before = (await victim.ReadAsync()).Body;

        var statuses = new int[600];
        await Parallel.ForEachAsync(Enumerable.Range(0, Requests), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
        {
            var chance = new Random(unchecked((seed * 31) + i));
            using var request = Request(chance, victim, attacker);
            using var response = await server.Http.SendAsync(request, CancellationToken.None);
            var body = await response.Content.ReadAsStringAsync(CancellationToken.None);
            Interlocked.Increment(ref statuses[(int)response.StatusCode]);
            Assert.True((int)response.StatusCode < 500, $"Request {i} of seed {seed}: {request.Method} {request.RequestUri} {(int)response.StatusCode} {body}");
            Assert.False(body.Contains(Canary, StringComparison.Ordinal), $"Request {i} of seed {seed} was shown another's conversation.");
        });

        output.WriteLine(string.Join(", ", statuses.Index().Where(one => one.Item > 0).Select(one => $"{one.Index}: {one.Item}")));
        Assert.Equal(before, (await victim.ReadAsync()).Body);
        Assert.Equal(200, (await victim.SayAsync("are you still there?")).Status);
        Assert.True(statuses[400] > 100 && statuses[401] > 100 && statuses[403] > 100, "The requests were too tame to prove anything.");
    }

    private HttpRequestMessage Request(Random chance, DirectLineClient victim, DirectLineClient attacker)
    {
        var conversation = Pick(chance, victim.Conversation, victim.Conversation, attacker.Conversation, attacker.Conversation, "nothing", "..", "%2e%2e", new string('x', 300));
        var odd = Pick(chance, "", "-1", "99999999999999999999", "abc", "%00", Uri.EscapeDataString("小王"), attacker.Credential, victim.Conversation);
        var path = string.Format(System.Globalization.CultureInfo.InvariantCulture, Paths[chance.Next(Paths.Length)], conversation, odd);
        var method = Pick(chance, HttpMethod.Post, HttpMethod.Post, HttpMethod.Post, HttpMethod.Get, HttpMethod.Get, HttpMethod.Options, HttpMethod.Delete, HttpMethod.Head, HttpMethod.Put);
        var request = new HttpRequestMessage(method, server.Url + path);
        var credential = Pick(chance, attacker.Credential, attacker.Credential, attacker.Credential, null, "x", Cut(chance, victim.Credential), victim.Conversation, "Basic eDp5");
        if (credential is not null) request.Headers.TryAddWithoutValidation("Authorization", chance.Next(8) == 0 ? credential : $"Bearer {credential}");
        if (chance.Next(4) == 0) request.Headers.TryAddWithoutValidation("Origin", Pick(chance, "null", "http://evil.example", LiveServer.ShopOrigin, "x"));
        if (method == HttpMethod.Post || method == HttpMethod.Put) request.Content = Body(chance, attacker);
        return request;
    }

    private static ByteArrayContent Body(Random chance, DirectLineClient attacker)
    {
        var bytes = chance.Next(10) switch
        {
            0 => [],
            1 => RandomNumberGenerator.GetBytes(chance.Next(1, 5_000)),
            2 => Encoding.UTF8.GetBytes(new string('[', chance.Next(1, 20_000))),
            3 => Encoding.Unicode.GetBytes(attacker.Message("hello").ToJsonString()),
            4 => Encoding.UTF8.GetBytes(Cut(chance, attacker.Message("my parcel is late").ToJsonString())),
            5 => Encoding.UTF8.GetBytes(attacker.Message(new string('x', chance.Next(1, 12_000))).ToJsonString()),
            6 => Encoding.UTF8.GetBytes($"--b\r\nContent-Disposition: form-data; name=\"{Pick(chance, "file", "activity", "x")}\"; filename=\"../{chance.Next()}.exe\"\r\n\r\n{Pick(chance, "MZ", "{}", "\x89PNG")}\r\n--b{Pick(chance, "--", "", "x")}\r\n"),
            _ => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, chance.Next(1, 40)).Select(_ => Pieces[chance.Next(Pieces.Length)]))),
        };
        var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", Pick(chance, "application/json", "application/json; charset=utf-16", "multipart/form-data; boundary=b", "multipart/form-data", "text/plain", "image/png", "", "\u0001"));
        return content;
    }

    private static string Cut(Random chance, string text) => text[..chance.Next(text.Length)];

    private static T Pick<T>(Random chance, params ReadOnlySpan<T> choices) => choices[chance.Next(choices.Length)];
}

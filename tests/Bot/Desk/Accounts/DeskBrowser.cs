using System.Text.Json.Nodes;
using ComplaintBot.Tests.DirectLine;

namespace ComplaintBot.Tests.Desk.Accounts;

/// <summary>A browser with a page of the desk: it keeps the cookie and sends what the page sends.</summary>
internal sealed class DeskBrowser(LiveServer server)
{
    public const string Password = "a quiet morning at sea";

    /// <summary>The cookie as it is sent back; empty when there is none.</summary>
    public string Cookie { get; set; } = "";

    /// <summary>The last cookie as the server set it, with its attributes.</summary>
    public string SetCookie { get; private set; } = "";

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> PostAsync(string path, JsonNode? body = null) => SendAsync(HttpMethod.Post, path, body ?? new JsonObject());

    public Task<Answer> PatchAsync(string path, JsonNode body) => SendAsync(HttpMethod.Patch, path, body);

    public Task<Answer> DeleteAsync(string path, JsonNode? body = null) => SendAsync(HttpMethod.Delete, path, body);

    public Task<Answer> SignInAsync(string name, string password = Password, string? code = null) =>
        PostAsync("sign-in", new JsonObject { ["name"] = name, ["password"] = password, ["code"] = code });

    public async Task<Answer> SendAsync(HttpMethod method, string path, JsonNode? body = null, params (string Name, string Value)[] headers)
    {
        (string, string)[] own = [("X-Desk", "1"), ("Origin", server.Url), ("Accept-Language", "en"), .. Cookie.Length > 0 ? [("Cookie", Cookie)] : Array.Empty<(string, string)>()];
        return await BareAsync(method, path, body, [.. own.Where(one => headers.All(other => other.Name != one.Item1)), .. headers.Where(one => one.Value.Length > 0)]);
    }

    /// <summary>Sends nothing but what is said.</summary>
    public async Task<Answer> BareAsync(HttpMethod method, string path, JsonNode? body, params (string Name, string Value)[] headers)
    {
        var answer = await server.SendAsync(method, "/desk/api/" + path, null, body, headers);
        if (!answer.Headers.TryGetValue("Set-Cookie", out var set)) return answer;
        (SetCookie, Cookie) = (set, set[..set.IndexOf(';', StringComparison.Ordinal)]);
        if (Cookie.EndsWith('=')) Cookie = "";
        return answer;
    }

    /// <summary>Signs the first admin up.</summary>
    public static async Task<DeskBrowser> AdminAsync(LiveServer server, string name = "Root")
    {
        var browser = new DeskBrowser(server);
        var link = await server.Server.FirstAdminAsync(default);
        Assert.Equal(200, (await browser.AcceptAsync(link!, name)).Status);
        return browser;
    }

    /// <summary>Adds a person and signs it in, in a browser of its own.</summary>
    public async Task<(DeskBrowser Browser, string Id)> InviteAsync(string name, string role)
    {
        var added = await PostAsync("people", new JsonObject { ["name"] = name, ["role"] = role });
        Assert.Equal(201, added.Status);
        var browser = new DeskBrowser(server);
        Assert.Equal(200, (await browser.AcceptAsync(added.Text("invite"), name)).Status);
        return (browser, added.Json!["person"]!["id"]!.GetValue<string>());
    }

    public Task<Answer> AcceptAsync(string link, string? name, string password = Password) =>
        PostAsync("invite/" + TokenOf(link), new JsonObject { ["name"] = name, ["password"] = password });

    public static string TokenOf(string link) => link[(link.LastIndexOf('/') + 1)..];
}

using System.Net.WebSockets;
using System.Text.Json.Nodes;
using ComplaintBot.Tests.DirectLine;
using ComplaintBot.Tests.Doubles;

namespace ComplaintBot.Tests.Deploy;

/// <summary>The proxy of <c>deploy/proxy</c> as a process of its own, before a real server.</summary>
public sealed class ProxyTests
{
    [Fact]
    public async Task Customers_chat_through_it_and_neither_they_nor_its_log_learn_what_is_not_theirs()
    {
        await using var server = await LiveServer.StartAsync(("Server:Proxies", "127.0.0.0/8"), ("Limits:TokensPerMinute", "3"));
        using var proxy = new ProxyProcess(server.Url);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new(proxy.Url) };
        await proxy.AnswersAsync();

        var issued = JsonNode.Parse(await (await TokenAsync(http, "1.2.3.4")).Content.ReadAsStringAsync())!;
        var token = issued["token"]!.GetValue<string>();
        using var begin = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/conversations") { Content = new StringContent("{}", null, "application/json") };
        begin.Headers.Authorization = new("Bearer", token);
        using var begun = await http.SendAsync(begin);
        var stream = new Uri(JsonNode.Parse(await begun.Content.ReadAsStringAsync())!["streamUrl"]!.GetValue<string>());
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(stream, default);

        Assert.Equal(proxy.Authority, stream.Authority);
        Assert.Equal(WebSocketState.Open, socket.State);
        Assert.Equal(404, (int)(await http.GetAsync(new Uri("/healthz/ready", UriKind.Relative))).StatusCode);
        Assert.Equal(404, (int)(await http.GetAsync(new Uri("/HEALTHZ/Ready?a", UriKind.Relative))).StatusCode);

        // An address a client claims for itself is not believed: all of them are one customer's.
        using var second = await TokenAsync(http, "1.2.3.5");
        using var third = await TokenAsync(http, "1.2.3.6");
        using var fourth = await TokenAsync(http, "1.2.3.7");
        Assert.Equal((200, 200, 429), ((int)second.StatusCode, (int)third.StatusCode, (int)fourth.StatusCode));
        socket.Abort();
        var log = await proxy.EndAsync();
        Assert.Contains("POST /chat 200", log, StringComparison.Ordinal);
        Assert.DoesNotContain(issued["conversationId"]!.GetValue<string>(), log, StringComparison.Ordinal);
        Assert.DoesNotContain("t=", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_second_file_it_sends_browsers_to_https()
    {
        using var folder = new TempFolder();
        var certificate = folder.File("certificate.pem");
        using (var key = System.Security.Cryptography.RSA.Create(2048))
        {
            var request = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=localhost", key, System.Security.Cryptography.HashAlgorithmName.SHA256, System.Security.Cryptography.RSASignaturePadding.Pkcs1);
            using var own = request.CreateSelfSigned(RealTime.Clock.GetUtcNow().AddDays(-1), RealTime.Clock.GetUtcNow().AddDays(1));
            await File.WriteAllTextAsync(certificate, $"{own.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        }

        await using var server = await LiveServer.StartAsync(("Server:Proxies", "127.0.0.1"));
        using var proxy = new ProxyProcess(server.Url, certificate: certificate);
        using var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, presented, _, _) => presented?.Subject == "CN=localhost";
        using var http = new HttpClient(handler);
        using var secure = new HttpClient(handler, disposeHandler: false) { BaseAddress = new($"https://{proxy.SecureAuthority}") };
        await ProxyProcess.AnswersAsync(secure);

        using var sent = await http.GetAsync(new Uri($"{proxy.Url}/shop/?a=b"));
        Assert.Equal((308, $"https://{proxy.Authority}/shop/?a=b"), ((int)sent.StatusCode, sent.Headers.Location!.AbsoluteUri));
        using var issued = await TokenAsync(secure, "1.2.3.4");
        Assert.Equal(200, (int)issued.StatusCode);
        Assert.Equal("max-age=31536000", Assert.Single(issued.Headers.GetValues("Strict-Transport-Security")));
    }

    private static async Task<HttpResponseMessage> TokenAsync(HttpClient http, string claimed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/chat/token") { Content = new StringContent("""{"locale":"en"}""", null, "application/json") };
        request.Headers.TryAddWithoutValidation("Origin", LiveServer.ShopOrigin);
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", claimed);
        return await http.SendAsync(request);
    }
}

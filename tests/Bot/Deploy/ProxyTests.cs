using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using ComplaintBot.Tests.DirectLine;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Tests.Stores.Redis;

namespace ComplaintBot.Tests.Deploy;

/// <summary>The proxy of <c>deploy/proxy</c> as a process of its own, before a real server.</summary>
public sealed class ProxyTests
{
    [Fact]
    public async Task Customers_chat_through_it_and_neither_they_nor_its_log_learn_what_is_not_theirs()
    {
        await using var server = await LiveServer.StartAsync(("Server:Proxies", "127.0.0.0/8"), ("Limits:TokensPerMinute", "3"));
        var bind = $"127.0.0.1:{RedisProcess.FreePort()}";
        using var proxy = Start(bind, new Uri(server.Url).Authority);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new($"http://{bind}") };
        await AnswersAsync(http);

        var issued = JsonNode.Parse(await (await TokenAsync(http, "1.2.3.4")).Content.ReadAsStringAsync())!;
        var token = issued["token"]!.GetValue<string>();
        using var begin = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/conversations") { Content = new StringContent("{}", null, "application/json") };
        begin.Headers.Authorization = new("Bearer", token);
        using var begun = await http.SendAsync(begin);
        var stream = new Uri(JsonNode.Parse(await begun.Content.ReadAsStringAsync())!["streamUrl"]!.GetValue<string>());
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(stream, default);

        Assert.Equal(bind, stream.Authority);
        Assert.Equal(WebSocketState.Open, socket.State);
        Assert.Equal(404, (int)(await http.GetAsync(new Uri("/healthz/ready", UriKind.Relative))).StatusCode);
        Assert.Equal(404, (int)(await http.GetAsync(new Uri("/HEALTHZ/Ready?a", UriKind.Relative))).StatusCode);

        // An address a client claims for itself is not believed: all of them are one customer's.
        using var second = await TokenAsync(http, "1.2.3.5");
        using var third = await TokenAsync(http, "1.2.3.6");
        using var fourth = await TokenAsync(http, "1.2.3.7");
        Assert.Equal((200, 200, 429), ((int)second.StatusCode, (int)third.StatusCode, (int)fourth.StatusCode));
        socket.Abort();
        proxy.Kill();
        var log = await proxy.StandardOutput.ReadToEndAsync();
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
        var (bind, tls) = ($"127.0.0.1:{RedisProcess.FreePort()}", $"127.0.0.1:{RedisProcess.FreePort()}");
        using var proxy = Start(bind, new Uri(server.Url).Authority, ("PROXY_TLS", "yes"), ("PROXY_TLS_BIND", tls), ("PROXY_CERTIFICATE", certificate));
        using var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, presented, _, _) => presented?.Subject == "CN=localhost";
        using var http = new HttpClient(handler);
        using var secure = new HttpClient(handler, disposeHandler: false) { BaseAddress = new($"https://{tls}") };
        await AnswersAsync(secure);

        using var sent = await http.GetAsync(new Uri($"http://{bind}/shop/?a=b"));
        Assert.Equal((308, $"https://{bind}/shop/?a=b"), ((int)sent.StatusCode, sent.Headers.Location!.AbsoluteUri));
        using var issued = await TokenAsync(secure, "1.2.3.4");
        Assert.Equal(200, (int)issued.StatusCode);
        Assert.Equal("max-age=31536000", Assert.Single(issued.Headers.GetValues("Strict-Transport-Security")));
        proxy.Kill();
    }

    private static Process Start(string bind, string bot, params (string Name, string Value)[] more)
    {
        var files = more.Length == 0 ? ["haproxy.cfg"] : (string[])["haproxy.cfg", "tls.cfg"];
        var start = new ProcessStartInfo("haproxy") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in files.SelectMany(file => new[] { "-f", Path.Combine(DeployScript.Folder, "proxy", file) }).Prepend("-db")) start.ArgumentList.Add(argument);
        foreach (var (name, value) in more.Concat([("PROXY_BIND", bind), ("BOT1", bot), ("BOT2", $"127.0.0.1:{RedisProcess.FreePort()}")])) start.Environment[name] = value;
        var proxy = Process.Start(start)!;
        proxy.ErrorDataReceived += (_, _) => { };
        proxy.BeginErrorReadLine();
        return proxy;
    }

    /// <summary>Waits until the proxy has found the node that is there and dropped the one that is not.</summary>
    private static async Task AnswersAsync(HttpClient http)
    {
        var since = RealTime.Clock.GetTimestamp();
        while (true)
        {
            Assert.True(RealTime.Clock.GetElapsedTime(since) < TimeSpan.FromSeconds(60), "The proxy does not answer.");
            try
            {
                using var answer = await http.GetAsync(new Uri("/healthz/live", UriKind.Relative));
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // It is starting.
            }
        }
    }

    private static async Task<HttpResponseMessage> TokenAsync(HttpClient http, string claimed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/chat/token") { Content = new StringContent("""{"locale":"en"}""", null, "application/json") };
        request.Headers.TryAddWithoutValidation("Origin", LiveServer.ShopOrigin);
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", claimed);
        return await http.SendAsync(request);
    }
}

using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Tests.Language;

/// <summary>
/// A server on this machine that takes the requests of <c>analyze-text</c>, 2023-04-01, as documented, and gives the answers the test
/// wants. Requests that break the contract get a 400.
/// </summary>
internal sealed class LoopbackLanguage : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly SemaphoreSlim arrived = new(0);

    private LoopbackLanguage(WebApplication app) => this.app = app;

    /// <summary>A request that came.</summary>
    public sealed record Call(string Kind, JsonElement Parameters, IReadOnlyList<Document> Documents);

    /// <summary>A text in a request.</summary>
    public sealed record Document(string Id, string Language, string Text);

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public ConcurrentQueue<Call> Calls { get; } = new();

    /// <summary>Answers; the right answer unless a test says otherwise.</summary>
    public Func<Call, HttpContext, Task> Answer { get; set; } = (call, context) => context.Response.WriteAsJsonAsync(Right(call));

    public static async Task<LoopbackLanguage> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new LoopbackLanguage(app);
        app.MapPost("/language/:analyze-text", server.TakeAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>Waits until so many more requests have come.</summary>
    public async Task ArrivedAsync(int requests)
    {
        for (var i = 0; i < requests; i++) Assert.True(await arrived.WaitAsync(TimeSpan.FromSeconds(30)), "no request came");
    }

    /// <summary>The documented answer: bad news where the text says "bad", an identity number where it holds "ID9", "box" as key phrase.</summary>
    public static JsonObject Right(Call call) => Envelope(call, [.. call.Documents.Select(document => Of(call.Kind, document))]);

    /// <summary>An answer with these documents.</summary>
    public static JsonObject Envelope(Call call, JsonArray documents) => new()
    {
        ["kind"] = call.Kind + "Results",
        ["results"] = new JsonObject { ["documents"] = documents, ["errors"] = new JsonArray(), ["modelVersion"] = "2022-11-01" },
    };

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        arrived.Dispose();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var json = await JsonDocument.ParseAsync(context.Request.Body);
        var body = json.RootElement;
        if (context.Request.Query["api-version"] != "2023-04-01" || context.Request.Headers["Ocp-Apim-Subscription-Key"] != "k1" || context.Request.ContentType != "application/json")
        {
            context.Response.StatusCode = 400;
            return;
        }

        Document[] documents = [.. body.GetProperty("analysisInput").GetProperty("documents").EnumerateArray().Select(one =>
            new Document(one.GetProperty("id").GetString()!, one.GetProperty("language").GetString()!, one.GetProperty("text").GetString()!))];
        var call = new Call(body.GetProperty("kind").GetString()!, body.GetProperty("parameters").Clone(), documents);
        Calls.Enqueue(call);
        arrived.Release();
        await Answer(call, context);
    }

    private static JsonObject Of(string kind, Document document)
    {
        var answer = new JsonObject { ["id"] = document.Id, ["warnings"] = new JsonArray() };
        var (bad, secret) = (document.Text.Contains("bad", StringComparison.Ordinal), document.Text.IndexOf("ID9", StringComparison.Ordinal));
        switch (kind)
        {
            case "SentimentAnalysis":
                answer["sentiment"] = bad ? "negative" : "neutral";
                answer["confidenceScores"] = new JsonObject { ["positive"] = 0.02, ["neutral"] = bad ? 0.03 : 0.96, ["negative"] = bad ? 0.95 : 0.02 };
                answer["sentences"] = new JsonArray(new JsonObject { ["sentiment"] = "negative", ["offset"] = 0, ["length"] = 3, ["text"] = "bad", ["targets"] = bad ? Targets() : [], ["assessments"] = new JsonArray() });
                break;
            case "PiiEntityRecognition":
                answer["redactedText"] = document.Text;
                answer["entities"] = secret < 0 ? [] : new JsonArray(
                    Entity("CNResidentIdentityCardNumber", secret, 3, 0.97), Entity("Person", 0, 1, 0.99), Entity("CreditCardNumber", 0, 1, 0.4));
                break;
            default:
                answer["keyPhrases"] = new JsonArray("box", "not in the text");
                break;
        }

        return answer;
    }

    private static JsonArray Targets() => [new JsonObject { ["sentiment"] = "negative", ["confidenceScores"] = new JsonObject { ["positive"] = 0, ["negative"] = 1 }, ["offset"] = 0, ["length"] = 3, ["text"] = "bad", ["relations"] = new JsonArray() }];

    private static JsonObject Entity(string category, int offset, int length, double confidence) =>
        new() { ["text"] = "", ["category"] = category, ["offset"] = offset, ["length"] = length, ["confidenceScore"] = confidence };
}

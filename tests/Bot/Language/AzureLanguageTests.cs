using System.Globalization;
using System.Text.Json.Nodes;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Language;
using ComplaintBot.Tests.Doubles;
using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Tests.Language;

public sealed class AzureLanguageTests : IAsyncLifetime, IDisposable
{
    private const string Bad = "the box was bad, my number is ID9";

    private readonly ManualClock clock = new();
    private readonly HeardLog log = new();
    private LoopbackLanguage server = null!;
    private AzureLanguage azure = null!;

    public async Task InitializeAsync()
    {
        server = await LoopbackLanguage.StartAsync();
        azure = new(new() { Endpoint = server.Address, Key = "k1" }, clock, log);
    }

    public async Task DisposeAsync()
    {
        await azure.DisposeAsync();
        await server.DisposeAsync();
    }

    public void Dispose() => log.Dispose();

    [Fact]
    public async Task A_right_answer_gives_tone_topics_and_secrets()
    {
        var reading = await ReadAsync(Bad);

        Assert.Equal(0.95, reading!.Scores!.Value.Negative, 3);
        Assert.Equal(["bad", "box"], reading.Topics.Order());
        Assert.Equal([new SecretSpan(Bad.IndexOf("ID9", StringComparison.Ordinal), 3)], reading.Secrets);
        Assert.Equal(SecondReaderState.Working, azure.Health.State);
        Assert.Null(azure.Health.Trouble);
    }

    [Fact]
    public async Task A_request_is_of_the_documented_form()
    {
        await ReadAsync(Bad, Tongue.ZhHant);

        Assert.Equal(["KeyPhraseExtraction", "PiiEntityRecognition", "SentimentAnalysis"], server.Calls.Select(call => call.Kind).Order());
        Assert.All(server.Calls, call =>
        {
            Assert.Equal([new LoopbackLanguage.Document("0", "zh-hant", Bad)], call.Documents);
            Assert.True(call.Parameters.GetProperty("loggingOptOut").GetBoolean());
            if (call.Kind != "KeyPhraseExtraction") Assert.Equal("Utf16CodeUnit", call.Parameters.GetProperty("stringIndexType").GetString());
            if (call.Kind == "SentimentAnalysis") Assert.True(call.Parameters.GetProperty("opinionMining").GetBoolean());
        });
    }

    [Theory]
    [InlineData("好的")]
    [InlineData("5")]
    [InlineData("2026-11-02 12:30")]
    public async Task Short_answers_are_not_sent(string text)
    {
        Assert.Null(await ReadAsync(text));
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task A_long_text_is_cut_where_no_character_breaks()
    {
        await ReadAsync(new string('x', 4_999) + "😡" + new string('x', 500));
        Assert.All(server.Calls, call => Assert.Equal(new string('x', 4_999), call.Documents[0].Text));
    }

    [Fact]
    public async Task Texts_of_many_turns_share_requests_and_each_gets_its_own_answer()
    {
        var texts = Enumerable.Range(0, 200).Select(i => i % 3 == 0 ? $"the box {i} was bad" : $"the box number {i}").ToArray();

        var readings = await Task.WhenAll(texts.Select(text => azure.ReadAsync(text, Tongue.En, default).AsTask()));

        for (var i = 0; i < texts.Length; i++) Assert.Equal(i % 3 == 0, readings[i]!.Scores!.Value.Negative > 0.5);
        Assert.All(server.Calls, call => Assert.InRange(call.Documents.Count, 1, AzureLanguageClient.MostDocuments));
        Assert.InRange(server.Calls.Count, 3 * texts.Length / AzureLanguageClient.MostDocuments, 3 * texts.Length - 1);
        foreach (var kind in server.Calls.GroupBy(call => call.Kind)) Assert.Equal(texts.Order(), kind.SelectMany(call => call.Documents).Select(document => document.Text).Order());
    }

    [Fact]
    public async Task Nobody_waits_longer_than_the_time_out_and_what_came_in_time_is_used()
    {
        var held = new TaskCompletionSource();
        server.Answer = async (call, context) =>
        {
            if (call.Kind != "SentimentAnalysis") await held.Task.WaitAsync(context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            else await context.Response.WriteAsJsonAsync(LoopbackLanguage.Right(call));
        };
        var reading = azure.ReadAsync(Bad, Tongue.En, default).AsTask();
        await server.ArrivedAsync(3);
        clock.Advance(TimeSpan.FromMilliseconds(799));
        Assert.False(reading.IsCompleted);

        clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Empty((await reading)?.Secrets ?? []);
        await log.CameAsync();
        Assert.Contains("800 ms", azure.Health.LastError, StringComparison.Ordinal);
        held.SetResult();
    }

    [Theory]
    [InlineData(500, "500")]
    [InlineData(401, "Language:Azure")]
    [InlineData(404, "Language:Azure:Endpoint")]
    [InlineData(302, "302")]
    public async Task A_refusal_leaves_the_message_to_the_local_reading(int status, string said)
    {
        server.Answer = (_, context) =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return context.Response.WriteAsync(Bad);
        };

        Assert.Null(await ReadAsync(Bad));

        Assert.Equal(SecondReaderState.Failing, azure.Health.State);
        Assert.Contains(said, azure.Health.Trouble, StringComparison.Ordinal);
        Assert.Equal(3, server.Calls.Count);
    }

    [Fact]
    public async Task The_breaker_opens_after_repeated_failures_and_closes_by_the_clock()
    {
        server.Answer = Failing;
        await ReadAsync(Bad);
        await ReadAsync(Bad);
        Assert.Equal(SecondReaderState.Resting, azure.Health.State);
        var since = azure.Health.Since;

        Assert.Null(await ReadAsync(Bad));
        Assert.Equal(6, server.Calls.Count);

        clock.Advance(TimeSpan.FromSeconds(30));
        await ReadAsync(Bad);
        Assert.Equal(7, server.Calls.Count);
        Assert.Equal((SecondReaderState.Resting, since), (azure.Health.State, azure.Health.Since));

        server.Answer = (call, context) => context.Response.WriteAsJsonAsync(LoopbackLanguage.Right(call));
        clock.Advance(TimeSpan.FromSeconds(30));
        await ReadAsync(Bad);
        Assert.Equal(SecondReaderState.Working, azure.Health.State);
        Assert.NotNull((await ReadAsync(Bad))!.Scores);
        Assert.Contains(log.Lines, line => line.Id == 2502);
    }

    [Fact]
    public async Task Throttled_it_is_left_alone_as_long_as_it_asks()
    {
        server.Answer = (_, context) =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "12";
            return Task.CompletedTask;
        };
        Assert.Null(await ReadAsync(Bad));
        Assert.Equal(SecondReaderState.Resting, azure.Health.State);
        Assert.Contains("12 s", azure.Health.Trouble, StringComparison.Ordinal);

        server.Answer = (call, context) => context.Response.WriteAsJsonAsync(LoopbackLanguage.Right(call));
        clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Null(await ReadAsync(Bad));
        Assert.Equal(3, server.Calls.Count);

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull(await ReadAsync(Bad));
        Assert.Equal(SecondReaderState.Working, azure.Health.State);
    }

    [Fact]
    public async Task A_date_to_come_back_at_is_understood()
    {
        server.Answer = (_, context) =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = clock.GetUtcNow().AddSeconds(20).ToString("r", CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        };
        await ReadAsync(Bad);
        Assert.Contains("20 s", azure.Health.Trouble, StringComparison.Ordinal);
    }

    public static TheoryData<string> Unreadable =>
    [
        "", "no json", "[]", "null", "{\"kind\":\"EntityLinkingResults\"}", "{\"kind\":\"SentimentAnalysisResults\",\"results\":{}}",
        "{\"kind\":\"SentimentAnalysisResults\",\"results\":{\"documents\":[{\"id\":\"0\",\"sentiment\":\"negative\",\"confidenceScores\":{\"positive\":\"much\"}}]}}",
        "{\"kind\":\"PiiEntityRecognitionResults\",\"results\":{\"documents\":[{\"id\":\"0\",\"entities\":[{\"category\":null}]}]}}",
        "{\"kind\":\"PiiEntityRecognitionResults\",\"results\":{\"documents\":[{\"id\":\"0\",\"entities\":[{\"category\":\"CreditCardNumber\",\"confidenceScore\":1,\"offset\":99999999999,\"length\":1}]}]}}",
        "{\"kind\":\"KeyPhraseExtractionResults\",\"results\":{\"documents\":[{\"id\":7,\"keyPhrases\":[]}]}}",
        "{\"kind\":\"KeyPhraseExtractionResults\",\"results\":{\"documents\":[{\"id\":\"0\",\"keyPhrases\":[null]}]}}",
    ];

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task An_answer_that_is_none_is_a_failure(string body)
    {
        server.Answer = (_, context) => context.Response.WriteAsync(body);
        Assert.Null(await ReadAsync(Bad));
        Assert.Contains("can't be read", azure.Health.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read_to_its_end()
    {
        server.Answer = async (_, context) =>
        {
            var part = new byte[65_536];
            try
            {
                while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(part, context.RequestAborted);
            }
            catch (OperationCanceledException)
            {
                // The client has gone, as it should.
            }
        };
        Assert.Null(await ReadAsync(Bad));
        Assert.Contains("too large", azure.Health.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_too_many_and_too_few_do_no_harm()
    {
        server.Answer = (call, context) => context.Response.WriteAsJsonAsync(LoopbackLanguage.Envelope(call, call.Kind == "KeyPhraseExtraction"
            ? [new JsonObject { ["id"] = "1", ["keyPhrases"] = new JsonArray("box") }, new JsonObject { ["id"] = "-1", ["keyPhrases"] = new JsonArray() }, new JsonObject { ["id"] = "x", ["keyPhrases"] = new JsonArray() }]
            : []));
        Assert.Null(await ReadAsync(Bad));
        Assert.Equal(SecondReaderState.Working, azure.Health.State);
    }

    [Fact]
    public async Task A_server_that_is_gone_does_no_harm()
    {
        await server.DisposeAsync();
        Assert.Null(await ReadAsync(Bad));
        Assert.Contains("can't be reached", azure.Health.LastError, StringComparison.Ordinal);
        server = await LoopbackLanguage.StartAsync();
    }

    [Fact]
    public async Task Neither_log_nor_health_holds_a_word_of_a_message_or_the_key()
    {
        server.Answer = (_, context) =>
        {
            context.Response.StatusCode = 500;
            return context.Response.WriteAsync($"{Bad} k1");
        };
        for (var i = 0; i < 3; i++) await ReadAsync(Bad);

        Assert.NotEmpty(log.Lines);
        var said = string.Join('\n', log.Lines.Select(line => line.Text).Append(azure.Health.Trouble).Append(azure.Health.LastError));
        foreach (var word in (string[])["box", "bad", "ID9", "k1"]) Assert.DoesNotContain(word, said, StringComparison.Ordinal);
    }

    private static Task Failing(LoopbackLanguage.Call call, HttpContext context)
    {
        context.Response.StatusCode = 500;
        return Task.CompletedTask;
    }

    private async Task<SecondReading?> ReadAsync(string text, Tongue language = Tongue.En) => await azure.ReadAsync(text, language, default);
}

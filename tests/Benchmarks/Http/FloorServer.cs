using System.Text.Json;
using ComplaintBot.Benchmarks.Waterfalls;
using ComplaintBot.Dialogs.Runtime.Activities;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using StackExchange.Redis;

namespace ComplaintBot.Benchmarks.Http;

/// <summary>
/// The floor of a turn over HTTP: the same activity comes in, five questions written by hand, the state read from Redis and written back if nobody
/// else has; nothing is kept besides. Nothing that answers over HTTP from Redis can cost much less.
/// </summary>
internal static class FloorServer
{
    private const string Swap =
        """
        if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
        redis.call('SET', KEYS[1], ARGV[2])
        return 1
        """;

    /// <summary>Serves until it is killed; says its address when it is ready.</summary>
    /// <param name="redis">Host and port of Redis.</param>
    public static async Task RunAsync(string redis)
    {
        var database = (await ConnectionMultiplexer.ConnectAsync(redis)).GetDatabase();
        var json = WaterfallJson.For(new());
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            var came = ActivityJson.Read(body.ToArray());
            RedisKey key = "floor:" + context.Request.Path.Value!.Split('/')[^2];
            while (true)
            {
                byte[]? stored = await database.StringGetAsync(key);
                var state = stored is null ? new FloorState(0, new Heard()) : JsonSerializer.Deserialize(stored, json.FloorState)!;
                if (state.Step > 0) state.Heard.Facts = came.Text;
                var reply = came.CreateReply(state.Step < FiveQuestions.Questions.Length ? FiveQuestions.Questions[state.Step] : FiveQuestions.Goodbye);
                var written = JsonSerializer.SerializeToUtf8Bytes(state with { Step = state.Step + 1 }, json.FloorState);
                if ((int)await database.ScriptEvaluateAsync(Swap, [key], [stored ?? [], written]) == 0) continue;
                context.Response.ContentType = "application/json";
                await context.Response.Body.WriteAsync(ActivityJson.Write(reply));
                return;
            }
        });
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        Console.WriteLine("Ready");
        await Task.Delay(Timeout.Infinite);
    }
}

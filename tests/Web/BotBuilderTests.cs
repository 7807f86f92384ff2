using System.Diagnostics;
using System.Text.Json.Nodes;
using ComplaintBot.Platforms;
using ComplaintBot.Web.Tests.Driving;

namespace ComplaintBot.Web.Tests;

/// <summary>A bot made with the Bot Builder, unchanged, that has ours as its skill.</summary>
public sealed class BotBuilderTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_bot_of_the_Bot_Builder_uses_ours_as_its_skill_and_is_asked_for_people()
    {
        await using var azure = await LoopbackAzure.StartAsync();
        await using var server = await BotServer.StartAsync(
            [.. AzureCalls.Settings(azure.Url).Select(one => (one.Name.Replace(":", "__", StringComparison.Ordinal), one.Value)), ("Channels__BotFramework__Callers", LoopbackAzure.Parent), ("Channels__BotFramework__People", "platform")]);

        var played = await PlayAsync(server.Url, azure.Url, LoopbackAzure.Parent, LoopbackAzure.AppId);

        var messages = played["heard"]!.AsArray().Where(one => one!["activity"]!["type"]!.GetValue<string>() == "message").ToList();
        Assert.Equal((202, "parent-1"), (played["said"]!["status"]!.GetValue<int>(), played["first"]!["conversation"]!["id"]!.GetValue<string>()));
        Assert.All(messages, one => Assert.Equal(("parent-1", "u1"), (one!["id"]!.GetValue<string>(), one["activity"]!["recipient"]!["id"]!.GetValue<string>())));

        // What went with the answer to a call is not said again.
        var buffered = played["buffered"]!;
        var answered = buffered["body"]!["activities"]!.AsArray().Select(one => one!["text"]!.GetValue<string>()).ToList();
        Assert.Equal(200, buffered["status"]!.GetValue<int>());
        Assert.NotEmpty(answered);
        Assert.DoesNotContain(messages, one => answered.Contains(one!["activity"]!["text"]!.GetValue<string>()));

        var handoff = played["handoff"]!;
        var transcript = handoff["attachments"]![0]!["content"]!["activities"]!.AsArray().Select(one => one!["text"]?.GetValue<string>()).ToList();
        Assert.Equal("parent-1", handoff["relatesTo"]!["conversation"]!["id"]!.GetValue<string>());
        Assert.Contains("Your courier broke my new vase and nobody answers the phone.", transcript);
        Assert.Contains("It was order 4711.", transcript);
        Assert.Equal(202, played["status"]!["status"]!.GetValue<int>());
    }

    private static async Task<JsonNode> PlayAsync(params string[] arguments)
    {
        var script = Path.Combine(Path.GetDirectoryName(OtherSite.Clients)!, "parent-bot.cjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, failed) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        try
        {
            await node.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            node.Kill();
        }

        Assert.True(node.ExitCode == 0, $"{await failed}{await said}");
        return JsonNode.Parse(await said)!;
    }
}

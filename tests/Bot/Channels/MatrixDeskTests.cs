using System.Text.Json.Nodes;
using ComplaintBot.Tests.Desk.Live;

namespace ComplaintBot.Tests.Channels;

/// <summary>What every messenger must pass when a person takes over: row 8 of the matrix. What platforms with a desk of their own are told stands with their tests.</summary>
public sealed class MatrixDeskTests
{
    private static readonly string[] Words = ["Your courier broke my new vase and nobody answers the phone.", "I want to talk to a real person.", "A human being, please. Now."];

    public static TheoryData<string> Names => [.. Messenger.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Row_8_the_bot_is_silent_while_a_person_answers_and_goes_on_when_it_is_handed_back(string name)
    {
        await using var customer = await Messenger.OpenAsync(name);
        await using var shift = await Shift.StartAsync(customer.Settings, ("Ann Lee", "agent"));
        customer.Meet(shift.Server);
        await using var hub = await shift.HubAsync("Ann Lee");
        var (ann, path) = (shift["Ann Lee"].Browser, $"chats/{customer.Key.Channel}/{customer.Key.Conversation}");
        foreach (var words in Words)
            if (await OwnerAsync() != "waiting") await customer.SayAsync(words);
        Assert.Equal("waiting", await OwnerAsync());

        await DoAsync(new() { ["do"] = "take" });
        Assert.Equal("person", await OwnerAsync());
        var shown = customer.Shown.Count;
        await customer.SayAsync("It was order 4711.");
        Assert.Equal(shown, customer.Shown.Count);

        await DoAsync(new() { ["do"] = "hand-back", ["stage"] = "satisfaction", ["agreed"] = "A new vase comes tomorrow." });
        Assert.Equal("bot", await OwnerAsync());
        shown = customer.Shown.Count;
        await customer.SayAsync("Thank you, that is fine.");
        Assert.NotEqual(shown, customer.Shown.Count);

        async Task<string?> OwnerAsync() => (await ann.GetAsync(path)).Json?["chat"]?["owner"]?.GetValue<string>();

        async Task DoAsync(JsonObject command)
        {
            var answer = await ann.PostAsync(path + "/commands", new JsonObject { ["id"] = $"{name} {command["do"]}", ["command"] = command });
            Assert.True(answer.Status == 200, answer.Body);
            await customer.CalmAsync();
        }
    }
}

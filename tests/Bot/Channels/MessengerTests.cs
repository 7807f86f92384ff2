using System.Text;
using ComplaintBot.Channels;
using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Tests.Channels;

/// <summary>What holds for every messenger.</summary>
public sealed class MessengerTests
{
    public static TheoryData<string> Names => [.. Messenger.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_file_of_the_conversation_goes_out_with_its_bytes(string name)
    {
        await using var bench = await MessengerBench.OpenAsync(name);
        var (customer, server) = bench;
        await customer.SayAsync("My parcel never came.");
        await server.Parts.Store.KeepFileAsync(customer.Key, new("f1", "label.jpg", "image/jpeg", Messenger.Photo), default);
        var said = Activity.Message("Here is the label.");
        said.Attachments = [new() { Name = "label.jpg", ContentType = "image/jpeg", ContentUrl = $"{InboundFiles.Root}/x/y/f1" }];
        await customer.TellAsync(said);
        await customer.CalmAsync();

        Assert.Contains(customer.Shown, text => text.Contains("Here is the label.", StringComparison.Ordinal));
        var (bytes, written) = (Encoding.Latin1.GetString(Messenger.Photo), Convert.ToBase64String(Messenger.Photo));
        Assert.Single(customer.Platform.Calls, call => Encoding.Latin1.GetString(call.Body) is var body && (body.Contains(bytes, StringComparison.Ordinal) || body.Contains(written, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task After_a_start_what_is_said_still_reaches_the_customer(string name)
    {
        await using var bench = await MessengerBench.OpenAsync(name);
        var (customer, server) = bench;
        await customer.SayAsync("My parcel never came.");
        await server.RestartAsync();
        await customer.TellAsync("I have news for you.");
        await customer.CalmAsync();

        Assert.Single(customer.Shown, text => text.Contains("I have news for you.", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Platforms_call_from_few_addresses_and_are_not_held_back(string name)
    {
        await using var bench = await MessengerBench.OpenAsync(name, ("Limits:RequestsPerMinute", "10"));
        var customer = bench.Customer;

        for (var i = 0; i < 12; i++) await customer.SayAsync($"My parcel {i} never came.");
    }
}

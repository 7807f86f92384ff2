using System.Globalization;
using System.Text;
using ComplaintBot.Channels;
using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Tests.Channels;

/// <summary>What every messenger must pass for what goes out: the rows 3, 5 to 7 and 10 of the matrix.</summary>
public sealed class MatrixOutTests
{
    private const string Complaint = "My parcel never came.";
    private const int Long = 5_000;

    public static TheoryData<string> Names => [.. Messenger.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Row_3_text_is_cut_at_the_limit_and_never_within_a_character(string name)
    {
        await using var bench = await MessengerBench.OpenAsync(name);
        var customer = bench.Customer;
        var (most, unit) = customer.Limit ?? (Long, TextUnit.Utf16Units);

        foreach (var (text, parts) in ((string, int)[])[(new('a', most), 1), (new('a', most + 1), 2), (new string('a', most - 1) + "😀", 2), (string.Concat(Enumerable.Repeat("字", (most / TextSplitter.Length("字", unit)) + 1)), 2)])
        {
            // A message of the customer's opens the window, where there is one.
            await customer.SayAsync(Complaint);
            var before = customer.Shown.Count;
            await customer.TellAsync(text);
            await customer.CalmAsync();

            var shown = customer.Shown.Skip(before).ToList();
            Assert.Equal(customer.Limit is null ? 1 : parts, shown.Count);
            Assert.Equal(text, string.Concat(shown));
            Assert.All(shown, part => Assert.True(customer.Limit is null || TextSplitter.Length(part, unit) <= most));
            Assert.All(shown, part => Assert.Equal(part, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(part))));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Row_3_a_file_goes_out_without_words(string name)
    {
        await using var bench = await MessengerBench.OpenAsync(name);
        var (customer, server) = bench;
        await customer.SayAsync(Complaint);
        var before = customer.Shown.Count(text => text.Length > 0);
        await server.Parts.Store.KeepFileAsync(customer.Key, new("f1", "label.jpg", "image/jpeg", Messenger.Photo), default);
        await customer.TellAsync(new Activity { Type = ActivityTypes.Message, Attachments = [new() { Name = "label.jpg", ContentType = "image/jpeg", ContentUrl = $"{InboundFiles.Root}/x/y/f1" }] });
        await customer.CalmAsync();

        var (bytes, written) = (Encoding.Latin1.GetString(Messenger.Photo), Convert.ToBase64String(Messenger.Photo));
        Assert.Single(customer.Platform.Calls, call => Encoding.Latin1.GetString(call.Body) is var body && (body.Contains(bytes, StringComparison.Ordinal) || body.Contains(written, StringComparison.Ordinal)));
        Assert.Equal(before, customer.Shown.Count(text => text.Length > 0));
        Assert.All(await server.Chats.LinesAsync(customer.Key, 0, 100, default), line => Assert.Null(line.Trouble));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Row_5_a_messenger_that_is_busy_is_tried_again_and_the_order_is_kept(string name)
    {
        await using var bench = await MessengerBench.OpenAsync(name);
        var customer = bench.Customer;
        await customer.SayAsync(Complaint);
        var before = customer.Shown.Count;
        customer.Refuse(Failure.Busy);
        await customer.TellAsync("a", "b");
        await customer.FailedAsync();
        Assert.Equal(before, customer.Shown.Count);
        customer.Accept();
        await customer.CalmAsync();

        Assert.Equal("a\n\nb", string.Join("\n\n", customer.Shown.Skip(before)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Row_5_a_messenger_that_names_a_time_is_left_alone_for_it(string name)
    {
        await using var bench = await MessengerBench.OpenAsync(name);
        var (customer, server) = bench;
        await customer.SayAsync(Complaint);
        var (before, tries) = (customer.Shown.Count, customer.Tries);
        customer.Refuse(Failure.Slower);
        await customer.TellAsync("a", "b");
        await customer.FailedAsync();
        customer.Accept();

        // Some seconds may have passed since it was refused, until it was seen.
        server.Clock.Advance(TimeSpan.FromSeconds(50));
        Assert.Empty(await server.Parts.Store.OutboxAsync(server.Clock.GetUtcNow(), 100, default));
        Assert.Equal(tries + 1, customer.Tries);
        await customer.CalmAsync();

        Assert.Equal("a\n\nb", string.Join("\n\n", customer.Shown.Skip(before)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Row_5_a_token_that_ends_between_two_messages_costs_neither(string name)
    {
        await using var bench = await MessengerBench.OpenAsync(name);
        var (customer, server) = bench;
        await customer.SayAsync(Complaint);
        var (before, sends) = (customer.Shown.Count, 0);
        customer.Platform.Instead = call => customer.IsSent(call) && Interlocked.Increment(ref sends) == 2 ? customer.EndToken() : null;
        var parts = Parts(customer, 2);
        await customer.TellAsync(customer.Limit is null ? parts : [string.Concat(parts)]);
        await customer.UntilAsync(async () => await customer.WaitingAsync() is var waiting && (waiting.Count == 0 || waiting.Any(line => line.Attempts > 0)));

        // Where the token has to be put right by a person, it is tried again after five minutes.
        server.Clock.Advance(TimeSpan.FromMinutes(5));
        await customer.CalmAsync();

        Assert.Equal(parts, customer.Shown.Skip(before));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Row_5_what_can_never_arrive_is_tried_once_told_at_the_desk_and_holds_up_nothing(string name)
    {
        await using var bench = await MessengerBench.OpenAsync(name);
        var (customer, server) = bench;
        await customer.SayAsync(Complaint);
        var (before, tries) = (customer.Shown.Count, customer.Tries);
        customer.Refuse(Failure.Gone);
        await customer.TellAsync("a");
        await customer.CalmAsync();
        customer.Accept();
        for (var i = 0; i < 6; i++)
        {
            server.Clock.Advance(TimeSpan.FromMinutes(10));
            await customer.CalmAsync();
        }

        Assert.Equal(tries + 1, customer.Tries);
        var line = (await server.Chats.LinesAsync(customer.Key, 0, 100, default)).Single(line => line.Line.Activity.Text == "a");
        Assert.Equal((false, "customer-gone"), (line.IsDelivered, line.Trouble));
        await customer.TellAsync("b");
        await customer.CalmAsync();
        Assert.Equal(["b"], customer.Shown.Skip(before));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Row_6_where_messages_are_counted_what_is_too_much_waits_for_the_customer_and_is_told_at_the_desk(string name)
    {
        await using var bench = await MessengerBench.OpenAsync(name);
        var (customer, server) = bench;
        foreach (var failure in (Failure[])[Failure.UsedUp, Failure.TooLate])
        {
            await customer.SayAsync(Complaint);
            var (before, words) = (customer.Shown.Count, $"late: {failure}");
            if (customer.Counts) customer.Refuse(failure);
            else server.Clock.Advance(TimeSpan.FromHours(1));
            await customer.TellAsync(words);
            if (!customer.Counts)
            {
                // Nothing is counted, so nothing waits and no window is shown.
                await customer.CalmAsync();
                Assert.Single(customer.Shown.Skip(before), words);
                Assert.Null(await server.Channels.WindowOfAsync(customer.Key, default));
                continue;
            }

            await customer.FailedAsync();
            var line = (await server.Chats.LinesAsync(customer.Key, 0, 100, default)).Single(line => line.Line.Activity.Text == words);
            Assert.Equal((false, "waits-for-customer"), (line.IsDelivered, line.Trouble));
            Assert.Equal(0, (await server.Channels.WindowOfAsync(customer.Key, default))!.Left);
            customer.Accept();
            await customer.SayAsync("Are you there?");
            Assert.Contains(customer.Shown.Skip(before), text => text.Contains(words, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Row_7_answers_to_choose_from_are_buttons_where_they_fit_and_numbers_elsewhere(string name)
    {
        await using var bench = await MessengerBench.OpenAsync(name);
        var customer = bench.Customer;
        foreach (var count in (int[])[0, 1, 3, 4, 10, 11, 13, 14])
        {
            var call = await AskAsync(customer, [.. Enumerable.Range(1, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"choice {i}"))]);
            var (buttons, lines) = (customer.ButtonsOf(call), Numbered(customer.TextOf(call)));
            Assert.Equal((count, count <= customer.MostButtons ? count : 0), (count, buttons.Count));
            Assert.Equal((count, count <= customer.MostButtons ? 0 : count), (count, lines.Count));
            if (count < 2 || buttons.Count > 0) continue;
            await customer.SayAsync("2");
            Assert.Equal("value 2", (await customer.HeardAsync())[^1].Text);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Row_7_answers_to_choose_from_stay_although_more_is_said_at_once(string name)
    {
        await using var bench = await MessengerBench.OpenAsync(name);
        var customer = bench.Customer;
        foreach (var count in (int[])[2, 14])
        {
            await customer.SayAsync(Complaint);
            var before = customer.Platform.Calls.Count;
            await customer.TellAsync(Question([.. Enumerable.Range(1, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"choice {i}"))]), Activity.Message("I am sorry for the wait."));
            await customer.CalmAsync();
            var sent = customer.Platform.Calls.Skip(before).Where(customer.IsSent).ToList();
            Assert.Equal(count, sent.Max(call => Math.Max(customer.ButtonsOf(call).Count, Numbered(customer.TextOf(call)).Count)));
            if (count <= customer.MostButtons) continue;
            await customer.SayAsync("2");
            Assert.Equal("value 2", (await customer.HeardAsync())[^1].Text);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Row_7_labels_that_are_too_long_for_a_button_are_written_in_full(string name)
    {
        await using var bench = await MessengerBench.OpenAsync(name);
        var customer = bench.Customer;
        var label = string.Concat(Enumerable.Repeat("很长的说法 ", 30)).TrimEnd();
        var call = await AskAsync(customer, label, "short");

        if (customer.MostButtons == int.MaxValue)
        {
            Assert.Equal([label, "short"], customer.ButtonsOf(call));
            return;
        }

        Assert.Empty(customer.ButtonsOf(call));
        Assert.Equal([$"1. {label}", "2. short"], Numbered(customer.TextOf(call)));
        await customer.SayAsync("2");
        Assert.Equal("value 2", (await customer.HeardAsync())[^1].Text);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Row_10_parts_keep_their_order_and_one_that_fails_holds_back_the_rest(string name)
    {
        await using var bench = await MessengerBench.OpenAsync(name);
        var customer = bench.Customer;
        await customer.SayAsync(Complaint);
        var (before, sends) = (customer.Shown.Count, 0);
        customer.Platform.Instead = call => customer.IsSent(call) && Interlocked.Increment(ref sends) > 1 ? customer.Refusal(Failure.Busy) : null;
        var parts = Parts(customer, 3);
        await customer.TellAsync([.. customer.Limit is null ? parts : [string.Concat(parts)], "after"]);
        await customer.FailedAsync();
        Assert.Equal(parts[..1], customer.Shown.Skip(before));
        customer.Accept();
        await customer.CalmAsync();

        Assert.Equal([.. parts, "after"], customer.Shown.Skip(before));
    }

    /// <summary>Texts of which each is a message of its own.</summary>
    private static string[] Parts(Messenger customer, int count) => [.. Enumerable.Range(0, count).Select(i => new string((char)('a' + i), i == count - 1 ? 10 : customer.Limit?.Most ?? 10))];

    /// <summary>Asks a question, and waits for the message it went as; the bot may be saying more of its own accord.</summary>
    private static async Task<LoopbackPlatform.Call> AskAsync(Messenger customer, params string[] labels)
    {
        await customer.SayAsync(Complaint);
        var asked = Question(labels);
        await customer.TellAsync(asked);
        await customer.CalmAsync();
        return customer.Platform.Calls.Last(call => customer.IsSent(call) && customer.TextOf(call).Contains(asked.Text!, StringComparison.Ordinal));
    }

    private static Activity Question(params string[] labels)
    {
        var asked = Activity.Message("Which one?");
        asked.SuggestedActions = new() { Actions = [.. labels.Index().Select(one => new CardAction { Type = ActionTypes.ImBack, Title = one.Item, Value = string.Create(CultureInfo.InvariantCulture, $"value {one.Index + 1}") })] };
        return asked;
    }

    /// <summary>The numbered lines of a text.</summary>
    private static List<string> Numbered(string text) => [.. text.Split('\n').Where(line => line.Length > 1 && char.IsAsciiDigit(line[0]) && line.Contains(". ", StringComparison.Ordinal))];
}

using ComplaintBot.Commands;
using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Tests.Playbooks;
using ComplaintBot.Tests.Stores;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Commands;

/// <summary>The chat in this process, where the clock can be moved and the screen be looked at.</summary>
public sealed class ChatResumeTests : IDisposable
{
    private const string Grievance = "The desk lamp I bought on Monday at the North Gate store went dark after an hour and I am fed up!";

    private readonly TempFolder folder = new();
    private readonly ManualClock clock = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_next_day_it_goes_on_with_the_same_case()
    {
        var first = await ChatAsync(false, Grievance, "that is everything");
        var number = (await StateAsync()).Case.Number;
        clock.Advance(TimeSpan.FromHours(26));

        var second = await ChatAsync(true, "it cost 45 yuan");

        Assert.Contains("This is where we were:", second, StringComparison.Ordinal);
        string[] heard = [.. first.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal) && !line.Contains("[1] ", StringComparison.Ordinal))];
        Assert.NotEmpty(heard);
        Assert.All(heard, line => Assert.Contains(line, second, StringComparison.Ordinal));
        Assert.Contains($"You  {Grievance}\n", second, StringComparison.Ordinal);
        Assert.Contains("Fern\n", second[second.IndexOf("You  it cost 45 yuan\n", StringComparison.Ordinal)..], StringComparison.Ordinal);
        var state = await StateAsync();
        Assert.NotNull(number);
        Assert.Equal((number, "45"), (state.Case.Number, state.Case.Find(FactNames.Amount)?.Value));
    }

    [Fact]
    public async Task A_conversation_that_has_expired_is_not_resumed_but_begun_anew()
    {
        await ChatAsync(false, Grievance);
        clock.Advance(TimeSpan.FromDays(91));

        var second = await ChatAsync(true);

        Assert.Contains("There is no conversation to go on with", second, StringComparison.Ordinal);
        Assert.DoesNotContain(Grievance, second, StringComparison.Ordinal);
        Assert.Contains("Fern\n", second, StringComparison.Ordinal);

        clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains("This is where we were:", await ChatAsync(true), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2", "the green one")]
    [InlineData("1", "the blue one")]
    [InlineData("3", "3")]
    [InlineData("0", "0")]
    [InlineData("2 please", "2 please")]
    public async Task A_number_picks_the_answer_that_stands_behind_it(string typed, string meant)
    {
        await AskedAsync("Which was it?", "the blue one", "the green one");

        var screen = await ChatAsync(true, typed);

        Assert.Contains("[1] the blue one  [2] the green one", screen, StringComparison.Ordinal);
        using var parts = await OpenAsync();
        Assert.Equal(meant, (await parts.Store.TranscriptAsync(Key, 0, default)).Last(line => !line.Outgoing).Activity.Text);
    }

    [Fact]
    public async Task What_a_terminal_would_obey_is_not_shown_of_the_answers_to_choose_from()
    {
        await AskedAsync("Which \e[2Jwas it?", "the \e[31mred one");

        Assert.DoesNotContain('\e', await ChatAsync(true));
    }

    [Fact]
    public async Task Colours_are_used_where_they_are_wanted_and_only_around_what_is_said()
    {
        var plain = await ChatAsync(false, Grievance);
        var coloured = await ChatAsync(true, true, null, []);

        Assert.DoesNotContain('\e', plain);
        Assert.Contains("\e[", coloured, StringComparison.Ordinal);
        Assert.Contains("\e[0m  " + Grievance, coloured, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NO_COLOR_is_honoured_whatever_the_terminal_can()
    {
        using var run = new TempFolder();
        var output = await Product.RunAsync(Product.English, ["chat", "--lang", "en", "--data", run.File("data")]);

        Assert.DoesNotContain('\e', output.Well().Output);
        Assert.False(ChatScreen.MayUseColours(redirected: false, noColor: "1", terminal: "xterm-256color"));
        Assert.False(ChatScreen.MayUseColours(redirected: false, noColor: "", terminal: "dumb"));
        Assert.False(ChatScreen.MayUseColours(redirected: false, noColor: null, terminal: null));
        Assert.False(ChatScreen.MayUseColours(redirected: true, noColor: null, terminal: "xterm"));
        Assert.True(ChatScreen.MayUseColours(redirected: false, noColor: "", terminal: "xterm"));
    }

    [Fact]
    public async Task A_chat_finishes_on_the_playbook_it_began_with_after_a_restart()
    {
        using var texts = new TempFolder();
        var files = new PlaybookFiles(texts.Path);
        var before = await ChatIn(texts.Path, false, Grievance);
        files.Rename("retail.yaml", "Wren");

        var resumed = await ChatIn(texts.Path, true, "that is everything");
        var another = await ChatIn(texts.Path, false, Grievance);

        Assert.Contains("Fern", before, StringComparison.Ordinal);
        Assert.Contains("Fern\n", resumed, StringComparison.Ordinal);
        Assert.DoesNotContain("Wren", resumed, StringComparison.Ordinal);
        Assert.Contains("Wren\n", another, StringComparison.Ordinal);
    }

    /// <summary>The conversation that was left last.</summary>
    private ConversationKey Key => new("terminal", new Bookmark(folder.File("last-chat")).Read()!.Value.Conversation);

    private async Task<ConversationState> StateAsync()
    {
        using var parts = await OpenAsync();
        return parts.Brain.Conversation.Read((await parts.Store.LoadAsync(Key, clock.GetUtcNow(), default))!.State);
    }

    /// <summary>A conversation that was left at a question with answers to choose from.</summary>
    private async Task AskedAsync(string question, params string[] answers)
    {
        new Bookmark(folder.File("last-chat")).Write("left", ["retail"]);
        using var parts = await OpenAsync();
        var asked = Activity.Message(question);
        asked.SuggestedActions = new() { Actions = [.. answers.Select(answer => CardAction.ImBack(answer))] };
        var commit = Given.Turn(new Inbound(Key, "1", Activity.Message("hello"), clock.GetUtcNow()), 0) with
        {
            State = parts.Brain.Conversation.Write(Conversation.Begin(7, Tongue.En)),
            Outgoing = [asked],
        };
        Assert.Equal(CommitOutcome.Committed, (await parts.Store.TryCommitAsync(commit, default)).Outcome);
    }

    private Task<string> ChatAsync(bool resume, params string[] lines) => ChatAsync(false, resume, null, lines);

    private Task<string> ChatIn(string playbooks, bool resume, params string[] lines) => ChatAsync(false, resume, playbooks, lines);

    private async Task<string> ChatAsync(bool colours, bool resume, string? playbooks, string[] lines)
    {
        using var parts = await OpenAsync(playbooks);
        var output = new StringWriter { NewLine = "\n" };
        var screen = new ChatScreen(output, ConsoleTexts.In(Tongue.En), colours, echoes: true, "chat --resume");
        var typed = new TypedLines(new StringReader(string.Join('\n', lines)), clock, waitsForBursts: false);
        await new ChatCommand(parts, screen, clock).RunAsync(new Site(["retail"], Tongue.En), typed, new Bookmark(folder.File("last-chat")), resume);
        return output.ToString();
    }

    private Task<Composition> OpenAsync(string? playbooks = null) => Composition.OpenAsync(folder.Path, playbooks, clock, default);
}

using ComplaintBot.Tests.Doubles;

namespace ComplaintBot.Tests.Commands;

/// <summary>The chat as a user has it: the built program in a process of its own.</summary>
public sealed class ChatTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string[] Chat(params string[] more) => ["chat", "--data", folder.File("data"), .. more];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_whole_complaint_in_Chinese_goes_through_a_pipe()
    {
        var run = (await Product.RunAsync(
            Product.Chinese, Chat("--playbook", "retail"),
            "上周六在北门店买两条毛巾，收银台算成了三条，多收26元", "就这件事", "对", "小票号 LM-3302", "我姓邱", "对", "把多收的退回来", "可以", "1", "没有了")).Well();

        Assert.Contains("投诉受理 · 榆晴百货", run.Output, StringComparison.Ordinal);
        Assert.Contains("小榆\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("您  就这件事\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("C-2", run.Output, StringComparison.Ordinal);
        Assert.Contains("[1] ", run.Output, StringComparison.Ordinal);
        Assert.Contains("都记下了", run.Output, StringComparison.Ordinal);
        Assert.Contains($"--data {folder.File("data")}", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_complaint_in_English_goes_through_a_pipe()
    {
        var run = (await Product.RunAsync(
            Product.English, Chat("--playbook", "retail", "--lang", "en"),
            "On Saturday the till at the North Gate store scanned my towels three times instead of two, 26 yuan too much", "nothing more to tell", "yes",
            "receipt LM-3302", "my name is Rowan", "yes", "just refund the difference", "yes", "5", "no")).Well();

        Assert.Contains("Complaints · Yuqing Stores", run.Output, StringComparison.Ordinal);
        Assert.Contains("Fern\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("C-2", run.Output, StringComparison.Ordinal);
        Assert.Contains("Everything is kept.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_kill_it_goes_on_where_it_stopped()
    {
        using (var first = Product.Start(Product.English, Chat("--playbook", "retail", "--lang", "en")))
        {
            await first.UntilAsync("You  ");
            await first.SayAsync("The rice cooker I bought at the North Gate store on Monday will not switch on, this is infuriating!");
            await first.UntilAsync("You  ");
            await first.KillAsync();
        }

        var run = (await Product.RunAsync(Product.English, Chat("--resume"), "that is everything")).Well();

        Assert.Contains("This is where we were:", run.Output, StringComparison.Ordinal);
        Assert.Contains("You  The rice cooker I bought at the North Gate store", run.Output, StringComparison.Ordinal);
        Assert.Contains("Complaints · Yuqing Stores", run.Output, StringComparison.Ordinal);
        var after = run.Output[run.Output.IndexOf("You  that is everything", StringComparison.Ordinal)..];
        Assert.Contains("Fern\n", after, StringComparison.Ordinal);
        Assert.Single(run.Output.Split("The rice cooker I bought at the North Gate store on Monday will not switch on, this is infuriating!")[1..]);
        Assert.DoesNotContain("Hello", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_to_resume_is_said_and_a_new_chat_begins()
    {
        var run = (await Product.RunAsync(Product.English, Chat("--resume", "--lang", "en"))).Well();

        Assert.Contains("There is no conversation to go on with", run.Output, StringComparison.Ordinal);
        Assert.Contains("Nora\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_a_terminal_would_obey_comes_out()
    {
        var run = (await Product.RunAsync(
            Product.English, Chat("--playbook", "retail", "--lang", "en"), "My \e[31mkettle\e]0;gone\a leaks \u202Eand that is bad\u009B2J", "that is all")).Well();
        var again = (await Product.RunAsync(Product.English, Chat("--resume"))).Well();

        Assert.DoesNotContain(run.Output + again.Output, c => c is '\e' or '\a' or '\u202E' or '\u009B');
        Assert.Contains("kettle", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_leaves_and_says_how_to_go_on()
    {
        using var chat = Product.Start(Product.English, Chat("--lang", "en"));
        await chat.UntilAsync("You  ");

        await chat.SignalAsync("INT");
        var run = await chat.RestAsync();

        Assert.Equal((0, ""), (run.Code, run.Errors));
        Assert.Contains("chat --resume", run.Output, StringComparison.Ordinal);
    }
}

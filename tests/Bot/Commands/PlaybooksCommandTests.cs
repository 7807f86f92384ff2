using ComplaintBot.Tests.Doubles;
using ComplaintBot.Tests.Playbooks;

namespace ComplaintBot.Tests.Commands;

public sealed class PlaybooksCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_playbooks_that_come_with_the_product_are_well()
    {
        var run = (await Product.RunAsync(["playbooks", "check"])).Well();

        Assert.Contains("retail", run.Output, StringComparison.Ordinal);
        Assert.Contains("procurement", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_planted_mistake_is_listed_with_its_file_and_line()
    {
        var files = new PlaybookFiles(folder.Path);
        var manner = files.Replace("general.yaml", "manner: warm", "manner: frosty");
        var offset = files.Append("retail.yaml", "no_such_key: 1");

        var run = await Product.RunAsync(["playbooks", "check", folder.Path]);

        Assert.Equal(1, run.Code);
        Assert.Contains($"general.yaml:{manner}:", run.Output, StringComparison.Ordinal);
        Assert.Contains("frosty", run.Output, StringComparison.Ordinal);
        Assert.Contains($"retail.yaml:{offset}:", run.Output, StringComparison.Ordinal);
        Assert.Contains("no_such_key", run.Output, StringComparison.Ordinal);
        Assert.Equal("", run.Errors);
    }

    [Fact]
    public async Task One_file_is_checked_together_with_those_it_builds_on()
    {
        var files = new PlaybookFiles(folder.Path);
        var own = folder.File("retail.yaml");
        var good = await Product.RunAsync(["playbooks", "check", own]);
        var line = files.Append("retail.yaml", "no_such_key: 1");
        var bad = await Product.RunAsync(["playbooks", "check", own]);

        good.Well();
        Assert.Equal(1, bad.Code);
        Assert.Contains($"retail.yaml:{line}:", bad.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_playbook_is_shown_in_outline_in_the_language_of_the_terminal()
    {
        var english = (await Product.RunAsync(Product.English, ["playbooks", "show", "retail"])).Well();
        var chinese = (await Product.RunAsync(Product.Chinese, ["playbooks", "show", "retail"])).Well();

        Assert.StartsWith("retail", english.Output, StringComparison.Ordinal);
        Assert.Contains("severity", english.Output, StringComparison.Ordinal);
        Assert.Contains("严重程度", chinese.Output, StringComparison.Ordinal);
        Assert.Equal(english.Lines.Length, chinese.Lines.Length);
    }

    [Fact]
    public async Task What_a_terminal_would_obey_is_not_shown_of_a_playbook()
    {
        var files = new PlaybookFiles(folder.Path);
        files.Rename("retail.yaml", "Evil\\e[2J");

        var run = (await Product.RunAsync(["playbooks", "show", "retail", "--playbooks", folder.Path])).Well();
        var chat = (await Product.RunAsync(["chat", "--playbook", "retail", "--lang", "en", "--playbooks", folder.Path, "--data", folder.File("data")])).Well();

        Assert.Contains("Evil", run.Output + chat.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', run.Output + chat.Output);
    }
}

namespace ComplaintBot.Tests.Commands;

public sealed class HelpTests
{
    [Theory]
    [InlineData("--help", "chat", "converse", "understand", "playbooks", "--playbooks")]
    [InlineData("chat --help", "--playbook", "--lang", "--resume", "--data")]
    [InlineData("converse --help", "JSON")]
    [InlineData("seed --help", "--data", "--people")]
    [InlineData("understand --help", "--playbook")]
    [InlineData("playbooks --help", "check", "show")]
    [InlineData("channels --help", "check")]
    [InlineData("channels check --help", "<name>")]
    [InlineData("health --help", "[<address>]")]
    [InlineData("playbooks check --help", "[<path>]")]
    public async Task Help_is_in_the_language_of_the_terminal_and_names_every_option(string arguments, params string[] names)
    {
        var chinese = (await Product.RunAsync(Product.Chinese, arguments.Split(' '))).Well().Output;
        var english = (await Product.RunAsync(Product.English, arguments.Split(' '))).Well().Output;

        Assert.All(names, name => Assert.Contains(name, chinese, StringComparison.Ordinal));
        Assert.All(names, name => Assert.Contains(name, english, StringComparison.Ordinal));
        Assert.Contains(chinese, IsChinese);
        Assert.DoesNotContain(english, IsChinese);
    }

    [Theory]
    [InlineData("chat --louder")]
    [InlineData("converse --bogus")]
    [InlineData("understand --playbook")]
    [InlineData("playbooks show")]
    [InlineData("sing")]
    public async Task What_is_no_option_ends_with_a_sentence(string arguments)
    {
        var run = await Product.RunAsync(arguments.Split(' '));

        Assert.NotEqual(0, run.Code);
        Assert.NotEqual("", run.Errors.Trim());
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chat --lang fr", "fr", "zh-Hans")]
    [InlineData("chat --playbook no-such", "no-such", "retail")]
    [InlineData("converse --playbooks no-such-folder", "no-such-folder", "*.yaml")]
    [InlineData("playbooks check no-such-file.yaml", "no-such-file.yaml", "*.yaml")]
    [InlineData("playbooks show no-such", "no-such", "retail")]
    [InlineData("chat --data notes.txt", "notes.txt", "folder")]
    public async Task A_mistake_is_told_in_one_sentence_with_what_would_do(string arguments, string wrong, string right)
    {
        using var folder = new Doubles.TempFolder();
        await File.WriteAllTextAsync(folder.File("notes.txt"), "not a folder");
        string[] words = [.. arguments.Split(' ').Select(word => word == "notes.txt" ? folder.File(word) : word)];
        if (words[0] == "chat" && !words.Contains("--data")) words = [.. words, "--data", folder.File("data")];

        var run = await Product.RunAsync(words);

        Assert.Equal(1, run.Code);
        Assert.Contains(wrong, run.Errors, StringComparison.Ordinal);
        Assert.Contains(right, run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.Trim().Split('\n'));
    }

    private static bool IsChinese(char c) => c is >= '\u4E00' and <= '\u9FFF';
}

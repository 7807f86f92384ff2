using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Dialogs.Tests.Runtime;

public sealed class ReadmeTests
{
    [Fact]
    public void The_example_books_a_table()
    {
        string stored = "[]";

        Assert.Equal("A table under what name?", Say("hello"));
        Assert.Equal("For how many?", Say("Ann"));
        Assert.Equal("From 1 to 12, please.", Say("50"));
        Assert.Equal("""[{"id":"booking","step":"done","state":{"Name":"Ann"}},{"id":"seats","state":{"attempts":1,"prompt":"For how many?","retry":"From 1 to 12, please."}}]""", stored);
        Assert.Equal("Ann, a table for 5. See you!", Say("5"));
        Assert.Equal("[]", stored);

        string? Say(string text)
        {
            (stored, var answers) = BookingBot.Turn(stored, Activity.Message(text), Talk.Noon);
            return Assert.Single(answers).Text;
        }
    }

    [Fact]
    public void The_code_in_the_readme_is_the_code_that_runs()
    {
        string root = Root();
        string code = Between(File.ReadAllText(Path.Combine(root, "tests", "Dialogs", "Runtime", "ReadmeBot.cs")), "// <example>\n", "// </example>");
        string readme = Between(File.ReadAllText(Path.Combine(root, "dialogs", "Runtime", "README.md")), "```csharp\n", "```");

        Assert.Equal(code, readme);
    }

    private static string Between(string text, string start, string end)
    {
        int from = text.IndexOf(start, StringComparison.Ordinal);
        int to = from < 0 ? -1 : text.IndexOf(end, from + start.Length, StringComparison.Ordinal);
        Assert.True(to >= 0, $"There is no {start.Trim()} … {end}.");
        return text[(from + start.Length)..to];
    }

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "ComplaintBot.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("ComplaintBot.sln is in no folder above the tests.");
    }
}

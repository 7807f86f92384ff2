using ComplaintBot.Dialogs.Playbooks;

namespace ComplaintBot.Dialogs.Tests.Playbooks;

/// <summary>What the README of playbooks shows is true.</summary>
public sealed class PlaybookReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Checkout(), "dialogs", "Playbooks", "README.md"));

    private static readonly string Example = Readme.Split("```yaml\n")[1].Split("```")[0];

    [Fact]
    public void Its_example_is_a_valid_playbook() => Assert.Empty(Read(Example).Errors);

    [Fact]
    public void Its_message_is_what_the_reader_says()
    {
        var error = Assert.Single(Read(Example.Replace("needed: [bouquet]", "needed: [boquet]", StringComparison.Ordinal)).Errors);

        Assert.Contains($"\n    {error}\n", Readme, StringComparison.Ordinal);
    }

    private static PlaybookReading Read(string text) =>
        PlaybookReader.Read([new PlaybookSource("florist.yaml", text), .. ShippedPlaybookTests.Sources().Where(source => source.File == "general.yaml")]);

    private static string Checkout()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ComplaintBot.sln")))
            folder = Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar)) ?? throw new InvalidOperationException("The tests do not run inside the checkout.");
        return folder;
    }
}

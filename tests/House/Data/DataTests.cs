using ComplaintBot.House.Source;

namespace ComplaintBot.House.Data;

public sealed class DataTests
{
    private const string Scripts = """
        {"id":"a","customer":[{"say":"伞骨断了一根。我要换新伞"},{"when":"offer","say":"The umbrella broke, twice. Really"},{"when":"end"}]}
        {"id":"b","customer":[{"say":"好的，谢谢"}]}
        """;

    [Fact]
    public void No_sentence_of_a_scripted_customer_stands_in_the_product()
    {
        var (offences, sentences) = DataGuard.Offences(Repository.Tree);

        Verdict.Clean(offences);
        Assert.True(sentences > 0 || !Repository.Tree.HasFolder("tests/data"), $"{DataGuard.Scripts} holds no sentence to look for.");
    }

    [Theory]
    [InlineData("examples: [伞骨断了一根]", "伞骨断了一根")]
    [InlineData("examples: [\"the umbrella broke\n  twice!\"]", "the umbrella broke twice")]
    public void A_planted_sentence_is_reported(string text, string sentence) =>
        Assert.Contains($"dialogs/Playbooks/a.yaml holds '{sentence}' of {DataGuard.Scripts}.", DataGuard.Offences(Planted(text)).Offences);

    [Theory]
    [InlineData("[断了一根伞骨, 好的，谢谢]")]
    [InlineData("[bathe umbrella broke twice, the umbrella broke twicely, Really]")]
    public void Other_sentences_and_very_short_ones_are_not_reported(string text) =>
        Verdict.Clean(DataGuard.Offences(Planted(text)).Offences);

    [Fact]
    public void Missing_scripts_are_reported_once_there_is_a_folder_for_them()
    {
        Verdict.Reports(DataGuard.Offences(SourceTree.Of(("tests/data/README.md", ""))).Offences, "is missing");
        Verdict.Clean(DataGuard.Offences(SourceTree.Of(("tests/README.md", ""))).Offences);
    }

    private static SourceTree Planted(string text) => SourceTree.Of((DataGuard.Scripts, Scripts), ("dialogs/Playbooks/a.yaml", text));
}

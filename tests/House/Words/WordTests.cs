using ComplaintBot.House.Source;

namespace ComplaintBot.House.Words;

public sealed class WordTests
{
    [Fact]
    public void No_file_holds_a_word_it_should_not() => Verdict.Clean(WordGuard.Offences(Repository.Tree));

    [Theory]
    [InlineData("bot/A.cs", "// TO|DO: later")]
    [InlineData("dialogs/Phrases/a.en.yaml", "a: b # FIX|ME")]
    [InlineData("bot/Web/a.ts", "/* HA|CK */")]
    [InlineData("bot/A.cs", "throw new NotImplemented|Exception();")]
    [InlineData("bot/A.cs", "    #reg|ion Private parts")]
    [InlineData("README.md", "cd /ho|me/me/bot")]
    [InlineData("tests/data/a.jsonl", "{\"path\":\"/wo|rk/main\"}")]
    [InlineData("README.md", "C:\\Use|rs\\me")]
    [InlineData("bot/Web/package-lock.json", "\"resol|ved\": \"https://host.example/a.tgz\"")]
    [InlineData("bot/Web/.npmrc", "registry=https://regis|try.example/npm/")]
    [InlineData("nuget.config", "<add key=\"feed\" va|lue=\"https://host.example/feed\" />")]
    [InlineData("README.md", "https://host.example/v3/in|dex.json")]
    public void A_planted_word_is_reported(string path, string halves) =>
        Verdict.Reports(WordGuard.Offences(Planted(path, halves)), $"{path}:2");

    [Theory]
    [InlineData("bot/A.cs", "var todo = hacks; // a to-do list")]
    [InlineData("README.md", "https://example.org/home/page and deploy/home/a and ~/home/x")]
    [InlineData("bot/Web/package-lock.json", "\"resolved\": \"../shared\"")]
    [InlineData("tests/data/a.jsonl", "{\"say\":\"what a HA|CK\"}")]
    public void A_harmless_word_is_not_reported(string path, string halves) => Verdict.Clean(WordGuard.Offences(Planted(path, halves)));

    private static SourceTree Planted(string path, string halves) =>
        SourceTree.Of((path, $"first line\n{halves.Replace("|", "", StringComparison.Ordinal)}\n"));
}

using ComplaintBot.Dialogs.Phrases;

namespace ComplaintBot.Dialogs.Tests.Phrases;

public sealed class PhraseReaderTests
{
    [Fact]
    public void The_shipped_files_have_no_mistakes() => Assert.Empty(MistakesOf(PhraseBook.Shipped()));

    [Fact]
    public void Every_stage_has_its_pair_of_files()
    {
        var files = PhraseBook.Shipped().Select(source => source.File).ToList();

        Assert.NotEmpty(files);
        Assert.Equal(
            files.Where(file => file.EndsWith(".en.yaml", StringComparison.Ordinal)).Select(file => file.Replace(".en.", ".zh-Hans.")),
            files.Where(file => file.EndsWith(".zh-Hans.yaml", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("vent.en.yaml", "heard:", "heart:", "heart: is no known situation.")]
    [InlineData("vent.en.yaml", "heard:", "heart:", "heard: has no English.")]
    [InlineData("vent.zh-Hans.yaml", "heard:", "heart:", "heard: has no Chinese.")]
    [InlineData("vent.en.yaml", "    - \"Got that. Go on.\"\n    - \"Noted, please carry on.\"\n    - \"That's written down.\"\n", "", "heard: has 7 variants, needs 8.")]
    [InlineData("progress.en.yaml", "  short:\n    - \"The case number, please.\"\n", "", "status-which: has 0 short forms, needs 1 to 3.")]
    [InlineData("progress.en.yaml", "The case number, please.", "Case {number}, please.", "uses {number}; known here: none.")]
    [InlineData("progress.en.yaml", "Done: {what}, with {proof}.", "Done: {what}.", "leaves out {proof}.")]
    [InlineData("progress.en.yaml", "Done: {what}, with {proof}.", "Done: {what}, {what}, {proof}.", "uses a placeholder twice.")]
    [InlineData("progress.en.yaml", "Done: {what}, with {proof}.", "Done: {what, with {proof}.", "has no placeholder name in '{what, with {proof}'.")]
    [InlineData("progress.en.yaml", "Done: {what}, with {proof}.", "Done: {what}, with {proof.", "has a '{' without '}'.")]
    [InlineData("progress.en.yaml", "Done: {what}, with {proof}.", "Done: what}, with {proof}.", "has a '}' without '{'.")]
    [InlineData("progress.en.yaml", "\"Done: {what}, with {proof}.\"", "[nested]", "'short' has an entry without text")]
    [InlineData("progress.en.yaml", "status-which:\n  use: bot\n", "status-which:\n  use: bot agent\n", "status-which: 'use' differs between the languages.")]
    [InlineData("progress.en.yaml", "status-which:\n  use: bot\n", "status-which:\n  use: robot\n", "'use' must be 'bot', 'agent' or 'bot agent', found 'robot'.")]
    [InlineData("progress.en.yaml", "status-which:\n  use: bot\n", "status-which:\n  use: bot\n  tone: warm\n", "has an unknown key 'tone'; known: use, say, short.")]
    [InlineData("progress.en.yaml", "status-which:", "status-which: {", "progress.en.yaml:")]
    [InlineData("vent.en.yaml", "heard:", "still-there:", "is no YAML")]
    public void A_planted_mistake_is_named(string file, string good, string bad, string expected)
    {
        var sources = Planted(file, good, bad);

        Assert.Contains(MistakesOf(sources), mistake => mistake.Contains(expected));
    }

    [Fact]
    public void A_situation_in_two_files_of_one_language_is_a_mistake()
    {
        var again = new PhraseSource("again.en.yaml", "status-which: { use: bot, say: [a, b, c, d], short: [e] }");

        Assert.Contains(MistakesOf(PhraseBook.Shipped().Append(again)), mistake => mistake.EndsWith("stands in two files of one language.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("phrases.yaml", "heard: {}", "must end in .zh-Hans.yaml or .en.yaml")]
    [InlineData("x.en.yaml", "- heard", "must be one map of situations")]
    [InlineData("x.en.yaml", "", "must be one map of situations")]
    [InlineData("x.en.yaml", "heard: go on", "heard: must be a map with use, say and short")]
    [InlineData("x.en.yaml", "heard: { say: go on }", "'say' must be a list")]
    public void A_file_of_another_shape_is_a_mistake(string file, string text, string expected) =>
        Assert.Contains(MistakesOf(PhraseBook.Shipped().Append(new PhraseSource(file, text))), mistake => mistake.Contains(expected));

    [Fact]
    public void All_mistakes_are_listed_at_once_in_the_message()
    {
        var sources = Planted("progress.en.yaml", "status-which:", "status-that:").Append(new PhraseSource("odd.yaml", ""));

        var thrown = Assert.Throws<PhraseBookException>(() => PhraseBook.From(sources, text => text));

        Assert.Equal(3, thrown.Mistakes.Count);
        Assert.All(thrown.Mistakes, mistake => Assert.Contains(mistake, thrown.Message));
    }

    [Fact]
    public void Without_any_file_every_situation_is_missing() =>
        Assert.Equal(Enum.GetValues<Situation>().Length, MistakesOf([]).Count(mistake => mistake.EndsWith(": is missing.", StringComparison.Ordinal)));

    private static List<PhraseSource> Planted(string file, string good, string bad)
    {
        var sources = PhraseBook.Shipped().ToList();
        var at = sources.FindIndex(source => source.File == file);
        Assert.Contains(good, sources[at].Text);
        sources[at] = sources[at] with { Text = sources[at].Text.Replace(good, bad) };
        return sources;
    }

    private static IReadOnlyList<string> MistakesOf(IEnumerable<PhraseSource> sources)
    {
        var reader = new PhraseReader();
        foreach (var source in sources) reader.Read(source);
        reader.CheckCompleteness();
        return reader.Mistakes;
    }
}

using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Language.Cues;

namespace ComplaintBot.Dialogs.Tests.Language.Cues;

/// <summary>The format of the word lists.</summary>
public sealed class PhraseReaderTests
{
    [Theory]
    [InlineData("[bad]\n太差", "真是太差了", "太差")]
    [InlineData("[bad]\n{太/好}{差/烂}", "好烂", "好烂")]
    [InlineData("[bad]\n太{/过}差", "太差", "太差")]
    [InlineData("[bad]\n$how = 太/好\n{$how}差", "好差", "好差")]
    [InlineData("[bad]\n叫~来", "叫你们店长来", "叫你们店长来")]
    [InlineData("[bad]\n答应~~没", "答应昨天打来，现在还没", "答应昨天打来,现在还没")]
    [InlineData("[bad]\nrefund*", "it was refunded late", "refunded")]
    [InlineData("[bad]\ndon't work", "they DONT   work", "dont   work")]
    [InlineData("[bad]\n转人工", "转 人工", "转 人工")]
    [InlineData("[bad]\n看不見，", "看不见，怎么办", "看不见,")]
    public void A_phrase_is_found(string list, string text, string expected)
    {
        var found = Find(list, text);
        Assert.Equal(expected, Assert.Single(found));
    }

    [Theory]
    [InlineData("[bad]\nrefund", "it was refunded late")]
    [InlineData("[bad]\nfine", "the queue at confined hours")]
    [InlineData("[bad]\n叫~来", "叫你们店长，来不来随便")]
    [InlineData("[bad]\n叫~来", "叫你们那个一直在后面躲着不见人的店长来")]
    [InlineData("[bad]\n答应~~没", "答应了。还没到")]
    [InlineData("[bad]\n^好$", "好几个人")]
    [InlineData("[bad]\n^好$", "我觉得好")]
    [InlineData("[bad]\n=是", "是，没错")]
    [InlineData("[bad]\n差\n- 差不多", "差不多了")]
    public void A_phrase_is_not_found(string list, string text) => Assert.Empty(Find(list, text));

    [Theory]
    [InlineData("嗯，好的吧")]
    [InlineData("好的！")]
    [InlineData("那个人是谁，好的")]
    public void Anchors_pass_over_fillers_and_particles(string text) => Assert.NotEmpty(Find("[bad]\n^好$", text));

    [Theory]
    [InlineData("差", "x.txt:1: a phrase before the first section")]
    [InlineData("[bad]\n\n{差/烂", "x.txt:3: '{差/烂' has no closing bracket")]
    [InlineData("[bad]\n{$who}差", "x.txt:2: no set '$who'")]
    [InlineData("[bad]\n{/差}", "x.txt:2: '{/差}' may be empty")]
    public void A_mistake_names_its_file_and_line(string list, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => PhraseReader.Read("x.txt", list)).Message);

    [Fact]
    public void An_unknown_section_is_a_mistake() =>
        Assert.StartsWith("x.txt:1: No Cue 'angry'.", Assert.Throws<FormatException>(() => PhraseReader.Read("x.txt", "[angry]\n差")).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_cue_has_phrases_in_the_lists_that_ship()
    {
        var texts = typeof(LexiconSet).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("Lexicons.cues-", StringComparison.Ordinal)).ToList();
        Assert.Equal(17, texts.Count);
        var cues = texts.SelectMany(name => PhraseReader.Read(name, Resource(name))).Where(phrase => !phrase.Except).Select(phrase => phrase.Cue).ToHashSet();
        Assert.Empty(Enum.GetValues<Cue>().Except(cues));
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(LexiconSet).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static List<string> Find(string list, string text)
    {
        var normalized = ComplaintBot.Dialogs.Language.Script.NormalizedText.From(text).Text;
        var cues = new CueFinder(PhraseReader.Read("x.txt", list)).Find(normalized);
        var words = new List<string>();
        foreach (var hit in cues.All) words.Add(normalized.Substring(hit.Start, hit.Length));
        return words;
    }
}

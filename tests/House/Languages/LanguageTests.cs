using ComplaintBot.House.Source;

namespace ComplaintBot.House.Languages;

public sealed class LanguageTests
{
    private const string Chinese = "greeting: 您好，{name}。\nfarewell:\n  warm: [再见, 慢走]\n";
    private const string English = "greeting: Hello {name}.\nfarewell:\n  warm: [Goodbye]\n";

    [Fact]
    public void What_the_bot_says_is_there_in_both_languages()
    {
        var (offences, compared) = LanguageGuard.Pairs(Repository.Tree, "dialogs/Phrases");

        Verdict.Clean(offences);
        Assert.True(compared > 0, "dialogs/Phrases holds no pair of *.zh-Hans.yaml and *.en.yaml.");
    }

    [Fact]
    public void What_playbooks_say_is_there_in_both_languages()
    {
        var (offences, compared) = LanguageGuard.Twins(Repository.Tree, "dialogs/Playbooks");

        Verdict.Clean(offences);
        Assert.True(compared > 0, "dialogs/Playbooks holds no text with zh and en.");
    }

    [Fact]
    public void What_the_commands_say_is_there_in_both_languages() =>
        Verdict.Clean(LanguageGuard.Pairs(Repository.Tree, "bot/Commands").Offences);

    [Fact]
    public void What_the_channels_say_is_there_in_both_languages() =>
        Verdict.Clean(LanguageGuard.Pairs(Repository.Tree, "bot/Channels").Offences);

    [Fact]
    public void Complete_files_are_counted_and_not_reported()
    {
        var (offences, compared) = Pairs(Chinese, English);

        Verdict.Clean(offences);
        Assert.Equal(2, compared);
    }

    [Theory]
    [InlineData("{name}", "name", "has the placeholders")]
    [InlineData("farewell:", "parting:", "lacks farewell.warm")]
    [InlineData("[Goodbye]", "[]", "is empty in English")]
    [InlineData("[Goodbye]", "['']", "is empty in English")]
    [InlineData("[Goodbye]", "[再见, 慢走]", "is Chinese in both languages")]
    [InlineData("farewell:", "greeting:", "uplicate key")]
    public void A_planted_gap_in_the_english_phrases_is_reported(string complete, string broken, string offence) =>
        Assert.Contains(
            Pairs(Chinese, English.Replace(complete, broken, StringComparison.Ordinal)).Offences,
            o => o.Contains(offence, StringComparison.Ordinal));

    [Fact]
    public void A_planted_gap_in_the_chinese_phrases_is_reported() =>
        Verdict.Reports(Pairs("greeting: 您好，{name}。", English).Offences, "a.zh-Hans.yaml", "lacks farewell.warm");

    [Fact]
    public void A_planted_file_without_its_twin_is_reported() =>
        Verdict.Reports(
            LanguageGuard.Pairs(SourceTree.Of(("dialogs/Phrases/a.en.yaml", English)), "dialogs/Phrases").Offences,
            "a.zh-Hans.yaml is missing");

    [Theory]
    [InlineData("name: { zh: 餐饮, en: Catering }", "")]
    [InlineData("name: { zh: 餐饮 }", "lacks en")]
    [InlineData("steps: [ { text: { en: Sit down } } ]", "lacks zh")]
    [InlineData("name: { zh: '', en: Catering }", "is empty in Chinese")]
    [InlineData("name: { zh: ['菜冷'], en: [] }", "is empty in English")]
    [InlineData("name: { zh: '{hours} 小时内', en: 'Within {hours} hours' }", "")]
    [InlineData("name: { zh: '{hours} 小时内', en: 'Soon' }", "has the placeholders [{hours}] in Chinese and [] in English")]
    [InlineData("name: [", "a.yaml:2")]
    public void A_planted_gap_in_a_playbook_is_reported(string yaml, string offence)
    {
        var (offences, _) = LanguageGuard.Twins(SourceTree.Of(("dialogs/Playbooks/a.yaml", yaml)), "dialogs/Playbooks");

        if (offence.Length == 0)
            Verdict.Clean(offences);
        else
            Verdict.Reports(offences, offence);
    }

    [Fact]
    public void Nothing_to_compare_counts_as_nothing_compared()
    {
        Assert.Equal(0, LanguageGuard.Pairs(SourceTree.Of(), "dialogs/Phrases").Compared);
        Assert.Equal(0, LanguageGuard.Twins(SourceTree.Of(), "dialogs/Playbooks").Compared);
    }

    private static (List<string> Offences, int Compared) Pairs(string chinese, string english) =>
        LanguageGuard.Pairs(
            SourceTree.Of(("dialogs/Phrases/a.zh-Hans.yaml", chinese), ("dialogs/Phrases/a.en.yaml", english)),
            "dialogs/Phrases");
}

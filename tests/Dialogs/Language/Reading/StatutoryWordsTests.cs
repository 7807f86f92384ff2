using ComplaintBot.Dialogs.Language.Reading;
using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Tests.Policy;

namespace ComplaintBot.Dialogs.Tests.Language.Reading;

public sealed class StatutoryWordsTests
{
    [Fact]
    public void Of_several_claims_the_one_that_the_playbook_names_first_is_quoted_as_it_was_written()
    {
        Assert.Equal("十倍赔償", StatutoryWords.Of(TestPlaybooks.Bakery).Find(NormalizedText.From("TEN times the price，假一赔十，要十倍赔償！")));
        Assert.Equal("Ten Times THE price", StatutoryWords.Of(TestPlaybooks.Bakery).Find(NormalizedText.From("I want Ten Times THE price")));
        Assert.Null(StatutoryWords.Of(TestPlaybooks.Bakery).Find(NormalizedText.From("ten times")));
    }

    [Fact]
    public void The_claims_of_every_playbook_are_those_that_a_plain_search_finds()
    {
        var random = new Random(13);
        foreach (var playbook in Given.Shipped.All.Append(TestPlaybooks.Bakery))
        {
            string[] words = [.. playbook.Laws.SelectMany(law => law.Words.Zh.Concat(law.Words.En))];
            for (var round = 0; round < 200; round++)
            {
                var text = NormalizedText.From(string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Any(random, words))));
                Assert.Equal(Plain(text, words), StatutoryWords.Of(playbook).Find(text));
            }
        }
    }

    // Whole words in either case, words that are cut off, and what stands between.
    private static string Any(Random random, string[] words)
    {
        var word = words.Length == 0 ? "" : words[random.Next(words.Length)];
        return random.Next(4) switch { 0 => word, 1 => word.ToUpperInvariant(), 2 => word[..(word.Length / 2)], _ => "，我要 " };
    }

    private static string? Plain(NormalizedText text, string[] words)
    {
        foreach (var word in words)
            if (text.Text.IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var at) return text.Original(at, word.Length);
        return null;
    }
}

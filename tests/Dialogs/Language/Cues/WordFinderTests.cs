using ComplaintBot.Dialogs.Language.Cues;

namespace ComplaintBot.Dialogs.Tests.Language.Cues;

public sealed class WordFinderTests
{
    [Fact]
    public void Every_place_is_found_that_a_plain_search_finds_and_no_other()
    {
        var random = new Random(3);
        for (var round = 0; round < 2_000; round++)
        {
            // Few letters, so that words stand inside each other and are cut off at the end.
            string[] words = [.. Enumerable.Range(0, random.Next(0, 12)).Select(_ => Any(random, 1, 5)).Distinct()];
            var text = Any(random, 0, 60);
            Assert.Equal(Plain(text, words), Found(text, words));
        }
    }

    [Theory]
    [InlineData("operation rat", "rat@3 rat@10")]
    [InlineData("ratrat", "rat@0 rat@3")]
    [InlineData("在店里吃的店", "店@1 店里@1 店@5")]
    [InlineData("ra", "")]
    [InlineData("", "")]
    public void Places_come_in_the_order_of_the_text(string text, string places)
    {
        string[] words = ["rat", "店", "店里"];
        Assert.Equal(places, string.Join(' ', Found(text, words).Select(place => $"{words[place.Word]}@{place.Start}")));
    }

    private static List<(int Word, int Start)> Found(string text, string[] words)
    {
        var places = new List<(int, int)>();
        foreach (var place in new WordFinder(words).In(text)) places.Add(place);
        return places;
    }

    private static IEnumerable<(int Word, int Start)> Plain(string text, string[] words) =>
        from start in Enumerable.Range(0, text.Length)
        from word in Enumerable.Range(0, words.Length)
        where text.AsSpan(start).StartsWith(words[word], StringComparison.Ordinal)
        orderby start, words[word].Length
        select (word, start);

    private static string Any(Random random, int least, int most) => new([.. Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => "ab的坏 \0\ud83d"[random.Next(7)])]);
}

using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Language.Categories;
using ComplaintBot.Dialogs.Language.Cues;
using ComplaintBot.Dialogs.Tests.Policy;

namespace ComplaintBot.Dialogs.Tests.Language.Categories;

public sealed class HeadSplitterTests
{
    private static readonly string[] Pieces = [";", "另外", "还有", "also ", "and another thing, ", "蛋糕坏了", "it is broken ", "，", "。", " ", "a"];

    [Fact]
    public void A_text_is_split_where_a_walk_over_every_place_splits_it()
    {
        var random = new Random(21);
        for (var round = 0; round < 500; round++)
        {
            var cues = LexiconSet.Default.Finder.Find(string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ => Pieces[random.Next(Pieces.Length)])));
            for (var from = 0; from <= cues.Text.Length; from++) Assert.Equal(Walk(cues, from), HeadSplitter.Next(cues, from));
        }
    }

    [Fact]
    public void A_letter_of_a_thousand_parts_costs_little_more_than_one_of_a_single_part()
    {
        const int Times = 1_000;
        Assert.InRange(Cost("收到的东西是坏的;", Times), 1, 3 * Cost("收到的东西是坏的，", Times) / 2);
    }

    [Fact]
    public void Each_part_of_a_very_long_letter_is_known_by_how_it_begins()
    {
        var venting = string.Concat(Enumerable.Repeat("真的太让人失望了，一次又一次，没有人管。", 70));
        var heads = Read.Message($"鞋子穿了两天就开胶了，质量太差。{venting};退款一直没到账，说好三天。{venting}", playbooks: Given.Shipped["retail"]).Heads;
        Assert.Equal(["goods-quality", "process"], heads.Select(head => head.Category));
    }

    private static long Cost(string part, int times)
    {
        var text = string.Concat(Enumerable.Repeat(part, times));
        Assert.NotEmpty(Read.Message(text, playbooks: Given.Shipped["retail"]).Heads);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read.Message(text, playbooks: Given.Shipped["retail"]);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static int Walk(FoundCues cues, int from)
    {
        for (var at = from + 1; at < cues.Text.Length - 1; at++)
        {
            if (cues.Text[at] == ';') return at + 1;
            if (HeadSplitter.StartsMatter(cues, at) && at > from + 1) return at;
        }
        return -1;
    }
}

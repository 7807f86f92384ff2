using ComplaintBot.Dialogs.Language.Script;

namespace ComplaintBot.Dialogs.Tests.Language.Script;

public sealed class KeyFilterTests
{
    private const int Keys = 5_000;

    [Fact]
    public void A_key_that_was_added_is_never_missed()
    {
        var filter = Filter();
        Assert.All(Enumerable.Range(0, Keys), key => Assert.True(filter.MayHold((ulong)key * 7)));
    }

    [Fact]
    public void Most_keys_that_were_not_added_are_told_apart()
    {
        var filter = Filter();
        Assert.InRange(Enumerable.Range(0, Keys).Count(key => filter.MayHold(((ulong)key << 16) + 3)), 0, Keys / 5);
    }

    [Fact]
    public void A_filter_for_no_keys_holds_none() => Assert.False(new KeyFilter(0).MayHold(0));

    private static KeyFilter Filter()
    {
        var filter = new KeyFilter(Keys);
        for (var key = 0; key < Keys; key++) filter.Add((ulong)key * 7);
        return filter;
    }
}

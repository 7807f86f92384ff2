using ComplaintBot.Dialogs.Cases;

namespace ComplaintBot.Dialogs.Tests.Cases;

public sealed class EventDataTests
{
    [Fact]
    public void Of_two_pairs_with_the_same_name_the_last_one_stands_at_the_place_of_the_first()
    {
        var data = new EventData(("answer", "thinking"), ("kind", "refund"), ("answer", "accepted"), ("words", "好"), ("answer", "declined"));

        Assert.Equal(3, data.Count);
        Assert.Equal("declined", data["answer"]);
        Assert.Equal([new("answer", "declined"), new("kind", "refund"), new("words", "好")], data);
        Assert.Equal(["answer", "kind", "words"], data.Keys);
        Assert.Equal(["declined", "refund", "好"], data.Values);
    }

    [Fact]
    public void A_name_is_known_as_it_is_written_only()
    {
        var data = new EventData(("kind", "refund"));

        Assert.True(data.TryGetValue("kind", out var kind));
        Assert.Equal("refund", kind);
        Assert.False(data.ContainsKey("Kind"));
        Assert.Throws<KeyNotFoundException>(() => data["Kind"]);
    }
}

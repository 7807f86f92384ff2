using ComplaintBot.Dialogs.Playbooks;
using static ComplaintBot.Dialogs.Tests.Playbooks.PlaybookTexts;

namespace ComplaintBot.Dialogs.Tests.Playbooks;

public sealed class PlaybookShelfTests
{
    private static readonly PlaybookSource Broken = new("base.yaml", Planted("manner: warm", "manner: hot\nzebra: 1").Text);

    [Fact]
    public void The_first_load_must_succeed_and_tells_all_mistakes_one_a_line()
    {
        var shelf = new PlaybookShelf();

        var exception = Assert.Throws<PlaybookException>(() => shelf.Replace([Broken]));

        Assert.Equal(2, exception.Errors.Count);
        Assert.Equal(
            ["base.yaml:11: found 'hot' at manner, expected one of warm, neutral", "base.yaml:12: found the key 'zebra'"],
            exception.Message.Split('\n').Select(line => line.Split(", expected one of playbook")[0]));
        Assert.Throws<InvalidOperationException>(() => shelf.Current);
    }

    [Fact]
    public void A_later_load_with_a_mistake_keeps_the_last_good_one()
    {
        var shelf = new PlaybookShelf();
        shelf.Replace([BaseSource]);
        var good = shelf.Current;

        var reading = shelf.Replace([Broken]);

        Assert.Equal(2, reading.Errors.Count);
        Assert.Same(good, shelf.Current);
    }

    [Fact]
    public void A_replaced_playbook_is_still_found_by_its_fingerprint()
    {
        var shelf = new PlaybookShelf();
        shelf.Replace([BaseSource, ChildSource]);
        var before = shelf.Current["child"];

        shelf.Replace([BaseSource, ChildSource with { Text = Child + "# newer\n" }]);

        Assert.NotEqual(before.Fingerprint, shelf.Current["child"].Fingerprint);
        Assert.Same(before, shelf.ByFingerprint(before.Fingerprint));
        Assert.Same(shelf.Current["child"], shelf.ByFingerprint(shelf.Current["child"].Fingerprint));
        Assert.Null(shelf.ByFingerprint("000000000000"));
    }

    [Fact]
    public void An_archived_playbook_is_found_by_its_fingerprint_only()
    {
        var first = new PlaybookShelf();
        first.Replace([BaseSource, ChildSource]);
        var archived = first.Current.SourcesOf(first.Current["child"]);
        var shelf = new PlaybookShelf();
        shelf.Replace([BaseSource]);

        Assert.Empty(shelf.Archive(archived).Errors);

        Assert.Equal("child", shelf.ByFingerprint(first.Current["child"].Fingerprint)!.Id);
        Assert.Null(shelf.Current.Find("child"));
    }

    [Fact]
    public void An_archived_text_with_a_mistake_adds_nothing()
    {
        var shelf = new PlaybookShelf();
        shelf.Replace([BaseSource]);

        Assert.NotEmpty(shelf.Archive([Broken]).Errors);

        Assert.NotNull(shelf.ByFingerprint(shelf.Current["base"].Fingerprint));
    }

    [Fact]
    public void Readers_see_a_whole_set_while_writers_replace_it()
    {
        var shelf = new PlaybookShelf();
        shelf.Replace([BaseSource, ChildSource]);
        PlaybookSource[][] versions = [[BaseSource, ChildSource], [BaseSource with { Text = Base + "# b\n" }, ChildSource]];

        Parallel.For(0, 24, i =>
        {
            if (i % 4 == 0)
                shelf.Replace(versions[i / 4 % 2]);
            var set = shelf.Current;
            Assert.Equal(2, set.All.Count);
            Assert.Same(set["child"], set.ByFingerprint(set["child"].Fingerprint));
            Assert.NotNull(shelf.ByFingerprint(set["child"].Fingerprint));
        });
    }
}

using ComplaintBot.Dialogs.Playbooks;
using static ComplaintBot.Dialogs.Tests.Playbooks.PlaybookTexts;

namespace ComplaintBot.Dialogs.Tests.Playbooks;

public sealed class PlaybookSetTests
{
    private static readonly PlaybookSet Both = Read(BaseSource, ChildSource).Playbooks!;

    [Fact]
    public void Playbooks_are_found_by_id_and_fingerprint()
    {
        Assert.Equal(["base", "child"], Both.All.Select(playbook => playbook.Id));
        Assert.Same(Both["child"], Both.Find("child"));
        Assert.Same(Both["child"], Both.ByFingerprint(Both["child"].Fingerprint));
        Assert.Null(Both.Find("cinema"));
        Assert.Null(Both.ByFingerprint("000000000000"));
    }

    [Fact]
    public void An_unknown_id_names_those_that_exist() =>
        Assert.Equal("No playbook 'cinema'. Known: base, child.", Assert.Throws<KeyNotFoundException>(() => Both["cinema"]).Message);

    [Fact]
    public void A_fingerprint_is_twelve_hexadecimal_digits_and_always_the_same()
    {
        var again = Read(ChildSource, BaseSource).Playbooks!;

        Assert.Matches("^[0-9a-f]{12}$", Both["child"].Fingerprint);
        Assert.NotEqual(Both["base"].Fingerprint, Both["child"].Fingerprint);
        Assert.Equal(Both["child"].Fingerprint, again["child"].Fingerprint);
    }

    [Fact]
    public void A_fingerprint_changes_with_the_file_and_with_its_parent()
    {
        var grown = Read(new PlaybookSource("base.yaml", Base + "# a remark\n"), ChildSource).Playbooks!;
        var changed = Read(BaseSource, new PlaybookSource("child.yaml", Child + "\n")).Playbooks!;

        Assert.NotEqual(Both["base"].Fingerprint, grown["base"].Fingerprint);
        Assert.NotEqual(Both["child"].Fingerprint, grown["child"].Fingerprint);
        Assert.NotEqual(Both["child"].Fingerprint, changed["child"].Fingerprint);
        Assert.Equal(Both["base"].Fingerprint, changed["base"].Fingerprint);
    }

    [Fact]
    public void The_name_of_a_file_is_no_part_of_the_fingerprint() =>
        Assert.Equal(Both["base"].Fingerprint, Read(new PlaybookSource("elsewhere.yaml", Base)).Playbooks!["base"].Fingerprint);

    [Fact]
    public void The_sources_of_a_playbook_make_it_again()
    {
        var sources = Both.SourcesOf(Both["child"]);

        Assert.Equal([ChildSource, BaseSource], sources);
        Assert.Equal(Both["child"].Fingerprint, PlaybookReader.Read(sources).Playbooks!["child"].Fingerprint);
        Assert.Equal([BaseSource], Both.SourcesOf(Both["base"]));
    }

    [Fact]
    public void A_playbook_of_another_set_has_no_sources_here() =>
        Assert.Throws<KeyNotFoundException>(() => Read(BaseSource).Playbooks!.SourcesOf(Both["child"]));
}

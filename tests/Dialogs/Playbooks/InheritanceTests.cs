using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;
using static ComplaintBot.Dialogs.Tests.Playbooks.PlaybookTexts;

namespace ComplaintBot.Dialogs.Tests.Playbooks;

public sealed class InheritanceTests
{
    private static Playbook Inherited(string text = Child) => Set(text)["child"];

    private static PlaybookSet Set(string text)
    {
        var reading = Read(new PlaybookSource("child.yaml", text), BaseSource);
        Assert.Empty(reading.Errors);
        return reading.Playbooks!;
    }

    [Fact]
    public void Maps_merge_key_by_key()
    {
        var child = Inherited();

        Assert.Equal("HKD", child.Identity.Currency);
        Assert.Equal("Asia/Shanghai", child.Identity.TimeZone);
        Assert.Equal((new TimeOnly(9, 0), new TimeOnly(22, 0)), (child.Identity.Hours.Open, child.Identity.Hours.Close));
        Assert.Equal(new LocalizedText("账单", "the bill"), child.Facts["amount"].Label);
        Assert.Equal(FactType.Money, child.Facts["amount"].Type);
        Assert.Equal(Severity.Major, child.Triggers[Trigger.Press].Severity);
    }

    [Fact]
    public void Lists_are_replaced() => Assert.Equal(["legal"], Inherited().Triggers[Trigger.Press].Tell);

    [Fact]
    public void A_text_in_two_languages_is_one_value()
    {
        var reading = Read(BaseSource, new PlaybookSource("child.yaml", Child.Replace("label: { zh: 账单, en: the bill }", "label: { zh: 账单 }", StringComparison.Ordinal)));

        Assert.Equal("child.yaml:13: found no 'facts.amount.label.en', expected the text in English", Assert.Single(reading.Errors).ToString());
    }

    [Fact]
    public void The_categories_a_child_names_are_all_it_has() => Assert.Equal(["money", "dish"], Inherited().Categories.Keys);

    [Fact]
    public void A_category_of_the_same_name_takes_from_the_parent_what_it_leaves_out()
    {
        var money = Inherited().Categories["money"];

        Assert.Equal(Severity.Minor, money.Severity);
        Assert.Equal("金额", money.Name.Zh);
        Assert.Equal(2, money.Ladder.Count);
    }

    [Fact]
    public void A_child_without_categories_has_its_parents()
    {
        var child = Inherited(Child[..Child.IndexOf("categories:", StringComparison.Ordinal)]);

        Assert.Equal(["service", "money"], child.Categories.Keys);
    }

    [Fact]
    public void The_name_is_not_inherited()
    {
        var reading = Read(BaseSource, new PlaybookSource("child.yaml", Child.Replace("name: { zh: 小馆, en: small restaurants }\n", "", StringComparison.Ordinal)));

        Assert.Equal("no 'name'", Assert.Single(reading.Errors).Found);
    }

    [Fact]
    public void A_grandchild_inherits_through_its_parent()
    {
        var grandchild = new PlaybookSource("grandchild.yaml", "playbook: grandchild\nextends: child\nname: { zh: 食堂, en: canteens }\nidentity: { country: HK }\n");

        var playbook = Read(grandchild, ChildSource, BaseSource).Playbooks!["grandchild"];

        Assert.Equal(("HK", "HKD"), (playbook.Identity.Country, playbook.Identity.Currency));
        Assert.Equal(["money", "dish"], playbook.Categories.Keys);
        Assert.Equal("账单", playbook.Facts["amount"].Label.Zh);
    }

    [Fact]
    public void The_bot_may_grant_first_what_the_childs_own_currency_allows()
    {
        var reading = Read(BaseSource, new PlaybookSource("child.yaml", Child.Replace("kind: redo, ", "kind: redo, value: { fixed: 31 }, ", StringComparison.Ordinal)));

        Assert.Contains(reading.Errors, error => error.Expected == "at most 30, what the bot may grant");
    }

    [Fact]
    public void An_unknown_parent_is_told_with_the_nearest()
    {
        var reading = Read(BaseSource, new PlaybookSource("child.yaml", Child.Replace("extends: base", "extends: bsae", StringComparison.Ordinal)));

        Assert.Equal("child.yaml:2: found 'bsae' at extends, expected a playbook that is there: 'base'", Assert.Single(reading.Errors).ToString());
    }

    [Fact]
    public void A_parent_that_cannot_be_read_is_the_only_mistake()
    {
        var reading = Read(new PlaybookSource("base.yaml", "playbook: base\n\tx"), ChildSource);

        Assert.Equal("base.yaml", Assert.Single(reading.Errors).File);
    }

    [Fact]
    public void A_circle_of_parents_is_told_to_each()
    {
        var reading = Read(
            new PlaybookSource("a.yaml", "playbook: a\nextends: b\n"),
            new PlaybookSource("b.yaml", "playbook: b\nextends: c\n"),
            new PlaybookSource("c.yaml", "playbook: c\nextends: a\n"),
            new PlaybookSource("d.yaml", "playbook: d\nextends: d\n"));

        Assert.Equal(4, reading.Errors.Count);
        Assert.Equal("a.yaml:2: found 'b' at extends, expected a chain that does not come back: a → b → c → a", reading.Errors[0].ToString());
    }

    [Fact]
    public void A_chain_of_nine_parents_is_refused()
    {
        var chain = Enumerable.Range(1, 9).Select(i => new PlaybookSource($"p{i}.yaml", $"playbook: p{i}\nextends: {(i == 1 ? "base" : $"p{i - 1}")}\nname: {{ zh: 某, en: some }}\n"));

        var error = Assert.Single(Read([BaseSource, .. chain]).Errors);

        Assert.Equal(("p9.yaml", 2, "at most 8 parents in a row"), (error.File, error.Line, error.Expected));
    }

    [Fact]
    public void Two_files_with_one_id_are_refused()
    {
        var error = Assert.Single(Read(BaseSource, new PlaybookSource("copy.yaml", Base)).Errors);

        Assert.Equal("copy.yaml:1: found 'base' at playbook, expected an id that base.yaml has not too", error.ToString());
    }

    [Fact]
    public void A_mistake_of_the_parent_is_told_once_however_many_inherit_it()
    {
        var broken = Planted("  abuse: { priority: 2 }\n", "  abuse: { priority: 9 }\n").Text.Replace("  country: CN\n", "", StringComparison.Ordinal);
        var other = Child.Replace("playbook: child", "playbook: other", StringComparison.Ordinal);

        var errors = Read(new PlaybookSource("base.yaml", broken), ChildSource, new PlaybookSource("other.yaml", other)).Errors;

        Assert.Equal(["no 'identity.country'", "the number 9 at triggers.abuse.priority"], errors.Select(error => error.Found));
        Assert.All(errors, error => Assert.Equal("base.yaml", error.File));
    }
}

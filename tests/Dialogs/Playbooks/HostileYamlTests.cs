using System.Text;
using ComplaintBot.Dialogs.Playbooks;
using static ComplaintBot.Dialogs.Tests.Playbooks.PlaybookTexts;

namespace ComplaintBot.Dialogs.Tests.Playbooks;

/// <summary>A file may come from a stranger: it ends in a message, never in a crash, a hang or gigabytes.</summary>
public sealed class HostileYamlTests
{
    [Theory]
    [InlineData("playbook: base\nname: &n { zh: 一, en: one }\n", 2, "the anchor '&n'")]
    [InlineData("playbook: base\nmanner: *m\n", 2, "the alias '*m'")]
    [InlineData("playbook: base\n<<: *m\n", 2, "the alias '*m'")]
    [InlineData("playbook: !!str base\n", 1, "the tag 'tag:yaml.org,2002:str'")]
    [InlineData("playbook: base\nname: !System.IO.FileInfo { zh: 一, en: one }\n", 2, "the tag '!System.IO.FileInfo'")]
    [InlineData("playbook: base\n? [a, b]\n: c\n", 2, "a list as a key")]
    [InlineData("playbook: base\n---\nplaybook: other\n", 2, "a second document")]
    [InlineData("- playbook\n- base\n", 1, "a list")]
    [InlineData("just words\n", 1, "'just words'")]
    [InlineData("", 1, "an empty file")]
    [InlineData("# only a comment\n", 1, "an empty file")]
    [InlineData("playbook: base\nname:\n\tzh: 一\n", 3, "a tab as indentation")]
    [InlineData("playbook: base\nname: 'never closed\n\n", 2, "YAML that cannot be read")]
    [InlineData("playbook: base\nname: { zh: 一, en: one\nmanner: warm\n", 2, "a list or map that is not closed")]
    [InlineData("playbook: base\nname: a: b\n", 2, "YAML that cannot be read")]
    [InlineData("playbook: base\n}\n", 2, "YAML that cannot be read")]
    public void What_playbooks_do_not_use_of_YAML_is_refused_with_its_line(string text, int line, string found)
    {
        var errors = Read(new PlaybookSource("x.yaml", text)).Errors;

        Assert.Contains(errors, error => error.Line == line && error.Found.Contains(found, StringComparison.Ordinal));
    }

    [Fact]
    public void Ten_levels_of_ten_aliases_are_not_multiplied()
    {
        var bomb = new StringBuilder("playbook: base\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i <= 10; i++)
            bomb.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");

        var before = GC.GetAllocatedBytesForCurrentThread();
        var errors = Read(new PlaybookSource("bomb.yaml", bomb.ToString())).Errors;

        Assert.Equal(11, errors.Count(error => error.Found.Contains("anchor", StringComparison.Ordinal)));
        Assert.Contains(errors, error => error.Found == "the alias '*a9'" && error.Line == 12);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void A_hundred_thousand_levels_are_refused_at_the_seventeenth(string level)
    {
        var text = "playbook: base\nname: " + (level.StartsWith('-') || level.StartsWith('?') ? "\n " : "") + string.Concat(Enumerable.Repeat(level, 100_000));

        var error = Assert.Single(Read(new PlaybookSource("deep.yaml", text)).Errors);

        Assert.Contains("more than 16 levels", error.Found, StringComparison.Ordinal);
        Assert.InRange(error.Line, 2, 3);
    }

    [Fact]
    public void A_file_above_512_kB_is_refused_unread()
    {
        var text = Base + "#" + new string('字', 175_000);

        var error = Assert.Single(Read(new PlaybookSource("big.yaml", text)).Errors);

        Assert.Equal((1, "at most 524,288"), (error.Line, error.Expected));
    }

    [Fact]
    public void A_huge_text_is_refused_and_not_repeated_in_the_message()
    {
        var error = OnlyError("zh: 通用", "zh: " + new string('长', 100_000));

        Assert.Equal("at most 2000 characters", error.Expected);
        Assert.InRange(error.Found.Length, 1, 100);
    }

    [Fact]
    public void Two_hundred_mistakes_are_told_and_the_rest_counted()
    {
        var text = Base + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"zzz{i}: 1\n"));

        var errors = Read(new PlaybookSource("base.yaml", text)).Errors;

        Assert.Equal(201, errors.Count);
        Assert.Contains(errors, error => error.Found == "4800 more mistakes");
    }

    [Fact]
    public void A_mark_of_byte_order_is_no_part_of_the_first_key() =>
        Assert.Empty(Read(new PlaybookSource("base.yaml", "\uFEFF" + Base)).Errors);

    [Fact]
    public void Lines_may_end_as_on_Windows() =>
        Assert.Empty(Read(new PlaybookSource("base.yaml", Base.Replace("\n", "\r\n", StringComparison.Ordinal))).Errors);

    [Fact]
    public void A_file_cut_anywhere_is_refused_without_an_exception()
    {
        for (var length = 0; length < Base.Length - 40; length += 97)
            Assert.NotEmpty(Read(new PlaybookSource("cut.yaml", Base[..length])).Errors);
    }

    [Fact]
    public void A_file_with_one_character_changed_is_read_or_refused_but_never_throws()
    {
        const string Marks = "{}[]:,\"'-#&*!|>%@`?\n\t 0";
        for (var at = 0; at < Base.Length; at += 41)
        {
            var reading = Read(new PlaybookSource("changed.yaml", Base[..at] + Marks[at % Marks.Length] + Base[(at + 1)..]));
            Assert.Equal(reading.Errors.Count == 0, reading.Playbooks is not null);
            Assert.All(reading.Errors, error => Assert.InRange(error.Line, 1, Base.Count(c => c == '\n') + 2));
        }
    }
}

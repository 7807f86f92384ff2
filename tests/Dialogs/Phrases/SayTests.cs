using System.Text.Json;
using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Vocabulary;
using FsCheck;
using FsCheck.Fluent;

namespace ComplaintBot.Dialogs.Tests.Phrases;

public sealed class SayTests
{
    private static readonly Config Replayable = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20261119, 7);
    private static readonly Situation[] Spoken = [.. Enum.GetValues<Situation>().Where(situation => Line.Book.Variants(situation, Tongue.En, forAgents: false).Count > 0)];

    [Fact]
    public void Nothing_is_said_twice_in_a_conversation_before_the_bot_falls_silent() => Prop.ForAll<int, int[], bool>((seed, picks, english) =>
    {
        var speech = new Speech { Seed = seed, Tongue = english ? Tongue.En : Tongue.ZhHans };
        var values = TypicalValues.In(speech.Tongue);
        var heard = new HashSet<string>();
        foreach (var pick in picks)
        {
            var situation = Spoken[(int)((uint)pick % Spoken.Length)];
            for (var time = 0; time < 3; time++)
            {
                if (Line.Book.Say(situation, speech, values) is { } line && !heard.Add(line)) return false;
            }
        }
        return true;
    }).Check(Replayable);

    [Fact]
    public void Every_variant_is_said_once_then_the_short_forms_then_nothing() => Prop.ForAll<int, int>((seed, pick) =>
    {
        var situation = Spoken[(int)((uint)pick % Spoken.Length)];
        var speech = new Speech { Seed = seed };
        var set = Line.Book.SetOf(situation, Tongue.ZhHans);
        var said = Enumerable.Range(0, set.Say.Count + set.Short.Count).Select(_ => Line.Book.Say(situation, speech, TypicalValues.In(Tongue.ZhHans))).ToList();
        var expected = set.Say.Select(template => template.Fill(TypicalValues.In(Tongue.ZhHans))).ToHashSet();
        return expected.SetEquals(said.Take(set.Say.Count)!)
            && set.Short.Select(template => template.Fill(TypicalValues.In(Tongue.ZhHans))).SequenceEqual(said.Skip(set.Say.Count)!)
            && Line.Book.Say(situation, speech, TypicalValues.In(Tongue.ZhHans)) is null;
    }).Check(Replayable);

    [Fact]
    public void The_seed_decides_the_first_variant_and_all_of_them_come_up()
    {
        var first = Enumerable.Range(0, 200).Select(seed => Line.Book.Say(Situation.Heard, new Speech { Seed = seed })).ToList();

        Assert.Equal(Line.Book.Variants(Situation.Heard, Tongue.ZhHans, forAgents: false).Order(), first.Distinct().Order());
        Assert.Equal(first, Enumerable.Range(0, 200).Select(seed => Line.Book.Say(Situation.Heard, new Speech { Seed = seed })));
    }

    [Fact]
    public void A_second_use_with_other_values_takes_another_variant()
    {
        var speech = new Speech { Seed = 5, Tongue = Tongue.En };

        var first = Line.Book.Say(Situation.NextHead, speech, new PhraseArgument("what", "the bill"));
        var second = Line.Book.Say(Situation.NextHead, speech, new PhraseArgument("what", "the soup"));

        Assert.NotEqual(first!.Replace("the bill", "the soup"), second);
    }

    [Fact]
    public void A_line_said_by_others_counts_as_said()
    {
        var speech = new Speech { Tongue = Tongue.En };
        foreach (var variant in Line.Book.Variants(Situation.LetPass, Tongue.En, forAgents: false)) Assert.True(speech.TryClaim(variant.ToUpperInvariant()));

        Assert.Equal("Right, onward.", Line.Book.Say(Situation.LetPass, speech));
    }

    [Fact]
    public void What_was_said_survives_storing()
    {
        var speech = new Speech { Seed = -3, Tongue = Tongue.ZhHant };
        var heard = new HashSet<string?>();
        for (var time = 0; time < 5; time++) Assert.True(heard.Add(Line.Book.Say(Situation.Heard, speech)));

        var stored = JsonSerializer.Serialize(speech);
        var woken = JsonSerializer.Deserialize<Speech>(stored)!;

        Assert.Equal(stored, JsonSerializer.Serialize(woken));
        Assert.Equal((speech.Seed, speech.Tongue, 5), (woken.Seed, woken.Tongue, woken.Uses[Situation.Heard]));
        Assert.Equal(Line.Book.Say(Situation.Heard, speech), Line.Book.Say(Situation.Heard, woken));
        while (Line.Book.Say(Situation.Heard, woken) is { } line) Assert.True(heard.Add(line));
        Assert.Equal(Line.All.Count(line => line is { Situation: Situation.Heard, Tongue: Tongue.ZhHans }), heard.Count + 1);
    }

    [Fact]
    public void Traditional_script_is_made_of_the_filled_simplified_line()
    {
        var book = PhraseBook.Load(text => text.Replace('说', '說').Replace('现', '現').Replace('汤', '湯'));
        var speech = new Speech { Tongue = Tongue.ZhHant };

        var lines = new List<string>();
        while (book.Say(Situation.NextHead, speech, new PhraseArgument("what", "汤")) is { } line) lines.Add(line);

        Assert.All(lines, line => Assert.Contains("湯", line));
        Assert.Contains("現在說另一件：湯。", lines);
        Assert.Contains("現在說另一件：{what}。", book.Variants(Situation.NextHead, Tongue.ZhHant, forAgents: false));
    }

    [Fact]
    public void A_missing_value_is_the_caller_s_mistake_and_names_the_placeholder()
    {
        var thrown = Assert.Throws<ArgumentException>(() => Line.Book.Say(Situation.NextHead, new Speech()));

        Assert.Contains("'what'", thrown.Message);
    }

    [Fact]
    public void The_bot_refuses_to_say_what_only_people_say() =>
        Assert.Throws<ArgumentException>(() => Line.Book.Say(Situation.WouldFeelTheSame, new Speech()));

    [Fact]
    public void Variants_are_offered_to_those_who_may_say_them()
    {
        Assert.Empty(Line.Book.Variants(Situation.Score, Tongue.En, forAgents: true));
        Assert.NotEmpty(Line.Book.Variants(Situation.Score, Tongue.En, forAgents: false));
        Assert.NotEmpty(Line.Book.Variants(Situation.StaysWithMe, Tongue.En, forAgents: true));
        Assert.Contains("嗯，我在听。", Line.Book.Variants(Situation.Heard, Tongue.ZhHant, forAgents: true));
    }

    [Fact]
    public void A_line_without_placeholders_costs_no_string()
    {
        var first = Line.Book.Say(Situation.Heard, new Speech { Tongue = Tongue.En });
        var second = Line.Book.Say(Situation.Heard, new Speech { Tongue = Tongue.En });

        Assert.Same(first, second);
    }
}

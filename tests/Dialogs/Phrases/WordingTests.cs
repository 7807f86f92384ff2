using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Vocabulary;
using static ComplaintBot.Dialogs.Phrases.Situation;

namespace ComplaintBot.Dialogs.Tests.Phrases;

public sealed class WordingTests
{
    private static readonly Situation[] OnlyForPeople = [WouldFeelTheSame, StaysWithMe, BringInSuperior, EndAfterBoundary, PersonTakes, HeldUntil, CallPromised];

    public static TheoryData<string> Rules => [.. WordingRules.All.Keys];

    public static TheoryData<string, Situation, Tongue, string> Offenders => new()
    {
        { "a yes says that the record is right, or that somebody is hurt", ReadBack, Tongue.ZhHans, "我的记录是：{summary}。有要改的地方吗？" },
        { "a yes says that the record is right, or that somebody is hurt", SafetyQuestion, Tongue.En, "Are you safe now?" },
        { "no turning word", RegretExperience, Tongue.ZhHans, "很抱歉，但我来处理。" },
        { "no turning word", RegretExperience, Tongue.En, "I'm sorry, but I'm on it." },
        { "no banned word", AlreadyTold, Tongue.ZhHans, "你的意思我懂。" },
        { "no banned word", RegretExperience, Tongue.ZhHans, "给您带来不便，我来处理。" },
        { "no banned word", DoneWithProof, Tongue.En, "We've refunded {what}, see {proof}." },
        { "no exclamation mark", Heard, Tongue.ZhHans, "好的！" },
        { "no exclamation mark", Heard, Tongue.En, "Noted!" },
        { "no emoji, tilde or particle", Heard, Tongue.ZhHans, "好的哦。" },
        { "no emoji, tilde or particle", Heard, Tongue.En, "Noted ☺." },
        { "no doubled character", GoOn, Tongue.ZhHans, "您慢慢讲，还有吗？" },
        { "contractions in English", Heard, Tongue.En, "I am listening." },
        { "short enough", Offer, Tongue.ZhHans, "在反复商量、逐项比较并请示了所有相关的同事以后，我们大家一致认为可以{offer}，您看这样合适吗？" },
        { "short enough", Heard, Tongue.En, string.Join(' ', Enumerable.Repeat("word", 41)) + "." },
        { "reads well when filled", CaseOpened, Tongue.ZhHans, "编号{number}，{due}前回您。" },
        { "reads well when filled", CaseOpened, Tongue.En, "case {number}, by {due}." },
        { "reads well when filled", ClarifyPolitely, Tongue.ZhHans, "请问：{question}？？" },
        { "a question where something is asked", SafetyQuestion, Tongue.En, "Tell me whether you're safe." },
        { "no question where something is told", Heard, Tongue.ZhHans, "是吗？" },
        { "quotation marks around quotations", HeardInOwnWords, Tongue.En, "You said {what}." },
        { "says that it is automated and a person can be had", Opening, Tongue.ZhHans, "您好，我是{assistant}，请讲。" },
        { "says that it is automated and a person can be had", WhoAmI, Tongue.En, "I'm {assistant}, an automated assistant." },
        { "apologises in so many words", PromiseBroken, Tongue.ZhHans, "{promise}改到{due}。" },
        { "regret comes with an action", RegretExperience, Tongue.En, "I'm so sorry." },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_phrase_keeps_the_rule(string rule)
    {
        var breaches = Line.All.Select(line => (line, wrong: WordingRules.All[rule](line))).Where(found => found.wrong is not null).ToList();

        Assert.True(breaches.Count == 0, string.Join(Environment.NewLine, breaches.Select(found => $"{found.line} -> {found.wrong}")));
    }

    [Theory]
    [MemberData(nameof(Offenders))]
    public void A_planted_offender_is_reported(string rule, Situation situation, Tongue tongue, string text) =>
        Assert.NotNull(WordingRules.All[rule](new Line(situation, tongue, text, IsShort: false)));

    [Fact]
    public void Every_rule_has_a_planted_offender() =>
        Assert.Equal(WordingRules.All.Keys.Order(), Offenders.Select(row => (string)((object[])row)[0]).Distinct().Order());

    [Fact]
    public void No_two_wordings_of_the_book_are_alike() => Assert.Empty(Alike(Line.All));

    [Fact]
    public void Two_wordings_that_differ_only_in_their_closing_mark_are_alike() =>
        Assert.Single(Alike([new Line(Heard, Tongue.En, "I'm listening.", false), new Line(StillThere, Tongue.En, "I'm  Listening", true)]));

    [Fact]
    public void Short_forms_are_shorter_than_the_variants_on_average() => Assert.Empty(
        from line in Line.All
        group line by (line.Situation, line.Tongue) into lines
        let usual = lines.Where(line => !line.IsShort).Average(line => line.Text.Length)
        from line in lines
        where line.IsShort && line.Text.Length >= usual
        select line.ToString());

    [Fact]
    public void Only_people_say_what_claims_a_person_s_feeling_or_rank() => Assert.Equal(
        OnlyForPeople,
        Enum.GetValues<Situation>().Where(situation => Line.Book.Variants(situation, Tongue.ZhHans, forAgents: false).Count == 0));

    [Fact]
    public void Both_languages_have_words_for_every_situation()
    {
        foreach (var situation in Enum.GetValues<Situation>())
        {
            foreach (var tongue in (Tongue[])[Tongue.ZhHans, Tongue.En])
            {
                var variants = Line.All.Count(line => line.Situation == situation && line.Tongue == tongue && !line.IsShort);
                Assert.True(variants >= Math.Max(3, SituationRules.Of(situation).AtLeast), situation.Id());
            }
        }
    }

    [Fact]
    public void Chinese_stands_in_the_Chinese_files_and_English_in_the_English_ones() => Assert.Empty(
        Line.All.Where(line => line.IsChinese != line.Text.Any(character => character is >= '\u4e00' and <= '\u9fff')).Select(line => line.ToString()));

    [Fact]
    public void Every_placeholder_in_use_has_a_usual_value()
    {
        var used = Line.All.SelectMany(line => Placeholders(line.Text)).Distinct().Order();

        Assert.Equal(TypicalValues.Names.Order(), used);
    }

    private static IReadOnlyList<string> Placeholders(string text) => PhraseTemplate.TryParse(text, out var template, out _) ? template.Placeholders : [];

    private static IEnumerable<string> Alike(IEnumerable<Line> lines) =>
        lines.GroupBy(line => LineHash.Of(line.Text)).Where(group => group.Count() > 1).Select(group => string.Join(" = ", group));
}

using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Phrases;

public sealed class OverrideTests
{
    [Theory]
    [InlineData(Tongue.ZhHans, "这里登记投诉。", "请陈述。")]
    [InlineData(Tongue.En, "Complaints are registered here.", "Please state it.")]
    public void A_playbook_s_own_phrases_win_in_both_languages_and_nothing_common_follows(Tongue tongue, string first, string second)
    {
        var speech = new Speech
        {
            Tongue = tongue,
            Playbook = PlaybookWith(("opening", new LocalizedList(["这里登记投诉。", "请陈述。"], ["Complaints are registered here.", "Please state it."]))),
        };

        string?[] said = [Line.Book.Say(Situation.Opening, speech), Line.Book.Say(Situation.Opening, speech)];

        Assert.Equal([first, second], said.Order().OrderBy(line => line != first));
        Assert.Null(Line.Book.Say(Situation.Opening, speech));
    }

    [Fact]
    public void What_the_playbook_does_not_say_is_said_in_the_common_words()
    {
        var speech = new Speech { Playbook = PlaybookWith(("opening", new LocalizedList(["这里登记投诉。"], ["Complaints are registered here."]))) };

        Assert.Contains(Line.Book.Say(Situation.Heard, speech), Line.Book.Variants(Situation.Heard, Tongue.ZhHans, forAgents: false));
    }

    [Fact]
    public void Wrong_phrases_of_a_playbook_are_listed_and_never_said()
    {
        var playbook = PlaybookWith(
            ("opining", new LocalizedList(["甲。"], ["A."])),
            ("heard", new LocalizedList(["听到{what}。"], ["Noted {what."])),
            ("next-head", new LocalizedList(["下面。", "来说{what}。"], [])));
        var speech = new Speech { Playbook = playbook };

        var mistakes = Line.Book.MistakesOf(playbook);

        Assert.Contains("catering: phrases.opining is no known situation.", mistakes);
        Assert.Contains("catering: phrases.heard: \"听到{what}。\" uses {what}; known here: none.", mistakes);
        Assert.Contains("catering: phrases.heard: \"Noted {what.\" has a '{' without '}'.", mistakes);
        Assert.Contains("catering: phrases.next-head: \"下面。\" leaves out {what}.", mistakes);
        Assert.Contains("catering: phrases.next-head has no usable wording in en.", mistakes);
        Assert.Contains(Line.Book.Say(Situation.Heard, speech), Line.Book.Variants(Situation.Heard, Tongue.ZhHans, forAgents: false));
        Assert.Equal("来说汤。", Line.Book.Say(Situation.NextHead, speech, new PhraseArgument("what", "汤")));
    }

    [Fact]
    public void A_playbook_without_phrases_of_its_own_has_no_mistakes() => Assert.Empty(Line.Book.MistakesOf(PlaybookWith()));

    private static Playbook PlaybookWith(params (string Situation, LocalizedList Texts)[] phrases)
    {
        var text = new LocalizedText("餐饮", "restaurants");
        return new Playbook
        {
            Id = "catering",
            Fingerprint = "000000000000",
            Name = text,
            Identity = null!,
            Categories = new Dictionary<string, Category>(),
            Facts = new Dictionary<string, FactDefinition>(),
            Authority = null!,
            Thresholds = null!,
            Triggers = new Dictionary<Trigger, TriggerRule>(),
            Clocks = new Dictionary<string, Clock>(),
            Safety = new Dictionary<Trigger, SafetyAdvice>(),
            Phrases = phrases.ToDictionary(phrase => phrase.Situation, phrase => phrase.Texts),
        };
    }
}

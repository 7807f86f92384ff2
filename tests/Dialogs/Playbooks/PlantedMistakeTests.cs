using ComplaintBot.Dialogs.Playbooks;
using static ComplaintBot.Dialogs.Tests.Playbooks.PlaybookTexts;

namespace ComplaintBot.Dialogs.Tests.Playbooks;

/// <summary>One mistake at a time in a good playbook: it is told alone, with its line, what stands there and what should.</summary>
public sealed class PlantedMistakeTests
{
    /// <summary>In keys and texts, as a schema can see too. In each row: what stands in the good text, what is put there, what the message says was found and was expected.</summary>
    public static TheoryData<string, string, string, string> InKeysAndTexts { get; } = new()
    {
        // keys and kinds of value
        { "manner: warm", "maner: warm", "the key 'maner'", "'manner'" },
        { "manner: warm", "zebra: warm", "the key 'zebra'", "one of playbook, extends, name" },
        { "severity: minor", "severety: minor\n    severity: minor", "the key 'severety' in categories.service", "'severity'" },
        { "manner: warm", "manner: [warm]", "a list at manner", "one of warm, neutral" },
        { "manner: warm", "manner:", "nothing at manner", "one of warm, neutral" },
        { "thresholds: { furious_messages: 2 }", "thresholds: 5", "the number 5 at thresholds", "a map" },
        { "facts: { needed: [place], useful: [seat] }", "facts: { needed: place, useful: [seat] }", "'place' at categories.service.facts.needed", "a list" },
        // names
        { "playbook: base", "playbook: Base One", "'Base One' at playbook", "the playbook's id in kebab-case" },
        { "  service:\n", "  Service:\n", "the key 'Service' in categories", "kebab-case" },
        { "written-reply: 5d", "written_reply: 5d", "the key 'written_reply' in clocks", "kebab-case" },
        { "id: threefold", "id: Three Fold", "'Three Fold' at laws[1].id", "kebab-case" },
        // texts
        { "zh: 通用, en: everything", "zh: 通用", "no 'name.en'", "the text in English" },
        { "zh: 通用, en: everything", "zh: 通用, en: \"\"", "'' at name.en", "a text" },
        { "zh: 通用, en: everything", "zh: 通用, en: 24", "the number 24 at name.en", "in quotes" },
        { "zh: 通用, en: everything", "zh: 通用, en: true", "the truth value true at name.en", "in quotes" },
        { "zh: 通用, en: everything", "zh: 通用, en: everything, fr: tout", "the key 'fr' in name", "one of zh, en" },
        { "words: { zh: [没人理], en: [ignored] }", "words: { zh: [没人理] }", "no 'categories.service.words.en'", "a list in English" },
        { "words: { zh: [没人理], en: [ignored] }", "words: { zh: [没人理], en: [ignored, ignored] }", "'ignored' at categories.service.words.en[2]", "each text once" },
        { "words: { zh: [没人理], en: [ignored] }", "words: { zh: [12315], en: [ignored] }", "the number 12315 at categories.service.words.zh[1]", "in quotes" },
        // identity
        { "country: CN", "country: cn", "'cn' at identity.country", "ISO 3166" },
        { "currency: CNY", "currency: yuan", "'yuan' at identity.currency", "ISO 4217" },
        { "time_zone: Asia/Shanghai", "time_zone: ../../etc/hostname", "'../../etc/hostname' at identity.time_zone", "IANA" },
        { "open: \"09:00\"", "open: \"9 am\"", "'9 am' at identity.hours.open", "\"00:00\" to \"23:59\"" },
        { "days: [mon, tue, wed, thu, fri]", "days: [mon, tues]", "'tues' at identity.hours.days[2]", "'tue'" },
        { "days: [mon, tue, wed, thu, fri]", "days: []", "0 items at identity.hours.days", "1 to 7" },
        { "medical: \"120\"", "medical: 120", "the number 120 at identity.emergency_numbers.medical", "in quotes" },
        { "medical: \"120\"", "medical: \"one two zero\"", "'one two zero' at", "a telephone number" },
    };

    /// <summary>In what is ruled, as a schema can see too.</summary>
    public static TheoryData<string, string, string, string> InRules { get; } = new()
    {
        // authority, thresholds, clocks
        { "bot: 200,", "bot: -1,", "the number -1 at authority.limits.CNY.bot", "from 0" },
        { "CNY: { bot", "yuan: { bot", "the key 'yuan' in authority.limits", "ISO 4217" },
        { "grants_per_customer: 3", "grants_per_customer: 2.5", "the number 2.5 at authority.grants_per_customer", "a whole number" },
        { "grants_per_customer: 3", "grants_per_customer: \"3\"", "'3' at authority.grants_per_customer", "without quotes" },
        { "furious_messages: 2", "furious_messages: 0", "the number 0 at thresholds.furious_messages", "from 1 to 20" },
        { "progress: 24h", "progress: 24 hours", "'24 hours' at clocks.progress", "30m, 4h" },
        { "progress: 24h", "progress: 24", "the number 24 at clocks.progress", "30m, 4h" },
        { "progress: 24h", "progress: 0h", "'0h' at clocks.progress", "above zero" },
        // triggers, safety, laws, phrases
        { "severity: major, tell: [duty", "severity: worst, tell: [duty", "'worst' at triggers.danger-to-life.severity", "one of minor, important, major" },
        { "lawyer: { priority: 1,", "lawyer: { priority: 4,", "the number 4 at triggers.lawyer.priority", "from 0 to 3" },
        { "hands_over_when_announced: false }\n  group", "hands_over_when_announced: no }\n  group", "'no' at triggers.regulator.hands_over_when_announced", "true or false" },
        { "tell: [pr, supervisor]", "tell: [pr, superviser]", "'superviser' at triggers.press.tell[2]", "'supervisor'" },
        { "ask: [place]", "ask: [place, amount, seat]", "3 items at safety.danger-to-life.ask", "0 to 2" },
        { "multiple: 3", "multiple: three", "'three' at laws[1].multiple", "a number" },
    };

    /// <summary>In facts, categories and ladders, as a schema can see too.</summary>
    public static TheoryData<string, string, string, string> InFactsAndCategories { get; } = new()
    {
        // facts
        { "type: place", "type: location", "'location' at facts.place.type", "one of text, when, money" },
        { "ask: { zh: [在哪里？, 哪个地方？]", "ask: { zh: [在哪里？]", "1 items at facts.place.ask.zh", "at least 2" },
        { "known_by: [amount]", "choices: [{ id: a, label: { zh: 一, en: a } }]", "a list at facts.charged.choices", "type: choice" },
        // categories
        { "facts: { needed: [charged, expected] }", "facts: { needed: [charged, charged] }", "'charged' at categories.money.facts.needed[2]", "each once" },
        { "presumed_cause: communication", "presumed_cause: bad-luck", "'bad-luck' at categories.service.presumed_cause", "one of unknown" },
        { "presumed_cause: communication", "trigger: food-poisonin", "'food-poisonin' at categories.service.trigger", "'food-poisoning'" },
        { "presumed_cause: communication", "priority: 7", "the number 7 at categories.service.priority", "from 0 to 3" },
        { "examples: { zh: [没人理我们]", "examples: { zh: []", "0 items at categories.service.examples.zh", "at least 1" },
        { "routes: [finance, quality]", "routes: []", "0 items at categories.money.routes", "at least 1" },
        { "routes: [finance, quality]", "routes: [finance, boss]", "'boss' at categories.money.routes[2]", "a duty: one of duty-manager" },
        // ladders
        { "kind: gift", "kind: present", "'present' at categories.service.ladder[2].kind", "one of explanation" },
        { "value: { fixed: 20 }", "value: { fixed: 0 }", "the number 0 at categories.service.ladder[2].value.fixed", "from 0.01" },
        { "value: { fixed: 20 }", "value: { fixed: 20, share_of: amount, percent: 5 }", "a map at categories.service.ladder[2].value", "one of fixed, share_of" },
        { "percent: 50", "percent: 101", "the number 101 at categories.money.ladder[2].value.percent", "from 1 to 100" },
        { "difference: [charged, expected]", "difference: [charged]", "1 items at categories.money.ladder[1].value.difference", "2 to 2" },
        { "due: 2h", "due: 2h working", "'2h working' at categories.service.ladder[1].due", "such as 30m, 4h or 2d" },
        { "due: 2h, by: on-site-manager", "due: 2h, by: manager", "'manager' at categories.service.ladder[1].by", "a duty" },
        { "grant: supervisor", "grant: king", "'king' at categories.money.ladder[2].grant", "one of bot, agent, supervisor, manager" },
        { "causes: [communication, fault, unknown] }", "causes: [] }", "0 items at categories.service.ladder[1].causes", "at least 1" },
    };

    /// <summary>What takes a reader: names that do not exist, numbers and texts that do not agree.</summary>
    public static TheoryData<string, string, string, string> InMeaning { get; } = new()
    {
        { "close: \"21:00\"", "close: \"08:00\"", "'08:00' at identity.hours.close", "after 09:00" },
        { "crisis: \"12356\"", "official: \"95000\"", "no 'identity.emergency_numbers.crisis'", "a telephone number" },
        { "Which place was it?", "\"Which {place} was it?\"", "at facts.place.ask.en[2]", "none is filled here" },
        // keys and kinds of value
        { "thresholds: { furious_messages: 2 }", "thresholds: { furious_messages: 2, furious_messages: 3 }", "the key 'furious_messages' again", "one 'furious_messages', as in line" },
        // names
        { "written-reply: 5d", "progres: 5d", "the key 'progres' in clocks", "'progress'" },
        // identity
        { "time_zone: Asia/Shanghai", "time_zone: Asia/Shangai", "'Asia/Shangai' at identity.time_zone", "IANA" },
        { "holidays: [2027-01-01]", "holidays: [2027-02-30]", "'2027-02-30' at identity.hours.holidays[1]", "a date" },
        // authority, thresholds, clocks
        { "bot: 200,", "bot: 2000,", "the number 1000 at authority.limits.CNY.agent", "at least 2000" },
        { "\"*\": { bot", "USD: { bot", "no 'authority.limits.*'", "currencies that are not named" },
        { "progress: 24h", "progress: 401d", "'401d' at clocks.progress", "up to 400d" },
        // triggers, safety, laws, phrases
        { "{medical}", "{medicl}", "at safety.danger-to-life.first.zh", "no placeholder {medicl}: 'medical'" },
        { "Please call {medical} now.", "Please call a doctor now.", "a map at safety.danger-to-life.first", "the same placeholders" },
        { "ask: [place]", "ask: [plaice]", "'plaice' at safety.danger-to-life.ask[1]", "'place'" },
        { "您好，我是{assistant}。", "您好，我是{assistant。", "at phrases.opening.zh[1]", "a } behind it" },
        // facts
        { "known_by: [amount]", "known_by: [amont]", "'amont' at facts.charged.known_by[1]", "'amount'" },
        { "known_by: [amount]", "known_by: [charged]", "a list at facts.charged.known_by", "other facts than itself" },
        { "id: outside", "id: inside", "'inside' at facts.seat.choices[2].id", "no other choice" },
        // categories
        { "facts: { needed: [place], useful: [seat] }", "facts: { needed: [plce], useful: [seat] }", "'plce' at categories.service.facts.needed[1]", "a fact of this playbook: 'place'" },
        { "facts: { needed: [place], useful: [seat] }", "facts: { needed: [place], useful: [place] }", "a list at categories.service.facts.useful", "not 'place' in needed and useful" },
        { "examples: { zh: [多收了钱]", "examples: { zh: [没人理我们]", "'没人理我们' at categories.money.examples", "that 'service' has not too" },
        { "fact: seat", "fact: saet", "'saet' at categories.service.misunderstanding.fact", "'seat'" },
        // ladders
        { "share_of: amount", "share_of: place", "'place' at categories.money.ladder[2].value.share_of", "a fact of type money" },
        { "difference: [charged, expected]", "difference: [charged, seat]", "'seat' at categories.money.ladder[1].value.difference[2]", "a fact of type money" },
        { "给您回电\", en: \"have", "给您回{phone}电\", en: \"have", "at categories.service.ladder[1].offer.zh", "no placeholder {phone}: one of amount, date" },
        { "have the manager call you by {date}", "have the manager call you soon", "a map at categories.service.ladder[1].offer", "the same placeholders in both languages, not [date] and []" },
        { "kind: explanation,", "kind: explanation, grant: agent,", "a first offer that needs the agent", "one that the bot may grant" },
        { "kind: difference, value: { difference: [charged, expected], otherwise: amount }", "kind: difference, value: { fixed: 201 }", "a first offer of 201", "at most 200" },
        { "kind: difference, value: { difference: [charged, expected], otherwise: amount }", "kind: refund, value: { share_of: amount, percent: 10 }", "a share of a price", "the bot may grant" },
        { "value: { fixed: 20 }, offer", "offer", "a map at categories.service.ladder[2].offer", "no {amount} in an offer without a value" },
    };

    [Theory]
    [MemberData(nameof(InKeysAndTexts))]
    [MemberData(nameof(InRules))]
    [MemberData(nameof(InFactsAndCategories))]
    [MemberData(nameof(InMeaning))]
    public void A_mistake_is_told_with_line_and_expectation(string good, string bad, string found, string expected)
    {
        var (text, line) = Planted(good, bad);

        var error = Assert.Single(Read(new PlaybookSource("base.yaml", text)).Errors);

        Assert.Contains(found, error.Found, StringComparison.Ordinal);
        Assert.Contains(expected, error.Expected, StringComparison.Ordinal);
        Assert.Equal("base.yaml", error.File);
        Assert.Equal(line, error.Line);
    }

    /// <summary>What is taken out, what is then missed, and the line on which the map begins that lacks it.</summary>
    public static TheoryData<string, string, int> Missing { get; } = new()
    {
        { "name: { zh: 通用, en: everything }\n", "no 'name'", 1 },
        { "  country: CN\n", "no 'identity.country'", 4 },
        { "open: \"09:00\", ", "no 'identity.hours.open'", 9 },
        { "  abuse: { priority: 2 }\n", "no 'triggers.abuse'", 18 },
        { "progress-major: 4h, ", "no 'clocks.progress-major'", 16 },
        { ", supervisor: 5000", "no 'authority.limits.CNY.supervisor'", 13 },
        { "    severity: important\n", "no 'categories.money.severity'", 68 },
        { "    facts: { needed: [charged, expected] }\n", "no 'categories.money.facts'", 68 },
        { "    routes: [finance, quality]\n", "no 'categories.money.routes'", 68 },
        { ", percent: 50", "no 'categories.money.ladder[2].value.percent'", 76 },
        { ", otherwise: amount", "no 'categories.money.ladder[1].value.otherwise'", 75 },
        { "type: choice, ", "no 'facts.seat.type'", 52 },
    };

    [Theory]
    [MemberData(nameof(Missing))]
    public void What_is_missing_is_told_with_the_map_that_lacks_it(string good, string found, int line)
    {
        var errors = Read(new PlaybookSource("base.yaml", Planted(good, "").Text)).Errors;

        Assert.Contains(errors, error => error.Found == found && error.Line == line);
    }

    [Fact]
    public void A_priority_0_trigger_without_safety_advice_is_refused() =>
        Assert.Equal("no 'safety.injury'", OnlyError("injury: { priority: 1 }", "injury: { priority: 0 }").Found);

    [Fact]
    public void A_ladder_of_one_rung_is_refused()
    {
        var text = Base.Split('\n').Where(line => !line.Contains("kind: gift", StringComparison.Ordinal));

        var error = Assert.Single(Read(new PlaybookSource("base.yaml", string.Join('\n', text))).Errors);

        Assert.Equal((64, "1 items at categories.service.ladder", "2 to 4"), (error.Line, error.Found, error.Expected));
    }

    [Theory]
    [InlineData("percent: 50 }, offer: { zh: \"再退{amount}\", en: \"refund another {amount}\" }, due: 3d, by: finance, grant: supervisor", "percent: 50", "percent: 40", "40 percent after 50")]
    [InlineData("value: { share_of: amount, percent: 50 }", "value: { fixed: 20 }", "value: { fixed: 10 }", "10 after 20")]
    [InlineData("value: { share_of: amount, percent: 50 }", "grant: supervisor", "value: { fixed: 9 }, grant: agent", "the rung below needs the supervisor")]
    public void A_falling_ladder_is_refused(string part, string lower, string upper, string how)
    {
        Assert.Contains(part, Base, StringComparison.Ordinal);
        var last = Base.Split('\n').Single(line => line.Contains("kind: partial-refund", StringComparison.Ordinal));
        var rung = "      - { kind: visit, VALUE, offer: { zh: 上门, en: come by }, due: 1d, by: finance, causes: [fault] }";
        var lowerRung = lower.StartsWith("percent", StringComparison.Ordinal) ? last : rung.Replace("VALUE", lower, StringComparison.Ordinal);
        var upperRung = lower.StartsWith("percent", StringComparison.Ordinal)
            ? last.Replace(lower, upper, StringComparison.Ordinal)
            : rung.Replace("VALUE", upper.Replace("value: { fixed: 9 }, ", "", StringComparison.Ordinal), StringComparison.Ordinal);

        var error = Assert.Single(Read(new PlaybookSource("base.yaml", Base.Replace(last, $"{lowerRung}\n{upperRung}", StringComparison.Ordinal))).Errors);

        Assert.Contains(how, error.Found, StringComparison.Ordinal);
        Assert.Equal("remedies from small to large", error.Expected);
        Assert.Equal(77, error.Line);
    }

    [Fact]
    public void Remedies_for_different_causes_need_not_rise()
    {
        var last = Base.Split('\n').Single(line => line.Contains("kind: partial-refund", StringComparison.Ordinal));
        var outside = last.Replace("percent: 50", "percent: 10", StringComparison.Ordinal).Replace("causes: [fault]", "causes: [outside]", StringComparison.Ordinal);

        Assert.Empty(Read(new PlaybookSource("base.yaml", Base.Replace(last, $"{last}\n{outside}", StringComparison.Ordinal))).Errors);
    }

    [Fact]
    public void A_ladder_without_a_rung_for_the_presumed_cause_is_refused() =>
        Assert.Contains("no remedy for 'outside'", OnlyError("presumed_cause: communication", "presumed_cause: outside").Found, StringComparison.Ordinal);

    [Fact]
    public void A_neutral_playbook_has_no_ladders()
    {
        var errors = Read(new PlaybookSource("base.yaml", Planted("manner: warm", "manner: neutral").Text)).Errors;

        Assert.Equal(["a list at categories.service.ladder", "a list at categories.money.ladder"], errors.Select(error => error.Found));
        var text = Base.Split('\n').Where(line => !line.Contains("ladder:", StringComparison.Ordinal) && !line.Contains("- { kind:", StringComparison.Ordinal));
        var neutral = string.Join('\n', text).Replace("manner: warm", "manner: neutral", StringComparison.Ordinal);
        Assert.Empty(Read(new PlaybookSource("base.yaml", neutral)).Errors);
    }

    [Fact]
    public void A_situation_nobody_speaks_in_is_refused_where_the_situations_are_known()
    {
        Assert.Empty(PlaybookReader.Read([BaseSource], ["opening", "heard"]).Errors);

        var error = Assert.Single(PlaybookReader.Read([BaseSource], ["openings", "heard"]).Errors);

        Assert.Equal("base.yaml:46: found the key 'opening' in phrases, expected 'openings'", error.ToString());
    }
}

using System.Collections.ObjectModel;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Playbooks.Reading;

/// <summary>Reads what a playbook rules: authority, thresholds, clocks, triggers, safety advice, laws.</summary>
internal static class RulesReader
{
    private const decimal MostMoney = 1_000_000_000;
    private const string AnyCurrency = "*";
    private static readonly string[] Roles = [.. Identifiers.All<Role>()];

    public static Authority Authority(Cursor cursor)
    {
        var map = cursor.AsMap();
        var limits = map.Need("limits", "the limits of each role by currency").AsMap();
        limits.Need(AnyCurrency, "limits for currencies that are not named");
        var fallback = new Authority { Limits = ReadOnlyDictionary<string, IReadOnlyDictionary<Role, decimal>>.Empty };
        var authority = new Authority
        {
            Limits = limits.Each("an ISO 4217 currency such as CNY, or \"*\"", key => key == AnyCurrency || Words.IsCapitals(key, 3))
                .ToDictionary(entry => entry.Key, entry => (IReadOnlyDictionary<Role, decimal>)LimitsOf(entry.Value))
                .AsReadOnly(),
            GrantsPerCustomer = map.Maybe("grants_per_customer")?.AsWhole(0, 1000) ?? fallback.GrantsPerCustomer,
            SumPerCustomer = map.Maybe("sum_per_customer")?.AsNumber(0, MostMoney) ?? fallback.SumPerCustomer,
            WindowDays = map.Maybe("window_days")?.AsWhole(1, 3660) ?? fallback.WindowDays,
        };
        map.Close();
        return authority;
    }

    /// <summary>What the bot may grant in a currency; null when the limits are not whole.</summary>
    public static decimal? LimitOfBot(Authority authority, string currency) =>
        (authority.Limits.GetValueOrDefault(currency) ?? authority.Limits.GetValueOrDefault(AnyCurrency))?.TryGetValue(Role.Bot, out var limit) == true ? limit : null;

    private static ReadOnlyDictionary<Role, decimal> LimitsOf(Cursor cursor)
    {
        var map = cursor.AsMap();
        var limits = new Dictionary<Role, decimal>();
        var before = 0m;
        foreach (var role in Roles)
        {
            var limit = map.Need(role, "the largest sum this role may grant");
            var value = limit.AsNumber(0, MostMoney) ?? before;
            if (value < before)
                limit.Refuse($"at least {before}, what the role below may grant");
            limits[Identifiers.Parse<Role>(role)] = before = Math.Max(before, value);
        }
        map.Close();
        return limits.AsReadOnly();
    }

    public static Thresholds Thresholds(Cursor? cursor)
    {
        var standard = new Thresholds();
        if (cursor?.AsMap() is not { } map)
            return standard;
        int Count(string key, int otherwise) => map.Maybe(key)?.AsWhole(1, 20) ?? otherwise;
        var thresholds = new Thresholds
        {
            FuriousMessages = Count("furious_messages", standard.FuriousMessages),
            AngryInARow = Count("angry_in_a_row", standard.AngryInARow),
            TacticsToCool = Count("tactics_to_cool", standard.TacticsToCool),
            NotUnderstoodInARow = Count("not_understood_in_a_row", standard.NotUnderstoodInARow),
            NotUnderstoodInAll = Count("not_understood_in_all", standard.NotUnderstoodInAll),
            Refusals = Count("refusals", standard.Refusals),
            UnreasonableObjections = Count("unreasonable_objections", standard.UnreasonableObjections),
            AbusiveMessages = Count("abusive_messages", standard.AbusiveMessages),
        };
        map.Close();
        return thresholds;
    }

    public static IReadOnlyDictionary<string, Clock> Clocks(Cursor cursor)
    {
        var map = cursor.AsMap();
        foreach (var name in ClockNames.Required)
            map.Need(name, "a time such as 24h");
        foreach (var name in map.Keys.Except(ClockNames.Required).Where(name => Words.IsKebab(name)))
            if (ClockNames.Required.FirstOrDefault(known => NearestWord.Distance(known, name) == 1) is { } meant)
                map.RefuseKey(name, $"'{meant}'");
        return map.Each("a clock's name in kebab-case", key => Words.IsKebab(key)).ToDictionary(entry => entry.Key, entry => entry.Value.AsClock()).AsReadOnly();
    }

    public static IReadOnlyDictionary<Trigger, TriggerRule> Triggers(Cursor cursor)
    {
        var map = cursor.AsMap();
        var rules = Enum.GetValues<Trigger>().ToDictionary(trigger => trigger, trigger => RuleOf(map.Need(trigger.Id(), "what this trigger does"))).AsReadOnly();
        map.Close();
        return rules;
    }

    private static TriggerRule RuleOf(Cursor cursor)
    {
        var map = cursor.AsMap();
        var rule = new TriggerRule
        {
            Priority = map.Need("priority", "a priority from 0 (now) to 3").AsWhole(0, 3),
            PriorityWhenAnnounced = map.Maybe("priority_when_announced")?.AsWhole(0, 3),
            Severity = map.Maybe("severity")?.AsId<Severity>(),
            SeverityWhenAnnounced = map.Maybe("severity_when_announced")?.AsId<Severity>(),
            HandsOver = map.Maybe("hands_over")?.AsFlag() ?? true,
            HandsOverWhenAnnounced = map.Maybe("hands_over_when_announced")?.AsFlag() ?? true,
            Tell = map.Maybe("tell")?.AsManyOf(Duties.Told, "a duty or role") ?? [],
        };
        map.Close();
        return rule;
    }

    /// <summary>Reads the advice; every trigger that hands over now (priority 0) needs some.</summary>
    public static IReadOnlyDictionary<Trigger, SafetyAdvice> Safety(
        Cursor cursor, IReadOnlyDictionary<Trigger, TriggerRule> triggers, IReadOnlyCollection<string> numbers, IReadOnlyCollection<string> facts)
    {
        var map = cursor.AsMap();
        foreach (var (trigger, rule) in triggers)
            if (rule.Priority == 0)
                map.Need(trigger.Id(), "advice for a trigger of priority 0");
        var advice = new Dictionary<Trigger, SafetyAdvice>();
        foreach (var (key, value) in map.Each("a trigger", key => Identifiers.TryParse<Trigger>(key, out _)))
            advice[Identifiers.TryParse<Trigger>(key, out var trigger) ? trigger : default] = AdviceOf(value, numbers, facts);
        return advice.AsReadOnly();
    }

    private static SafetyAdvice AdviceOf(Cursor cursor, IReadOnlyCollection<string> numbers, IReadOnlyCollection<string> facts)
    {
        var map = cursor.AsMap();
        var advice = new SafetyAdvice(
            map.Need("first", "the first sentence in both languages").AsLocalized(numbers),
            map.Need("next", "further instructions in both languages").AsLocalizedList(1, numbers),
            map.Need("ask", "at most two facts").AsManyOf(facts, "a fact of this playbook", most: 2));
        map.Close();
        return advice;
    }

    public static IReadOnlyList<StatutoryClaim> Laws(Cursor? cursor)
    {
        var claims = new List<StatutoryClaim>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in cursor?.AsList() ?? [])
        {
            var map = item.AsMap();
            var id = map.Need("id", "a name in kebab-case");
            claims.Add(new StatutoryClaim(
                id.AsText("a name in kebab-case", text => Words.IsKebab(text)),
                map.Need("article", "the article in both languages").AsLocalized(),
                map.Need("words", "words of a demand in both languages").AsLocalizedList(1),
                map.Need("multiple", "times the price").AsNumber(0, 1000) ?? 0,
                map.Need("minimum", "the least sum").AsNumber(0, MostMoney) ?? 0));
            if (claims[^1].Id.Length > 0 && !seen.Add(claims[^1].Id))
                id.Refuse("an id that no other law has");
            map.Close();
        }
        return [.. claims];
    }
}

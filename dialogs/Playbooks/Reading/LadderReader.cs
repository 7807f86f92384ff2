using System.Globalization;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Playbooks.Reading;

/// <summary>Reads a remedy ladder and holds it to its rules: it rises, and the bot can make the first offer.</summary>
/// <param name="facts">The facts a value may be taken from.</param>
/// <param name="limitOfBot">What the bot may grant; null when that could not be read.</param>
internal sealed class LadderReader(IReadOnlyDictionary<string, FactDefinition> facts, decimal? limitOfBot)
{
    private const int LeastRungs = 2;
    private const int MostRungs = 4;
    private static readonly string[] Values = ["fixed", "share_of", "difference"];
    private static readonly string[] Placeholders = ["amount", "date"];
    private readonly IReadOnlyCollection<string> moneyFacts = [.. facts.Values.Where(fact => fact.Type == FactType.Money).Select(fact => fact.Name)];

    public IReadOnlyList<Rung> Read(Cursor cursor, Cause presumed)
    {
        var mistakes = cursor.Findings.Count;
        var rungs = cursor.AsList(LeastRungs, MostRungs).Select(item => (At: item, Rung: RungOf(item))).ToList();
        if (cursor.Findings.Count > mistakes)
            return [];
        for (var i = 1; i < rungs.Count; i++)
            foreach (var (_, lower) in rungs.Take(i))
                if (lower.Causes.Intersect(rungs[i].Rung.Causes).Any() && FallsBelow(rungs[i].Rung, lower) is { } how)
                    rungs[i].At.Findings.Add(rungs[i].At.Node, $"a falling ladder at {rungs[i].At.Path}: {how}", "remedies from small to large");
        CheckFirst(cursor, rungs, presumed);
        return [.. rungs.Select(pair => pair.Rung)];
    }

    private Rung RungOf(Cursor cursor)
    {
        var map = cursor.AsMap();
        var offer = map.Need("offer", "the offer as a clause in both languages");
        var rung = new Rung
        {
            Kind = map.Need("kind", "a kind of remedy").AsId<RemedyKind>(),
            Offer = offer.AsLocalized(Placeholders),
            Value = map.Maybe("value") is { } value ? ValueOf(value) : null,
            Due = map.Need("due", "a time such as 2h").AsClock(mayBeWorking: false).Span,
            By = map.Need("by", "the duty that carries it out").AsOneOf(Duties.All, "a duty"),
            Grant = map.Maybe("grant")?.AsId<Role>() ?? Role.Bot,
            Causes = map.Need("causes", "the causes it fits").AsIds<Cause>(least: 1),
            Answers = map.Maybe("answers")?.AsLocalizedList() ?? LocalizedList.Empty,
        };
        map.Close();
        if (map.Maybe("value") is null && (rung.Offer.Zh + rung.Offer.En).Contains("{amount}", StringComparison.Ordinal))
            offer.Refuse("no {amount} in an offer without a value");
        return rung;
    }

    private RemedyValue? ValueOf(Cursor cursor)
    {
        var map = cursor.AsMap();
        RemedyValue? value = null;
        if (map.Maybe("fixed") is { } amount)
            value = new RemedyValue.Fixed(amount.AsNumber(0.01m, 1_000_000) ?? 0);
        if (map.Maybe("share_of") is { } share)
            value = new RemedyValue.ShareOf(MoneyFact(share), map.Need("percent", "a percentage from 1 to 100").AsNumber(1, 100) ?? 0);
        if (map.Maybe("difference") is { } difference)
        {
            var names = difference.AsManyOf(moneyFacts, "a fact of type money", least: 2, most: 2);
            value = new RemedyValue.Difference(
                names.ElementAtOrDefault(0) ?? "", names.ElementAtOrDefault(1) ?? "", MoneyFact(map.Need("otherwise", "the fact that holds the difference itself")));
        }
        if (Values.Count(map.Keys.Contains) != 1)
            cursor.Refuse("one of fixed, share_of with percent, difference with otherwise");
        map.Close();
        return value;
    }

    private string MoneyFact(Cursor cursor) => cursor.AsOneOf(moneyFacts, "a fact of type money");

    private static string? FallsBelow(Rung upper, Rung lower) => (upper.Value, lower.Value) switch
    {
        // What a price decides may well stand above what a person decides.
        (null, _) when upper.Grant < lower.Grant => $"the rung below needs the {lower.Grant.Id()}, this one the {upper.Grant.Id()}",
        (RemedyValue.Fixed more, RemedyValue.Fixed less) when more.Amount < less.Amount => $"{Plain(more.Amount)} after {Plain(less.Amount)}",
        (RemedyValue.ShareOf more, RemedyValue.ShareOf less) when more.Fact == less.Fact && more.Percent < less.Percent =>
            $"{Plain(more.Percent)} percent after {Plain(less.Percent)}",
        _ when upper.Kind == lower.Kind && upper.Value == lower.Value && upper.Offer == lower.Offer => "the same offer twice",
        _ => null,
    };

    /// <summary>The first offer must be one that the bot may make, also the first that fits the presumed cause.</summary>
    private void CheckFirst(Cursor ladder, List<(Cursor At, Rung Rung)> rungs, Cause presumed)
    {
        if (rungs.Count == 0)
            return;
        var fitting = rungs.FindIndex(pair => pair.Rung.Causes.Contains(presumed));
        if (fitting < 0)
            ladder.Findings.Add(ladder.Node, $"no remedy for '{presumed.Id()}' at {ladder.Path}", "a rung with the category's presumed_cause among its causes");
        foreach (var first in new[] { 0, Math.Max(0, fitting) }.Distinct())
        {
            var (at, rung) = rungs[first];
            if (rung.Grant != Role.Bot)
                at.Findings.Add(at.Node, $"a first offer that needs the {rung.Grant.Id()} at {at.Path}", "one that the bot may grant");
            else if (rung.Value is RemedyValue.Fixed(var amount) && amount > limitOfBot)
                at.Findings.Add(at.Node, $"a first offer of {Plain(amount)} at {at.Path}", $"at most {Plain(limitOfBot.Value)}, what the bot may grant");
            else if (rung.Value is RemedyValue.ShareOf)
                at.Findings.Add(at.Node, $"a first offer that is a share of a price at {at.Path}", "no value, a small fixed one, or the difference: one that the bot may grant whatever the price");
        }
    }

    private static string Plain(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}

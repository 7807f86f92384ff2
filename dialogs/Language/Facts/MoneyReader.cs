using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Reads sums of money and says what they are: the sum complained about, what was charged, what should have been, what was lost.</summary>
internal static class MoneyReader
{
    /// <summary>Adds the sums of a message: the chief one as the amount, the others where the playbook has a place for them.</summary>
    public static void Read(FactReading reading)
    {
        var sums = MoneyScanner.Scan(reading);
        if (sums.Count == 0) return;
        foreach (var sum in sums) reading.Claim(sum.Span);
        if (reading.Expects(FactType.Money))
        {
            var asked = reading.Context.ExpectedFact!;
            Add(reading, asked, Asked(reading, sums, asked));
            if (asked is FactNames.Loss) return;
        }
        var charged = Find(reading, sums, CueKind.MoneyCharged);
        var expected = Find(reading, sums, CueKind.MoneyExpected);
        if (charged is { } paid && expected is { } due && paid.Span != due.Span)
        {
            if (reading.Defines(FactNames.Charged)) Add(reading, FactNames.Charged, paid);
            if (reading.Defines(FactNames.Expected)) Add(reading, FactNames.Expected, due);
        }
        if (reading.Defines(FactNames.Loss) && Find(reading, sums, CueKind.MoneyLoss) is { } loss) Add(reading, FactNames.Loss, loss);
        if (reading.Expects(FactType.Money)) return;
        Add(reading, FactNames.Amount, Find(reading, sums, CueKind.MoneyOver) ?? Find(reading, sums, CueKind.MoneyLoss) ?? Find(reading, sums, CueKind.MoneyTotal)
            ?? Find(reading, sums, CueKind.MoneyDemand) ?? charged ?? Other(sums, expected));
    }

    private static Sum Asked(FactReading reading, List<Sum> sums, string name)
    {
        var kind = name switch { FactNames.Charged => CueKind.MoneyCharged, FactNames.Expected => CueKind.MoneyExpected, _ => CueKind.MoneyTotal };
        return Find(reading, sums, kind) ?? Find(reading, sums, CueKind.MoneyTotal) ?? sums[0];
    }

    private static Sum? Other(List<Sum> sums, Sum? not)
    {
        foreach (var sum in sums)
        {
            if (sum != not) return sum;
        }
        return sums.Count > 0 ? sums[0] : null;
    }

    // The sum that follows a word of that kind in its clause, or for losses and overcharges stands right before it.
    private static Sum? Find(FactReading reading, List<Sum> sums, CueKind kind)
    {
        if (kind is CueKind.MoneyLoss && Behind(reading, sums, kind) is { } named) return named;
        foreach (var sum in sums)
        {
            var clause = reading.ClauseAt(sum.Span.Start);
            var from = clause.Start;
            foreach (var other in sums)
            {
                if (other.Span.End <= sum.Span.Start) from = Math.Max(from, other.Span.End);
            }
            if (reading.HasCue(kind, new Span(from, sum.Span.Start))) return sum;
        }
        return kind is CueKind.MoneyOver ? Behind(reading, sums, kind) : null;
    }

    private static Sum? Behind(FactReading reading, List<Sum> sums, CueKind kind)
    {
        foreach (var sum in sums)
        {
            if (reading.HasCue(kind, new Span(sum.Span.End, Math.Min(reading.Text.Length, sum.Span.End + 5)))) return sum;
        }
        return null;
    }

    private static void Add(FactReading reading, string name, Sum? sum)
    {
        if (sum is { } found && !reading.Has(name)) reading.Add(name, found.Span, Numeral.Format(found.Value), found.Currency);
    }
}

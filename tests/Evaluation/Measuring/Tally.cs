namespace ComplaintBot.Evaluation.Measuring;

/// <summary>Counts hits and misses of one question.</summary>
internal sealed class Tally
{
    public int Right { get; private set; }

    public int Wrong { get; private set; }

    public int Missed { get; private set; }

    public int Count { get; private set; }

    /// <summary>Share of right answers.</summary>
    public double Accuracy => Count == 0 ? 1 : (double)Right / Count;

    public double Precision => Right + Wrong == 0 ? 1 : (double)Right / (Right + Wrong);

    public double Recall => Right + Missed == 0 ? 1 : (double)Right / (Right + Missed);

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Counts an answer that is right or not.</summary>
    public void Add(bool right)
    {
        Count++;
        if (right) Right++;
    }

    /// <summary>Counts a set of answers against the set that should have been given.</summary>
    public void Add<T>(IReadOnlyCollection<T> expected, IReadOnlyCollection<T> given)
    {
        Count++;
        var both = expected.Intersect(given).Count();
        Right += both;
        Wrong += given.Count - both;
        Missed += expected.Count - both;
    }

    public string Prf => FormattableString.Invariant($"{F1:F3} (P {Precision:F2} R {Recall:F2})");

    public override string ToString() => FormattableString.Invariant($"{Accuracy:F3}");
}

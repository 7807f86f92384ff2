namespace ComplaintBot.Evaluation.Measuring;

/// <summary>What a score must reach, and what it should.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Must">The least; for a share of wrong answers the most.</param>
/// <param name="Aim">What we want.</param>
/// <param name="Less">Whether less is better.</param>
internal sealed record Goal(string Name, double Must, double Aim, bool Less = false)
{
    /// <summary>A line of a table: the value, and how far it is from what it must be and should be.</summary>
    public string Line(double value) => FormattableString.Invariant($"{Name,-44} {value,6:F3}  must {Must:F2} {Far(value, Must),7}  aim {Aim:F2} {Far(value, Aim),7}");

    private string Far(double value, double wanted) =>
        (Less ? value <= wanted : value >= wanted) ? "met" : FormattableString.Invariant($"{value - wanted:+0.000;-0.000}");
}

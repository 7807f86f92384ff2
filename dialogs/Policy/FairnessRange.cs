namespace ComplaintBot.Dialogs.Policy;

/// <summary>
/// What comparable cases (category, severity, cause) got in the last 90 days; looked up before the turn. With fewer than ten of them
/// there is no range, and ladder and authority decide alone.
/// </summary>
/// <param name="Cases">How many comparable cases there are.</param>
/// <param name="Low">Lower end of the usual range, in the playbook's currency.</param>
/// <param name="High">Upper end of the usual range.</param>
public readonly record struct FairnessRange(int Cases, decimal Low, decimal High)
{
    /// <summary>The number of comparable cases from which on the range counts.</summary>
    public const int Enough = 10;

    /// <summary>Whether an amount is more than comparable cases got.</summary>
    public bool IsExceededBy(decimal amount) => Cases >= Enough && amount > High;
}

namespace ComplaintBot.House.Direction.Planted.Dialogs.Phrases;

/// <summary>What the planted offenders of other rooms reach for.</summary>
public class WantedException : Exception
{
    public static readonly int Shared = 1;

    public sealed class Inner
    {
        public int Value { get; } = Shared;
    }
}

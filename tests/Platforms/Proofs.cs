namespace ComplaintBot.Platforms;

/// <summary>Makes proofs wrong.</summary>
internal static class Proofs
{
    private static readonly TimeSpan TooFar = TimeSpan.FromHours(2);

    /// <summary>Those that every platform can get wrong, and those that depend on the time.</summary>
    public static IReadOnlyList<Proof> Wrong { get; } = [Proof.Missing, Proof.Changed, Proof.TooShort, Proof.Stale, Proof.Future];

    /// <summary>When a call claims to be made.</summary>
    public static DateTimeOffset At(this Proof proof, DateTimeOffset now) => proof switch { Proof.Stale => now - TooFar, Proof.Future => now + TooFar, _ => now };

    /// <summary>A signature, secret or token as it comes.</summary>
    public static string Of(this Proof proof, string right) => proof switch
    {
        Proof.Missing => "",
        Proof.Changed => Change(right),
        Proof.TooShort => right[..^3],
        _ => right,
    };

    /// <summary>With another character near the end; the very last one may hold bits that nobody reads.</summary>
    private static string Change(string right) => $"{right[..^4]}{(right[^4] == 'a' ? 'b' : 'a')}{right[^3..]}";
}
